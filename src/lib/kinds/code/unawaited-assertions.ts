import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { isFunction, nodesIn, rootName, treeOf } from './suite-tree.ts';

/** The first assertion in it; null where it has none. */
function assertionIn(root: Tree): Tree | null {
	for (const node of nodesIn(root))
		if (node.type === 'CallExpression' && /^(?:expect|assert)$/.test(rootName(node) ?? '')) return node;
	return null;
}

/** An assertion in one of the functions that a chain of calls is given: of `p.then(a).finally(b)`, in `a` and `b`. */
function assertionInChain(call: Tree): Tree | null {
	for (let at: unknown = call; isNode(at); at = at.type === 'CallExpression' ? at.callee : at.object) {
		if (at.type !== 'CallExpression') continue;
		const found = (at.arguments as Tree[]).filter(isFunction).map(assertionIn).find(Boolean);
		if (found) return found;
	}
	return null;
}

/** Async functions of a file that assert, by their names. */
function assertingFunctions(program: Tree): Set<string> {
	const names = new Set<string>();
	for (const node of nodesIn(program)) {
		const named = node.type === 'VariableDeclarator' ? node.init : node;
		if (isNode(named) && isFunction(named) && named.async === true && isNode(node.id) && assertionIn(named))
			names.add(node.id.name as string);
	}
	return names;
}

const LATER = /^(?:setTimeout|setInterval|setImmediate|queueMicrotask)$/;
const CHAIN = /^(?:then|catch|finally)$/;

/** The assertion of a statement that begins something, and waits for none of it; null where there is none. */
function forgotten(expression: Tree, asserting: ReadonlySet<string>, fakeTimers: boolean): Tree | null {
	const call = expression.type === 'UnaryExpression' ? expression.argument : expression;
	if (!isNode(call) || call.type !== 'CallExpression' || !isNode(call.callee)) return null;
	const { callee } = call;
	const given = (call.arguments as Tree[]).filter(isFunction);
	const [first] = given;
	if (callee.type === 'MemberExpression' && isNode(callee.property)) {
		const name = callee.property.name as string;
		if (CHAIN.test(name)) return assertionInChain(call);
		return name === 'forEach' && first?.async === true ? assertionIn(first) : null;
	}
	if (isFunction(callee)) return callee.async === true ? assertionIn(callee) : null;
	if (callee.type !== 'Identifier') return null;
	if (asserting.has(callee.name as string)) return call;
	return LATER.test(callee.name as string) && !fakeTimers && first ? assertionIn(first) : null;
}

/**
 * Lines of a suite's file, 1-based, whose assertion nobody awaits: whatever it finds, its test has ended by then. Known by
 * their form: what is returned, awaited or kept is taken for awaited. None where the file is not JavaScript.
 */
export function unawaitedAssertions(text: string): number[] {
	const program = treeOf(text);
	if (!program) return [];
	const asserting = assertingFunctions(program);
	const fakeTimers = /\buseFakeTimers\b/.test(text);
	const lines = new Set<number>();
	// What fails in there leaves the promise unsettled: whoever awaits that waits in vain, which is no pass.
	const promises = ({ type, callee }: Tree): boolean =>
		type === 'NewExpression' && rootName(callee as Tree) === 'Promise';
	for (const node of nodesIn(program, (one) => !promises(one))) {
		if (node.type !== 'ExpressionStatement' || !isNode(node.expression)) continue;
		const found = forgotten(node.expression, asserting, fakeTimers);
		if (found?.loc) lines.add(found.loc.start.line);
	}
	return [...lines].sort((a, b) => a - b);
}

/** The same for each file of a suite: its path, and the line. */
export const unawaitedIn = (suite: FileMap): { path: string; line: number }[] =>
	Object.entries(suite).flatMap(([path, text]) =>
		/\.[jt]s$/.test(path) ? unawaitedAssertions(text).map((line) => ({ path, line })) : []
	);
