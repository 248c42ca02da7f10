import { parse, type Node } from 'acorn';
import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';

const children = (node: Tree): Tree[] =>
	Object.values(node)
		.flat()
		.filter((one) => isNode(one));

export const isFunction = ({ type }: Tree): boolean =>
	type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';

/** `expect(…).to…`, `expect.soft(…)`, `assert.equal(…)`: the name that a chain of calls begins with. */
export function rootName(node: Tree): string | null {
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
export function* nodesIn(root: Tree, enters: (node: Tree) => boolean = () => true): Generator<Tree> {
	const left = [root];
	for (let node = left.pop(); node; node = left.pop()) {
		yield node;
		if (enters(node)) left.push(...children(node).reverse());
	}
}

/** A file of a suite as a tree; null where it is not JavaScript. */
export function treeOf(text: string): Tree | null {
	try {
		const program: Node = parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
		return isNode(program) ? program : null;
	} catch {
		return null;
	}
}

/** The scripts of a suite that can be read. */
export const scriptsOf = (suite: FileMap): { path: string; text: string; program: Tree }[] =>
	Object.entries(suite).flatMap(([path, text]) => {
		const program = /\.[jt]s$/.test(path) ? treeOf(text) : null;
		return program ? [{ path, text, program }] : [];
	});
