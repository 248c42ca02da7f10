import { expect, test } from 'vitest';
import { commonManifest } from '../../src/lib/contract/exercise.ts';
import { codeManifest } from '../../src/lib/kinds/code/manifest.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { readSources, readText } from '../support/source-files.ts';

const KINDS = 'src/lib/kinds/';
const code = readSources('src').filter(({ path }) => !/\.test\.ts$/.test(path));
const outside = code.filter(({ path }) => !path.startsWith(KINDS));
/** Their `kind` is that of a piece of text. */
const OF_TEXT = /^src\/cli\/import\/(?:statement\/)?statement\.ts$/;

/**
 * What is of one kind and must be: the page's workbench of code draws its files, and gets a compiler for them from the page;
 * importers write its folders.
 */
const OF_CODE =
	/^src\/(?:cli\/import\/|lib\/workspace\/(?:code\/|texts\/|page-ports\.ts|compile\/known-start\.ts)|routes\/.*\/(?:CodeWorkbench|EditorPane|PagePane)\.svelte$)/;

/** What `pattern` finds in a text, with why it must not be there. */
const found = (path: string, text: string, pattern: RegExp, why: string): string[] =>
	[...text.matchAll(new RegExp(pattern, 'g'))].map(([words]) => `${path}: ${words}: ${why}`);

test('nobody asks which kind an exercise is of but the kind itself', () => {
	const why = 'a branch on a kind’s name is a part of that kind: ask the kind (src/lib/kinds)';
	const names = kinds.all.map(({ name }) => name).join('|');
	const branch = new RegExp(
		`\\b(?:manifest|exercise)\\.kind\\s*[!=]==?|\\bkind\\s*[!=]==?\\s*['"](?:${names})['"]`
	);
	expect(found('a.ts', "if (exercise.kind === 'code')", branch, why)).toHaveLength(1);
	expect(
		outside
			.filter(({ path }) => !OF_TEXT.test(path))
			.flatMap(({ path }) => found(path, readText(path), branch, why))
	).toEqual([]);
});

test('nobody imports a kind but the two lists of kinds, its workbench and the importers', () => {
	const why = 'what is different from kind to kind is asked of the registry: kinds.get(manifest.kind)';
	const ofKind = (target: string): boolean => /^src\/lib\/kinds\/(?!bugs\/)[^/]+\//.test(target);
	const importers = code
		.filter(({ path, imports }) => !ofKind(path) && imports.some(({ target }) => ofKind(target)))
		.map(({ path }) => path);
	expect(importers).toContain('src/lib/kinds/kinds.ts');
	expect(importers).toContain('src/lib/kinds/page-kinds.ts');
	const lists = /^src\/lib\/kinds\/(?:page-)?kinds\.ts$/;
	const workbench = /\/\[slug\]\/(?:BugReport|Table)Workbench\.svelte$/;
	expect(
		importers
			.filter((path) => !lists.test(path) && !OF_CODE.test(path) && !workbench.test(path))
			.map((path) => `${path}: ${why}`)
	).toEqual([]);
	// What a workbench does itself; nothing that only a server needs.
	expect(
		code
			.filter(({ path }) => workbench.test(path))
			.flatMap(({ imports }) => imports.map(({ target }) => target).filter(ofKind))
	).toEqual(
		expect.not.arrayContaining([
			expect.not.stringMatching(
				/\/(?:bug-report\/(?:app-words|grade|plan|report-rules|run|runnable)|test-table\/run)\.ts$/
			)
		])
	);
	// A page has what runs, and the fields; everything else of a kind would be downloaded by every learner.
	const page = code.filter(({ path }) => OF_CODE.test(path) && !path.startsWith('src/cli/'));
	expect(page.flatMap(({ imports }) => imports.map(({ target }) => target)).filter(ofKind)).toEqual(
		expect.not.arrayContaining([expect.not.stringMatching(/\/runnable\.ts$/)])
	);
});

test('nobody reads fields and files of code where the kind should be asked', () => {
	const why = 'another kind has no such field or file: ask the kind (src/lib/kinds/kind.ts)';
	const fields = Object.keys(codeManifest.shape).filter((name) => !(name in commonManifest.shape));
	expect(fields).toEqual(expect.arrayContaining(['files', 'entry', 'need', 'packages', 'refactoring']));
	/** What every runnable exercise has too. */
	const common = ['need', 'allowPrototype'];
	const ofFolder = ['start', 'tests', 'examples', 'solution', 'also', 'wrong'];
	const ofExercise = [...fields.filter((name) => !common.includes(name)), ...ofFolder].join('|');
	const read = new RegExp(
		[
			`\\bmanifest\\??\\.(?:${fields.join('|')})\\b`,
			`\\bexercise\\??\\.(?:${ofExercise})\\b`,
			`\\{[^{}=]*\\b(?:${fields.join('|')})\\b[^{}=]*\\} = (?:\\w+\\.)*manifest\\b`,
			`\\{[^{}=]*\\b(?:${ofExercise})\\b[^{}=]*\\} = (?:\\w+\\.)*exercise\\b`,
			// Paths of its folder; start/ is what any suite may import.
			`[\`'"](?:solution|wrong)/[\`'"$]`
		].join('|')
	);
	for (const line of [
		'manifest.files.map(one)',
		'const { entry, points } = exercise.manifest;',
		'Object.keys(exercise.solution)',
		'const { start, solution } = exercise;',
		'path.startsWith("solution/")'
	])
		expect(found('a.ts', line, read, why), line).toHaveLength(1);
	expect(found('a.ts', 'const { id, manifest } = exercise; manifest.points;', read, why)).toEqual([]);
	expect(
		outside
			.filter(({ path }) => !OF_CODE.test(path))
			.flatMap(({ path }) => found(path, readText(path), read, why))
	).toEqual([]);
});

test('a page has only the part of a kind that runs', () => {
	const why = 'folders, proofs, templates and zod would be in every page: import page-kinds.ts';
	const whole = code.flatMap(({ path, imports }) =>
		/\.svelte(?:\.ts)?$/.test(path) || path.startsWith('src/lib/workspace/')
			? imports
					.filter(({ target }) => /kinds\/(?:kinds|[^/]+\/(?:kind|submission))\.ts$/.test(target))
					.map(() => `${path}: ${why}`)
			: []
	);
	expect(whole).toEqual([]);
});

test('every kind of the site has its workbench in the page', () => {
	const listed = readText('src/routes/[lang=lang]/[track]/[slug]/workbenches.ts');
	for (const { run } of kinds.all)
		expect(listed).toMatch(new RegExp(`WORKBENCHES[^;]*[{\\s,'"]${run.workbench}['"]?: [\\w(]+`));
});
