import { memberOf } from './member-of.ts';

/** Types of scripts that are no modules (HTML, "prepare the script element"). */
const CLASSIC = /^\s*(?:|(?:text|application)\/javascript)\s*$/i;

const typeOf = (script: Element): string => script.getAttribute('type') ?? '';
export const isClassic = (script: Element): boolean => CLASSIC.test(typeOf(script));
/** Whether a browser runs this script; the rest is data. */
export const runs = (script: Element): boolean => isClassic(script) || /^\s*module\s*$/i.test(typeOf(script));

/**
 * Whether the page waits for this script where it stands: a module does not, nor does a file with `defer` or `async`. When an
 * `async` file runs is open in a browser; here it is one of the possible times, always the same: in its turn, after the page.
 */
export function isBlocking(script: Element): boolean {
	if (!isClassic(script)) return false;
	return !script.hasAttribute('src') || !(script.hasAttribute('defer') || script.hasAttribute('async'));
}

/**
 * Makes a parsed page's nodes the document's, in the order of a parser: where a `<script>` stands, `run` is waited for, and
 * finds what stands above it, and nothing of what follows: `where` it is the last. The document itself, with its own
 * listeners, stays.
 */
export async function placePage(
	document: Document,
	page: Document,
	run: (script: Element, where: Node) => Promise<void>
): Promise<void> {
	const root = memberOf(document, 'documentElement');
	const from = memberOf(page, 'documentElement');
	for (const { name } of [...root.attributes]) root.removeAttribute(name);
	for (const { name, value } of [...from.attributes]) root.setAttribute(name, value);
	root.replaceChildren();
	const copyOf = memberOf(document, 'importNode');
	const add = (to: Node, node: Node): Node => memberOf(to, 'appendChild')(node);
	const append = async (from: Node, to: Node): Promise<void> => {
		for (const node of [...memberOf(from, 'childNodes')]) {
			if (memberOf(node, 'nodeName') === 'SCRIPT') await run(node as Element, to);
			else if (holdsScript(node)) {
				const copy = copyOf(node, false);
				add(to, copy);
				await append(node, copy);
			} else add(to, copyOf(node, true));
		}
	};
	await append(from, root);
}

const holdsScript = (node: Node): boolean =>
	'querySelector' in node && memberOf(node as Element, 'querySelector')('script') !== null;
