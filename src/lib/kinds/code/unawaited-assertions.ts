import { parse, type Node } from 'acorn';
import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';

const children = (node: Tree): Tree[] =>
	Object.values(node)
		.flat()
		.filter((one) => isNode(one));

const isFunction = ({ type }: Tree): boolean =>
	type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';

/** `expect(…).to…`, `expect.soft(…)`, `assert.equal(…)`: the name that a chain of calls begins with. */
function rootName(node: Tree): string | null {
	const chain: Tree[] = [];
	let at: unknown = node;
	while (isNode(at) && !roots.has(at)) {
		chain.push(at);
		at = at.type === 'CallExpression' ? at.callee : at.type === 'MemberExpression' ? at.object : null;
	}
	const last = chain.at(-1);
	const name = isNode(at) ? roots.get(at)! : last?.type === 'Identifier' ? (last.name as string) : null;
	for (const one of chain) roots.set(one, name);
	return name;
}
/** Of each link of a chain that was asked for: a long chain is gone through once. */
const roots = new WeakMap<Tree, string | null>();

/**
 * A node and all below it, in the order of the text; what is below one that `enters` refuses is left out. Without recursion: code
 * nests deeper than calls may.
 */
function* nodesIn(root: Tree, enters: (node: Tree) => boolean = () => true): Generator<Tree> {
	const left = [root];
	for (let node = left.pop(); node; node = left.pop()) {
		yield node;
		if (enters(node)) left.push(...children(node).reverse());
	}
}

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
	let program: Node;
	try {
		program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
	} catch {
		return [];
	}
	if (!isNode(program)) return [];
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
