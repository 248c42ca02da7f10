import { parse, type Node } from 'acorn';
import { isNode } from './is-node.ts';

const LOOPS = new Set([
	'WhileStatement',
	'DoWhileStatement',
	'ForStatement',
	'ForInStatement',
	'ForOfStatement'
]);
const NAME = '__passerelle_guard__';

/** The bodies of all loops below a node. Without recursion: code nests deeper than calls may. */
function* loopBodies(root: Node): Generator<Node> {
	const left = [root];
	for (let node = left.pop(); node; node = left.pop()) {
		const { body } = node as Node & { body?: unknown };
		if (LOOPS.has(node.type) && isNode(body)) yield body;
		for (const value of Object.values(node)) {
			for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
				if (isNode(child)) left.push(child);
		}
	}
}

/** Taken when the script begins: a suite may use fake timers, and a page that is opened anew clears the real ones. */
const before = `${NAME}.turn = AbortSignal.timeout.bind(AbortSignal); ${NAME}.now = performance.now.bind(performance); `;
const after = (limitMs: number): string => `
function ${NAME}() {
	const guard = ${NAME}, time = guard.now();
	if (guard.since === undefined) {
		guard.since = time;
		guard.turn(0).onabort = () => void (guard.since = undefined);
	} else if (time - guard.since > ${limitMs}) throw new Error("This loop did not end");
}`;

/**
 * The learner's script with a check in every loop: one that keeps its thread for longer than `limitMs`, without a turn
 * of the event loop, throws. For browsers in which a frame shares its thread with the page around it (Firefox, Safari):
 * there nobody else could stop it. No line moves; a column moves only behind a loop's brace, on its line. Text that cannot
 * be parsed comes back as it is.
 */
export function guardLoops(code: string, limitMs: number): string {
	let tree: Node;
	try {
		tree = parse(code, {
			ecmaVersion: 'latest',
			sourceType: 'script',
			allowReturnOutsideFunction: true,
			allowAwaitOutsideFunction: true
		});
	} catch {
		return code;
	}
	const inserts: { at: number; text: string }[] = [];
	for (const { type, start, end } of loopBodies(tree)) {
		if (type === 'BlockStatement') inserts.push({ at: start + 1, text: `${NAME}();` });
		else inserts.push({ at: start, text: `{${NAME}();` }, { at: end, text: '}' });
	}
	if (inserts.length === 0) return code;
	let result = '';
	let from = 0;
	for (const { at, text } of inserts.sort((a, b) => a.at - b.at)) {
		result += code.slice(from, at) + text;
		from = at;
	}
	return before + result + code.slice(from) + after(limitMs);
}
