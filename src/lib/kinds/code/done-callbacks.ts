import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { isFunction, nodesIn, rootName, scriptsOf } from './suite-tree.ts';

const TESTS = /^(?:test|it|(?:before|after)(?:Each|All))$/;
/** A row of a table is given to the test first. */
const TABLE = /^(?:each|for)$/;

const isOfTable = (callee: Tree): boolean =>
	[...nodesIn(callee)].some(({ type, name }) => type === 'Identifier' && TABLE.test(String(name)));

/** The name of what a test is given to say that it is over; null where it is given nothing, or its context. */
function doneOf(call: Tree): string | null {
	if (!TESTS.test(rootName(call) ?? '') || isOfTable(call.callee as Tree)) return null;
	const run = (call.arguments as Tree[]).find(isFunction);
	const [given] = (run?.params ?? []) as Tree[];
	if (!run || given?.type !== 'Identifier') return null;
	const name = given.name as string;
	const calls = [...nodesIn(run.body as Tree)].some(
		({ type, callee, arguments: all }) =>
			type === 'CallExpression' &&
			[callee, ...(all as unknown[])].some(
				(one) => isNode(one) && one.type === 'Identifier' && one.name === name
			)
	);
	return name === 'done' || calls ? name : null;
}

/** Tests and hooks of a suite that say with a function when they are over, as Jest and Mocha have it: path, line, its name. */
export const doneCallbacks = (suite: FileMap): { path: string; line: number; name: string }[] =>
	scriptsOf(suite).flatMap(({ path, program }) =>
		[...nodesIn(program)].flatMap((node) => {
			const name = node.type === 'CallExpression' ? doneOf(node) : null;
			return name === null ? [] : [{ path, line: node.loc?.start.line ?? 1, name }];
		})
	);
