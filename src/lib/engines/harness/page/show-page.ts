import type { FileMap } from '../../../contract/exercise.ts';
import type { LearnerScript } from '../../../contract/plan.ts';
import { localFile, typeOf } from './local-files.ts';

export interface PageSource {
	/** The page to show. */
	path: string;
	files: FileMap;
	/** The scripts of each page, as in the plan. */
	pages: LearnerScript['pages'];
	/**
	 * Whether `<img src>` gets a local picture's text in place of its address, so that it is seen. Off where suites look
	 * at the address. Default: true.
	 */
	pictures?: boolean;
}

/** On the `<style>` that stands for a linked style sheet: its path. A preview swaps the text of it. */
export const STYLE_PATH = 'data-passerelle-style';

/** What leads out of the page, or starts another one inside it; scripts run as modules instead. */
const DROPPED = 'script, noscript, base, iframe, frame, frameset, object, embed, portal, meta[http-equiv]';
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href'];
/** Browsers ignore blanks and control characters in front of and inside the scheme. */
const isScriptAddress = (value: string): boolean =>
	/^javascript:/i.test(value.replace(/[\u0000-\u0020]/g, ''));

/** Removes `onclick="…"` and `javascript:` addresses; says what was removed. */
function removeInlineCode(page: Document): string[] {
	const removed: string[] = [];
	for (const element of page.querySelectorAll('*')) {
		for (const { name, value } of [...element.attributes]) {
			const lower = name.toLowerCase();
			if (lower.startsWith('on') || (ADDRESSES.includes(lower) && isScriptAddress(value))) {
				element.removeAttribute(name);
				removed.push(`<${element.localName} ${name}>`);
			}
		}
	}
	return removed;
}

function linkStyles(page: Document, { path, files }: PageSource): void {
	for (const link of page.querySelectorAll('link')) {
		const kinds = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
		if (!kinds.includes('stylesheet')) continue;
		const file = localFile(path, link.getAttribute('href') ?? '', files);
		if (file === null) {
			console.warn(`There is no file "${link.getAttribute('href') ?? ''}": the style sheet was not loaded`);
			link.remove();
			continue;
		}
		const style = page.createElement('style');
		style.setAttribute(STYLE_PATH, file);
		const media = link.getAttribute('media');
		if (media !== null) style.setAttribute('media', media);
		style.textContent = files[file] ?? '';
		link.replaceWith(style);
	}
}

function fillPictures(page: Document, { path, files }: PageSource): void {
	for (const image of page.querySelectorAll('img')) {
		const file = localFile(path, image.getAttribute('src') ?? '', files);
		if (file === null || file === path) continue;
		image.setAttribute('src', `data:${typeOf(file)};charset=utf-8,${encodeURIComponent(files[file] ?? '')}`);
	}
}

/** Makes the page's nodes the document's; the document itself, with its own listeners, stays. */
function place(document: Document, page: Document): void {
	const root = document.documentElement;
	for (const { name } of [...root.attributes]) root.removeAttribute(name);
	for (const { name, value } of [...page.documentElement.attributes]) root.setAttribute(name, value);
	root.replaceChildren(
		...[...page.documentElement.childNodes].map((node) => document.importNode(node, true))
	);
}

/**
 * Shows one of the learner's pages in a document: its nodes and styles take the place of what was there, then its
 * modules are loaded, in their order, then `DOMContentLoaded` and `load` are dispatched. Scripts in the page, inline
 * handlers, frames and what reloads are left out. Rejects with the first thing a module throws, or where there is no
 * such page.
 */
export async function showPage(
	document: Document,
	source: PageSource,
	load: (modulePath: string) => Promise<unknown>
): Promise<void> {
	const { path, files, pages } = source;
	const window = document.defaultView!;
	if (!Object.hasOwn(files, path)) throw new Error(`There is no page "${path}"`);
	const page = new window.DOMParser().parseFromString(files[path] ?? '', 'text/html');
	for (const element of page.querySelectorAll(DROPPED)) element.remove();
	const removed = removeInlineCode(page);
	linkStyles(page, source);
	if (source.pictures ?? true) fillPictures(page, source);
	place(document, page);
	if (removed.length > 0) {
		const names = [...new Set(removed)].slice(0, 5).join(', ');
		console.warn(`Code inside HTML is not run (${names}). Use addEventListener in a script file.`);
	}
	let failure: { thrown: unknown } | undefined;
	for (const module of pages[path] ?? []) {
		// As in a browser: a module that throws does not keep the next one from running.
		await load(module).catch((thrown: unknown) => (failure ??= { thrown }));
	}
	document.dispatchEvent(new window.Event('DOMContentLoaded', { bubbles: true }));
	window.dispatchEvent(new window.Event('load'));
	if (failure) throw failure.thrown;
}
