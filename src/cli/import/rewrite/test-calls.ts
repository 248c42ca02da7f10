import ts from 'typescript';
import type { Edits } from './edits.ts';
import { wholeLines } from './edits.ts';
import type { Syntax } from './syntax.ts';
import type { ApiUse, TestApi } from './test-api.ts';

const TESTS = new Set(['it', 'fit', 'xit', 'test', 'xtest', 'ftest']);
const GROUPS = new Set(['describe', 'fdescribe', 'xdescribe', 'suite']);
const HOOKS = new Set(['beforeAll', 'beforeEach', 'afterAll', 'afterEach']);

/** `test.each(rows).skip(name, run)`, taken apart. */
interface TestCall {
	kind: 'test' | 'group' | 'hook';
	modifiers: { name: string; start: number; end: number }[];
	/** The table of `each`; null where the call has none. */
	rows: ts.Node | null;
	call: ts.CallExpression;
}

function takeApart({ node, name }: ApiUse): TestCall | null {
	const kind = TESTS.has(name) ? 'test' : GROUPS.has(name) ? 'group' : HOOKS.has(name) ? 'hook' : null;
	if (!kind) return null;
	const modifiers: TestCall['modifiers'] = [];
	let rows: ts.Node | null = null;
	let at: ts.Expression = node;
	for (;;) {
		const { parent }: { parent: ts.Node } = at;
		if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
			modifiers.push({ name: parent.name.text, start: at.getEnd(), end: parent.getEnd() });
			at = parent;
		} else if (ts.isTaggedTemplateExpression(parent) && parent.tag === at) {
			rows = parent.template;
			at = parent;
		} else if (ts.isCallExpression(parent) && parent.expression === at) {
			if (modifiers.at(-1)?.name !== 'each' || rows !== null) return { kind, modifiers, rows, call: parent };
			rows = parent.arguments[0] ?? parent;
			at = parent;
		} else return null;
	}
}

/** How many tests a call makes, as far as its table says. */
function countOf({ rows }: TestCall): number {
	if (rows && ts.isArrayLiteralExpression(rows)) return rows.elements.length;
	if (rows && ts.isTemplateExpression(rows)) {
		const columns = rows.head.text.split('\n')[0] === '' ? 1 : rows.head.text.split('|').length;
		return Math.max(1, Math.floor(rows.templateSpans.length / columns));
	}
	return 1;
}

type RunFunction = ts.ArrowFunction | ts.FunctionExpression;
const isRun = (node: ts.Node | undefined): node is RunFunction =>
	node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** The function that a test or a hook runs. */
const runOf = (call: ts.CallExpression): RunFunction | undefined => call.arguments.find(isRun);

const DONE =
	'Object.assign((error) => (error ? failed(error) : passed()), { fail: (error) => failed(error ?? new Error("done.fail")) })';

/** Jest hands a test that asks for it a function to say "done"; Vitest waits for a promise. */
function awaitDone(run: RunFunction, each: boolean, edits: Edits): void {
	const asyncRun = run.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
	const last = run.parameters.at(-1);
	if (asyncRun || !last || !ts.isIdentifier(last.name)) return;
	if (each && last.name.text !== 'done') return;
	const [outer, inner] = each ? ['...row', `...row, ${DONE}`] : ['', DONE];
	edits.insert(run.getStart(), `(${outer}) => new Promise((passed, failed) => (`);
	edits.insert(run.getEnd(), `)(${inner}))`);
}

const isAssignment = (node: ts.Expression): boolean =>
	ts.isBinaryExpression(node) &&
	node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
	node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;

/** What a hook gives back is called as a clean-up by Vitest, where Jest ignores it: an assigned class would be. */
function giveNothing(run: RunFunction, edits: Edits): void {
	if (ts.isBlock(run.body)) return;
	let body = run.body;
	while (ts.isParenthesizedExpression(body)) body = body.expression;
	if (!isAssignment(body)) return;
	edits.insert(run.body.getStart(), '{ ');
	edits.insert(run.body.getEnd(), '; }');
}

function drop({ call }: TestCall, syntax: Syntax, edits: Edits): void {
	const { parent } = call;
	if (!ts.isExpressionStatement(parent)) return edits.replace(call.getStart(), call.getEnd(), 'undefined');
	const { start, end } = wholeLines(syntax.text, parent.getStart(), parent.getEnd());
	edits.remove(start, end);
}

/**
 * Switches tests on or leaves them out: `xtest` runs, `.only` is plain, `.todo` goes, `.skip` runs or goes as
 * `skipDotted` says. Gives the number of tests that were left out because they were switched off or only promised.
 */
export function rewriteTestCalls(
	syntax: Syntax,
	api: TestApi,
	skipDotted: 'on' | 'off',
	edits: Edits
): number {
	const calls = api.uses.map(takeApart).filter((one) => one !== null);
	let skipped = 0;
	const dropped: TestCall[] = [];
	const isGone = ({ call }: TestCall): boolean =>
		dropped.some((one) => call.getStart() >= one.call.getStart() && call.getEnd() <= one.call.getEnd());
	for (const one of calls) {
		const names = new Set(one.modifiers.map(({ name }) => name));
		const left = names.has('todo') || (one.kind === 'test' && one.call.arguments.length === 1);
		const gone = isGone(one);
		if (gone || (names.has('skip') && skipDotted === 'off')) {
			if (one.kind === 'test' && !left) skipped += countOf(one);
		} else if (one.kind === 'test' && left) skipped++;
		if (gone) continue;
		if (left || (names.has('skip') && skipDotted === 'off')) {
			dropped.push(one);
			drop(one, syntax, edits);
			continue;
		}
		for (const { name, start, end } of one.modifiers) {
			if (name === 'only' || name === 'skip' || name === 'concurrent') edits.remove(start, end);
			if (name === 'failing') edits.replace(start, end, '.fails');
		}
		const run = runOf(one.call);
		if (!run || one.kind === 'group') continue;
		if (!api.vitest) awaitDone(run, one.rows !== null, edits);
		if (one.kind === 'hook') giveNothing(run, edits);
	}
	// Vitest fails a group without a test.
	for (const group of calls.filter(({ kind }) => kind === 'group').reverse()) {
		const inner = calls.filter(
			(one) =>
				one.kind === 'test' &&
				one.call.getStart() > group.call.getStart() &&
				one.call.getEnd() < group.call.getEnd()
		);
		if (inner.length === 0 || !inner.every(isGone) || isGone(group)) continue;
		dropped.push(group);
		drop(group, syntax, edits);
	}
	return skipped;
}
