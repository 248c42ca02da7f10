/** Types of scripts that are no modules (HTML, "prepare the script element"). */
const CLASSIC = /^\s*(?:|(?:text|application)\/javascript)\s*$/i;

const typeOf = (script: Element): string => script.getAttribute('type') ?? '';
export const isClassic = (script: Element): boolean => CLASSIC.test(typeOf(script));
/** Whether a browser runs this script; the rest is data. */
export const runs = (script: Element): boolean => isClassic(script) || /^\s*module\s*$/i.test(typeOf(script));

/** Whether the page waits for this script where it stands: a module does not, nor does a file with `defer` or `async`. */
export function isBlocking(script: Element): boolean {
	if (!isClassic(script)) return false;
	return !script.hasAttribute('src') || !(script.hasAttribute('defer') || script.hasAttribute('async'));
}

/**
 * Makes a parsed page's nodes the document's, in the order of a parser: where a `<script>` stands, `run` is waited for, and
 * finds what stands above it, and nothing of what follows. The document itself, with its own listeners, stays.
 */
export async function placePage(
	document: Document,
	page: Document,
	run: (script: Element) => Promise<void>
): Promise<void> {
	const root = document.documentElement;
	for (const { name } of [...root.attributes]) root.removeAttribute(name);
	for (const { name, value } of [...page.documentElement.attributes]) root.setAttribute(name, value);
	root.replaceChildren();
	const append = async (from: Node, to: Node): Promise<void> => {
		for (const node of [...from.childNodes]) {
			if (node.nodeName === 'SCRIPT') await run(node as Element);
			else if (holdsScript(node)) {
				const copy = document.importNode(node, false);
				to.appendChild(copy);
				await append(node, copy);
			} else to.appendChild(document.importNode(node, true));
		}
	};
	await append(page.documentElement, root);
}

const holdsScript = (node: Node): boolean =>
	'querySelector' in node && (node as Element).querySelector('script') !== null;
