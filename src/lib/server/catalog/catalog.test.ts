import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { writeExercise, writeMap, writeRoot } from '../../../../tests/support/exercise-roots.ts';
import { spoken } from '../../coach-words/problem-words.ts';
import { NoExercises, openCatalog, type Catalog } from './catalog.ts';
import { NO_HARNESSES } from '../../../../tests/support/no-harnesses.ts';
import { kinds } from '../../kinds/kinds.ts';

/** Nothing is compiled here. */
const harnesses = NO_HARNESSES;
let project: string;
let own: string;
let other: string;

beforeEach(async () => {
	project = await mkdtemp(join(tmpdir(), 'passerelle-catalog-'));
	own = join(project, 'exercises');
	other = join(project, 'elsewhere/course');
	await writeRoot(own, { programming: ['twice', 'thrice'] });
});
afterEach(() => rm(project, { recursive: true }));

const open = (...roots: string[]): Promise<Catalog> =>
	openCatalog({ roots, harnesses, cache: join(project, 'suites'), project });
const codes = (catalog: Catalog): string[] => catalog.problems().map(({ code, file }) => `${code} ${file}`);

test('exercises and lines of all roots are served, later lines below', async () => {
	await writeRoot(other, { garden: ['rose'] });
	const catalog = await open(own, other);
	expect(codes(catalog)).toEqual([]);
	expect(catalog.ids()).toEqual(['programming/thrice', 'programming/twice', 'garden/rose']);
	expect(catalog.map().lines.map(({ id }) => id)).toEqual(['programming', 'garden']);
	const [first, second] = catalog.map().lines;
	expect(second!.path[0]!.y).toBeGreaterThan(first!.path[0]!.y);
	expect(second!.sections[0]!.stations[0]!.y).toBe(second!.path[0]!.y);
	expect(catalog.neighbours('garden/rose', 'en')).toEqual({ previous: null, next: null });
});

test('maps below each other may need more rows than one map may have', async () => {
	const tracks = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`t${index}`, []]));
	await writeMap(own, { programming: ['twice', 'thrice'], ...tracks });
	await writeRoot(other, { garden: ['rose'] });
	const catalog = await open(own, other);
	expect(codes(catalog)).toEqual([]);
	expect(catalog.map().lines.at(-1)!.path[0]!.y).toBeGreaterThan(60);
});

test('an exercise may wait for one of another root', async () => {
	await writeRoot(other, { garden: ['rose'] });
	await writeExercise(other, 'garden/rose', ['programming/twice', 'programming/gone']);
	const catalog = await open(own, other);
	expect(codes(catalog)).toEqual(['unknown-prerequisite elsewhere/course/garden/rose/exercise.json']);
	expect(catalog.around('garden/rose', 'nl').prerequisites.map(({ id }) => id)).toEqual([
		'programming/twice'
	]);
});

test('a former name leads to the exercise, in any root; any other name leads nowhere', async () => {
	await writeRoot(other, { garden: ['rose'] });
	const file = join(other, 'garden/rose/exercise.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
	await writeFile(file, JSON.stringify({ ...manifest, formerly: ['garden/tulip', 'garden/lily'] }));
	const catalog = await open(own, other);
	expect(codes(catalog)).toEqual([]);
	expect(catalog.renamed('garden/tulip')).toBe('garden/rose');
	expect(catalog.renamed('garden/lily')).toBe('garden/rose');
	expect(catalog.renamed('garden/rose')).toBeNull();
	expect(catalog.renamed('toString')).toBeNull();
});

test('exercises of two roots that wait for each other are named', async () => {
	await writeRoot(other, { garden: ['rose'] });
	await writeExercise(other, 'garden/rose', ['programming/twice']);
	await writeExercise(own, 'programming/twice', ['garden/rose']);
	expect(codes(await open(own, other))).toEqual([
		'prerequisite-cycle elsewhere/course/garden/rose/exercise.json'
	]);
});

test('the same line and the same exercise in two roots: the first is served, and the problem names both', async () => {
	await writeRoot(other, { programming: ['twice'], garden: ['rose'] });
	const catalog = await open(own, other);
	expect(codes(catalog)).toEqual([
		'duplicate-exercise elsewhere/course/programming/twice/exercise.json',
		'duplicate-line elsewhere/course/map.json'
	]);
	for (const { message } of catalog.problems().map((one) => spoken(one, kinds))) {
		expect(message).toContain('exercises and');
		expect(message).toContain('elsewhere/course');
	}
	const [, line] = catalog.problems();
	const text = (await readFile(join(other, 'map.json'), 'utf8')).split('\n');
	expect(text[line!.line! - 1]).toContain('"id": "programming"');
	expect(catalog.map().lines.map(({ id }) => id)).toEqual(['programming', 'garden']);
	expect(catalog.pages.home('en').total).toBe(3);
});

test('problems of a root outside the project say where it is', async () => {
	const outside = await mkdtemp(join(tmpdir(), 'passerelle-outside-'));
	await writeRoot(outside, { garden: ['rose'] });
	await rm(join(outside, 'garden/rose/brief.nl.md'));
	const catalog = await open(own, outside);
	expect(codes(catalog)).toContain(`missing-language ${outside}/garden/rose/brief.nl.md`);
	await rm(outside, { recursive: true });
});

test.each([
	['is not there', async () => undefined, 'missing-file'],
	['has no map', () => writeExercise(other, 'garden/rose'), 'missing-file'],
	[
		'has a broken map',
		async () => {
			await writeRoot(other, { garden: ['rose'] });
			await writeFile(join(other, 'map.json'), '{\n"version": 1,\n}');
		},
		'broken-json'
	]
])('a root that %s leaves the others open', async (_name, prepare, code) => {
	await prepare();
	const catalog = await open(other, own);
	expect(catalog.problems().map((one) => one.code)).toEqual([code]);
	expect(catalog.problems()[0]!.file).toContain('elsewhere/course');
	expect(catalog.roots).toEqual([own]);
	expect(catalog.ids()).toHaveLength(2);
});

test('with no root at all nothing is opened, and the message says what to do', async () => {
	const failed: unknown = await open(other, join(project, 'no')).catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(NoExercises);
	expect((failed as Error).message).toContain('EXERCISES names folders');
	expect((failed as Error).message).toContain(other);
});

test('packages installed beside exercises are no exercises', async () => {
	await writeExercise(join(own, 'node_modules'), 'some-package/lib');
	expect(codes(await open(own))).toEqual([]);
});

test('the version is another one as soon as an exercise or a map is another', async () => {
	const versions = [(await open(own)).version, (await open(own)).version];
	expect(versions[0]).toBe(versions[1]);
	await writeFile(join(own, 'programming/twice/brief.en.md'), 'Something else.');
	versions.push((await open(own)).version);
	await writeMap(own, { programming: ['thrice', 'twice'] });
	versions.push((await open(own)).version);
	expect(new Set(versions).size).toBe(3);
});

/** All that was written so far was written long enough ago that a change would show. */
function settle(): void {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
	onTestFinished(() => void vi.useRealTimers());
}

test('what was read is kept, and a changed file is read again', async () => {
	const keep = { folder: join(project, 'kept'), code: 'one' };
	const again = (code = 'one') =>
		openCatalog({ roots: [own], harnesses, cache: '', project, keep: { ...keep, code } });
	settle();
	const first = await again();
	const [file] = await readdir(keep.folder);
	const path = join(keep.folder, file!);
	// What is kept is really used: a mark in it comes back.
	const kept = await readFile(path, 'utf8');
	await writeFile(path, kept.replaceAll('"minutes":5', '"minutes":7'));
	const marked = (await again()).pages.home('en');
	const real = first.pages.home('en');
	expect([real.first?.minutes, marked.first?.minutes]).toEqual([5, 7]);
	expect((await again('two')).pages.home('en').first?.minutes).toBe(5);

	const brief = join(own, 'programming/twice/brief.en.md');
	const text = await readFile(brief, 'utf8');
	await writeFile(brief, text.replace(/\w/, '#'));
	const changed = await again();
	expect(changed.exercise('programming/twice')?.brief.en).toContain('#');
	expect(changed.exercise('programming/thrice')).toEqual(first.exercise('programming/thrice'));
	await rm(join(own, 'programming/thrice/hints.fr.md'));
	expect(codes(await again())).toContain('missing-language programming/thrice/hints.fr.md');

	await writeFile(path, kept.slice(0, kept.length / 2));
	expect((await again()).ids()).toEqual(['programming/twice']);
});

test('texts that were kept and are damaged are read from their folder, and kept again', async () => {
	const keep = { folder: join(project, 'kept-damaged'), code: 'one' };
	const open = () => openCatalog({ roots: [own], harnesses, cache: '', project, keep });
	settle();
	const first = await open();
	const path = join(keep.folder, (await readdir(keep.folder))[0]!);
	const kept = await readFile(path);
	const damaged = Buffer.from(kept);
	damaged.fill('#', kept.indexOf('\n') + 1);
	await writeFile(path, damaged);
	expect((await open()).exercise('programming/twice')).toEqual(first.exercise('programming/twice'));
	expect(await readFile(path)).toEqual(kept);
});
