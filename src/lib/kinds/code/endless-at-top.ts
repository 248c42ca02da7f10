import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { isFunction, nodesIn, rootName, scriptsOf } from './suite-tree.ts';

/** What keeps a suite from being loaded. `sure`: it cannot end; else it is the only thing that could go on. */
export interface Endless {
	path: string;
	line: number;
	what: 'loop' | 'wait';
	sure: boolean;
}

const LOOP = /^(?:While|DoWhile|For|ForIn|ForOf)Statement$/;
/** Their end is known, or is that of a list. */
const OVER_LIST = /^For(?:In|Of)Statement$/;
const GROUPS = /^(?:describe|suite)$/;

/** All below a node that runs when it does: what is in a function runs later, except what a group of tests is given. */
function* atOnce(root: Tree): Generator<Tree> {
	const groups = new Set<unknown>();
	yield* nodesIn(root, (node) => {
		if (node.type === 'CallExpression') {
			if (GROUPS.test(rootName(node) ?? '')) for (const one of node.arguments as Tree[]) groups.add(one);
			groups.add(node.callee);
		}
		return node === root || !isFunction(node) || groups.has(node);
	});
}

const namesIn = (root: unknown): string[] =>
	isNode(root)
		? [...nodesIn(root)].flatMap((node) => (node.type === 'Identifier' ? (node.name as string) : []))
		: [];

/** Whether nothing in a loop can end it: no way out, and nothing that its condition looks at changes. */
function cannotEnd(loop: Tree): boolean {
	if (OVER_LIST.test(loop.type)) return false;
	const { test } = loop;
	if (isNode(test) && test.type === 'Literal' && !test.value) return false;
	const inside = [loop.body, loop.update].filter((one) => isNode(one)).flatMap((one) => [...atOnce(one)]);
	if (inside.some(({ type }) => /^(?:Break|Return|Throw)Statement$|^(?:Await|Yield)Expression$/.test(type)))
		return false;
	const looked = isNode(test) ? [...nodesIn(test)] : [];
	if (looked.some(({ type }) => /^(?:Call|New|Member|TaggedTemplate)Expression$/.test(type))) return false;
	const changed = new Set(
		inside.flatMap((node) => {
			if (node.type === 'UpdateExpression') return namesIn(node.argument);
			return node.type === 'AssignmentExpression' ? namesIn(node.left) : [];
		})
	);
	return !namesIn(test).some((name) => changed.has(name));
}

/** `await new Promise(() => {})`: nothing in it says that it is over. */
function neverSettles(node: Tree): boolean {
	const { argument } = node;
	if (
		!isNode(argument) ||
		argument.type !== 'NewExpression' ||
		rootName(argument.callee as Tree) !== 'Promise'
	)
		return false;
	const [run] = argument.arguments as Tree[];
	if (!run || !isFunction(run)) return false;
	const given = (run.params as Tree[]).flatMap(namesIn);
	return !namesIn(run.body).some((name) => given.includes(name));
}

const lineOf = (node: Tree): number => node.loc?.start.line ?? 1;

function endlessIn(path: string, program: Tree): Endless[] {
	const top = new Set(atOnce(program));
	return [...nodesIn(program)].flatMap((node): Endless[] => {
		const line = lineOf(node);
		if (LOOP.test(node.type)) {
			const sure = cannotEnd(node);
			return sure || (top.has(node) && !OVER_LIST.test(node.type))
				? [{ path, line, what: 'loop', sure }]
				: [];
		}
		if (node.type !== 'AwaitExpression' || !top.has(node)) return [];
		return [{ path, line, what: 'wait', sure: neverSettles(node) }];
	});
}

/**
 * What keeps code from being loaded in time, as far as its text tells: a loop or an await outside of functions, or in a
 * group of tests. Null where it tells nothing, or where more than one could be meant.
 */
export function endlessAtTop(code: FileMap): Endless | null {
	const found = scriptsOf(code).flatMap(({ path, program }) => endlessIn(path, program));
	const sure = found.filter((one) => one.sure);
	const [first] = sure.length > 0 ? sure : found.length === 1 ? found : [];
	return first ?? null;
}
