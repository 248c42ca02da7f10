import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPreview, type Preview } from '../../src/cli/preview/open-preview.ts';
import { createPreviewCatalog } from '../../src/cli/preview/preview-catalog.ts';
import type { EditorLayer, PreviewState } from '../../src/cli/preview/preview-state.ts';
import { findFolder } from '../../src/cli/preview/verb.ts';
import { problemPage } from '../../src/cli/preview/problem-page.ts';
import { ExerciseCopy } from '../support/exercise-copy.ts';
import { PROJECT, type Setup } from '../../src/cli/setup.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { codeSubmission } from '../../src/lib/kinds/code/submission.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { collectTestNames } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from '../support/make-plan.ts';

const ORIGINAL = 'programming/shout';
let copy: ExerciseCopy;
let cache: string;
let preview: Preview | undefined;

// Bundling takes longer than a test may.
beforeAll(() => nodeHarnesses());
beforeEach(() => {
	copy = new ExerciseCopy(ORIGINAL);
	cache = mkdtempSync(join(tmpdir(), 'passerelle-preview-'));
});
afterEach(async () => {
	await preview?.dispose();
	preview = undefined;
	copy.dispose();
	rmSync(cache, { recursive: true, force: true });
});

/** The project's own exercises need no sandbox. */
async function inThreads(): Promise<Pick<Setup, 'harnesses' | 'collect' | 'kinds'>> {
	const harnesses = await nodeHarnesses();
	return { harnesses, kinds, collect: (from) => collectTestNames(harnesses, from) };
}

const open = async (folder = copy.folder): Promise<Preview> =>
	(preview = await openPreview(folder, await inThreads(), cache));

/** Changes something, and waits until the folder is seen as `expected` says. */
async function after(change: () => void, expected: (state: PreviewState) => boolean): Promise<PreviewState> {
	const seen = new Promise<PreviewState>((resolve) => {
		const stop = preview!.subscribe(() => {
			const state = preview!.state();
			if (!expected(state)) return;
			stop();
			resolve(state);
		});
	});
	change();
	return seen;
}

const filesOf = ({ submission }: EditorLayer): FileMap => codeSubmission.schema.parse(submission);

const named = (state: PreviewState): string[] =>
	state.problems.map(({ file, line, code }) => `${code} ${file}${line ? `:${line}` : ''}`);

test('each save is served, also one that replaces the file', async () => {
	const catalog = createPreviewCatalog(await open());
	const before = preview!.state().hash;
	await after(
		() => copy.write('brief.en.md', 'A zebra crosses.'),
		({ hash }) => hash !== before
	);
	expect((await catalog.publicExercise(ORIGINAL, 'en'))?.briefHtml).toContain('A zebra crosses.');
	const { hash } = preview!.state();
	await after(
		() => {
			writeFileSync(join(copy.root, 'new'), 'A horse crosses.');
			renameSync(join(copy.root, 'new'), join(copy.folder, 'brief.en.md'));
		},
		(state) => state.hash !== hash
	);
	const page = await catalog.publicExercise(ORIGINAL, 'en');
	expect(page?.briefHtml).toContain('A horse crosses.');
	expect((await catalog.suite(ORIGINAL, 'hidden', 'en'))?.hash).toBe(page?.hash);
});

test('while a file is broken the last version that works is served, and the problem is named with its line', async () => {
	const catalog = createPreviewCatalog(await open());
	const { hash } = preview!.state();
	const broken = await after(
		() => copy.change('exercise.json', '"points": 10,', '"points": 10'),
		({ current }) => !current
	);
	expect(named(broken)).toEqual([`broken-json ${ORIGINAL}/exercise.json:10`]);
	expect(broken.hash).toBe(hash);
	expect((await catalog.publicExercise(ORIGINAL, 'en'))?.hash).toBe(hash);
	const repaired = await after(
		() => copy.change('exercise.json', '"points": 10', '"points": 10,'),
		({ current }) => current
	);
	expect(repaired).toMatchObject({ hash, problems: [] });
});

test('a suite that does not compile and a test without a translation are named', async () => {
	await open();
	const renamed = await after(
		() => copy.change('tests/shout.test.js', 'also calls a name of two words', 'two words'),
		({ problems }) => problems.length > 0
	);
	expect(renamed.current).toBe(true);
	expect(new Set(renamed.problems.map(({ code }) => code))).toEqual(
		new Set(['untranslated-test', 'unknown-translation', 'unknown-test'])
	);
	const broken = await after(
		() => copy.change('tests/shout.test.js', "test('two words', () => {", "test('two words', () => {{"),
		({ current }) => !current
	);
	expect(broken.problems.map(({ code }) => code)).toContain('compile-error');
});

test('a folder that vanishes is a problem, and is found again', async () => {
	await open();
	const away = `${copy.folder}-away`;
	const gone = await after(
		() => renameSync(copy.folder, away),
		({ current }) => !current
	);
	expect(gone.problems.map(({ code }) => code)).toEqual(['missing-file']);
	await after(
		() => renameSync(away, copy.folder),
		({ current }) => current
	);
});

test('start, solution and every mistake can be laid into the editor, also one that was just added', async () => {
	await open();
	const names = () => preview!.state().layers.map(({ name }) => name);
	expect(names().slice(0, 2)).toEqual(['start', 'solution']);
	expect(names()).toContain('wrong/no-spaces');
	expect(preview!.state().layers.every((one) => 'main.js' in filesOf(one))).toBe(true);
	await after(
		() => {
			copy.write('wrong/nothing/main.js', 'export function shout() {}\n');
			copy.write('wrong/nothing/wrong.json', copy.read('wrong/no-spaces/wrong.json'));
		},
		({ layers }) => layers.some(({ name }) => name === 'wrong/nothing')
	);
	const added = preview!.state().layers.find(({ name }) => name === 'wrong/nothing');
	expect(added && filesOf(added)['main.js']).toBe('export function shout() {}\n');
});

test('a folder anywhere gets an id, one station, and nothing that must be passed before', async () => {
	copy.dispose();
	copy = new ExerciseCopy(ORIGINAL, 'My Desktop/shout');
	const catalog = createPreviewCatalog(await open());
	expect(preview!.id).toBe('preview/shout');
	expect(preview!.state().problems).toEqual([]);
	expect(copy.read('exercise.json')).toContain('programming/stairs');
	expect((await catalog.publicExercise('preview/shout', 'fr'))?.prerequisites).toEqual([]);
	expect(catalog.stations('fr')).toMatchObject([{ id: 'preview/shout', prerequisites: [] }]);
	expect(catalog.around('preview/shout', 'fr')).toEqual({ prerequisites: [], ahead: [] });
	expect(await catalog.publicExercise('preview/other', 'fr')).toBeNull();
	await after(
		() => copy.write('brief.fr.md', 'Crie.'),
		({ current }) => current
	);
	expect((await catalog.publicExercise('preview/shout', 'fr'))?.briefHtml).toContain('Crie.');
});

test('a folder that does not exist is refused in a sentence', async () => {
	await expect(open('/nowhere/at/all')).rejects.toThrow('There is no folder /nowhere/at/all.');
});

test('an exercise is named by its folder or its id, and a folder of many is refused with an example', async () => {
	expect(await findFolder(ORIGINAL, '/')).toBe(join(PROJECT, 'exercises', ORIGINAL));
	expect(await findFolder('.', copy.folder)).toBe(copy.folder);
	copy.delete('exercise.json');
	expect(await findFolder('.', copy.folder)).toBe(copy.folder);
	await expect(findFolder('exercises', PROJECT)).rejects.toThrow(
		/folder of \d+ exercises\. Name one of them, for example exercises\/programming\/[a-z-]+\.$/
	);
	await expect(findFolder('programming/nothing', '/')).rejects.toThrow('neither a folder with exercise.json');
});

test('what is wrong is shown as text, never as HTML', () => {
	const file = 'a/b/<img src=x onerror=alert(1)>.js';
	const page = problemPage('a/b', [{ code: 'unknown-file', file, message: '"<b>"', fix: 'Rename & go.' }]);
	expect(page).not.toContain('<img');
	expect(page).not.toContain('<b>');
	expect(page).toContain('Rename &#38; go.');
});
