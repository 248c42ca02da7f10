import ts from 'typescript';
import type { FileMap } from '../../../lib/contract/exercise.ts';
import { resolveRelative } from '../../../lib/compile/resolve.ts';
import type { TestsManifest } from '../../../lib/kinds/write-tests/manifest.ts';
import type { ForeignExercise } from '../format.ts';
import { createEdits } from '../rewrite/edits.ts';
import { specifiers } from '../rewrite/learner-code.ts';
import { literalText, readSyntax } from '../rewrite/syntax.ts';
import { commonFields, json, languagesOf, textFiles, titlesOf } from './exercise-folder.ts';
import { relativePath } from './places.ts';

/** What is known of an exercise in which tests are written only after it was tried, or from the others. */
export interface FoundOfTests {
	timeLimitMs: number;
	/** Ids. */
	prerequisites: readonly string[];
	/** Names of automatic bugs that the suite does not notice. */
	escaped: readonly string[];
}

const ESCAPED = 'The suite of the collection does not notice it.';

/** "tests/a.test.js" → "a.test.js", "start/a.js" → "a.js": here a program and its tests lie in one folder. */
const plain = (path: string): string => path.replace(/^(?:tests|start)\//, '');

/** The suite as a learner writes it: beside the program. */
function besideProgram(tests: FileMap): Record<string, string> {
	const moved = Object.entries(tests).map(([path, text]) => {
		const edits = createEdits(text);
		if (/\.[jt]s$/.test(path))
			for (const node of specifiers(readSyntax(path, text))) {
				const specifier = literalText(node) ?? '';
				const target = specifier.startsWith('.') ? resolveRelative(path, specifier) : null;
				if (target === null) continue;
				edits.replace(node.getStart(), node.getEnd(), `'${relativePath(plain(path), plain(target))}'`);
			}
		return [plain(path), edits.apply()] as const;
	});
	return Object.fromEntries(moved);
}

/** The name that a call begins with: "test" of `test.each(…)(…)`. */
function calledName(node: ts.Expression): string | null {
	if (ts.isIdentifier(node)) return node.text;
	if (ts.isTaggedTemplateExpression(node)) return calledName(node.tag);
	return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)
		? calledName(node.expression)
		: null;
}

const calls = (node: ts.Node, names: readonly string[]): boolean =>
	ts.isExpressionStatement(node) && names.includes(calledName(node.expression) ?? '');
const isTest = (node: ts.Node): boolean => calls(node, ['test', 'it']);
const isGroup = (node: ts.Node): boolean => calls(node, ['describe', 'suite']);

/** A file with its first test only, and without the groups that are empty then. */
function firstTest(path: string, text: string): string {
	const { file } = readSyntax(path, text);
	const edits = createEdits(text);
	let kept: ts.Node | null = null;
	const holds = (group: ts.Node): boolean => kept !== null && group.pos <= kept.pos && kept.end <= group.end;
	const visit = (node: ts.Node): void => {
		if (isTest(node)) {
			if (kept) edits.remove(node.getFullStart(), node.getEnd());
			else kept = node;
			return;
		}
		ts.forEachChild(node, visit);
		if (isGroup(node) && !holds(node)) edits.remove(node.getFullStart(), node.getEnd());
	};
	visit(file);
	return edits.apply();
}

/** The files of our folder: path → text. */
export function testsFolder(foreign: ForeignExercise, found: FoundOfTests): Map<string, string> {
	const languages = languagesOf(foreign);
	const manifest: Partial<TestsManifest> = {
		version: 1,
		title: titlesOf(foreign, languages),
		kind: 'write-tests',
		timeLimitMs: found.timeLimitMs,
		...(found.escaped.length > 0
			? { excluded: found.escaped.map((bug) => ({ bug, because: ESCAPED })) }
			: {}),
		...commonFields(foreign, languages, found.prerequisites)
	};
	const files = new Map<string, string>([
		['exercise.json', json(manifest)],
		...textFiles(foreign, languages)
	]);
	for (const [path, text] of Object.entries({ ...foreign.start, ...foreign.solution }))
		files.set(`program/${path}`, text);
	for (const [path, text] of Object.entries(besideProgram(foreign.tests))) {
		files.set(`start/${path}`, firstTest(path, text));
		files.set(`solution/${path}`, text);
	}
	return files;
}
