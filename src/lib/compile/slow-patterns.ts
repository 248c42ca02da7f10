import { parse, type Node } from 'acorn';
import type { FileMap } from '../contract/exercise.ts';
import { isNode, type Tree } from './is-node.ts';

const UNBOUNDED = /^(?:[*+]|\{\d+,\})/;
const BOUNDED = /^(?:\?|\{\d+(?:,\d+)?\})/;

/** What is in a pair of brackets, or in the whole pattern. */
interface Group {
	/** Something in it is repeated without a limit. */
	repeats: boolean;
	/** How each of its alternatives begins. */
	begins: string[];
	/** The next thing is the first of an alternative. */
	atStart: boolean;
}
const openGroup = (): Group => ({ repeats: false, begins: [], atStart: true });

/** Of alternatives that begin with different letters only one can match; of others, one never knows. */
const mayBeSame = ({ begins }: Group): boolean =>
	begins.length > 1 &&
	(new Set(begins).size < begins.length || begins.some((begin) => begin.length !== 1 || begin === '.'));

/**
 * Whether a regular expression may take for ever on a text that it does not match: something repeated without a limit, in
 * which something is repeated without a limit, or that can be read in two ways: `(a+)+`, `(\w|\d)*`. Not every one of those is
 * slow; one that is none of them is not, but for a few steps more for each letter.
 */
export function mayTakeForEver(pattern: string): boolean {
	const groups = [openGroup()];
	for (let at = 0; at < pattern.length;) {
		const group = groups.at(-1)!;
		const part =
			/^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|[^])/.exec(
				pattern.slice(at)
			)![0];
		at += part.length;
		if (part.startsWith('(') && part !== '\\(') {
			if (group.atStart) group.begins.push(part);
			group.atStart = false;
			groups.push(openGroup());
			continue;
		}
		if (part === '|') {
			group.atStart = true;
			continue;
		}
		const closed = part === ')' && groups.length > 1 ? groups.pop()! : null;
		const around = groups.at(-1)!;
		if (!closed && around.atStart) {
			around.begins.push(part);
			around.atStart = false;
		}
		const rest = pattern.slice(at);
		const repeated = UNBOUNDED.exec(rest)?.[0];
		if (repeated && closed && (closed.repeats || mayBeSame(closed))) return true;
		around.repeats ||= repeated !== undefined || (closed?.repeats ?? false);
		at += (repeated ?? BOUNDED.exec(rest)?.[0] ?? '').length;
		if (pattern[at] === '?' && (repeated ?? BOUNDED.exec(rest))) at += 1;
	}
	return false;
}

/** The patterns that stand in a script: literals, and texts that are given to `RegExp`. */
function* patternsIn(root: Node): Generator<string> {
	const left = [root as Tree];
	for (let node = left.pop(); node; node = left.pop()) {
		const { regex, callee, arguments: given } = node;
		if (regex) yield (regex as { pattern: string }).pattern;
		if (isNode(callee) && callee.name === 'RegExp') {
			const [first] = given as Tree[];
			if (typeof first?.value === 'string') yield first.value;
		}
		for (const value of Object.values(node)) {
			for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
				if (isNode(child)) left.push(child);
		}
	}
}

/** A loop in an attribute of HTML: it is compiled where it runs, without a guard. */
const LOOP_IN_HTML = /\son\w+\s*=\s*(?:"[^"]*\b(?:for|while|do)\b|'[^']*\b(?:for|while|do)\b)/i;

/**
 * Whether a learner's page may hold its thread where no guard ends it (`compile/guard-loops.ts`): such a page is shown when
 * somebody asks, and runs elsewhere. `code`: its script; one that cannot be read holds nothing.
 */
export function mayHold(code: string, files: FileMap): boolean {
	const isPage = (path: string): boolean => /\.html?$/.test(path);
	if (Object.entries(files).some(([path, text]) => isPage(path) && LOOP_IN_HTML.test(text))) return true;
	let tree: Node;
	try {
		tree = parse(code, {
			ecmaVersion: 'latest',
			sourceType: 'script',
			allowReturnOutsideFunction: true,
			allowAwaitOutsideFunction: true
		});
	} catch {
		return false;
	}
	for (const pattern of patternsIn(tree)) if (mayTakeForEver(pattern)) return true;
	return false;
}
