import type { FileMap } from '../../../contract/exercise.ts';
import type { LearnerScript } from '../../../contract/plan.ts';
import { fileOf } from '../../../contract/script-file.ts';
import { localFile, typeOf } from './local-files.ts';
import type { PageWriter } from './document-write.ts';
import type { Handlers } from './handlers.ts';
import { memberOf } from './member-of.ts';
import { isBlocking, isClassic, placePage, runs } from './place-page.ts';

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

/** What leads out of the page, or starts another one inside it. */
const DROPPED = 'noscript, base, iframe, frame, frameset, object, embed, portal, meta[http-equiv]';
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href'];
/** Browsers ignore blanks and control characters in front of and inside the scheme. */
const isScriptAddress = (value: string): boolean =>
	/^javascript:/i.test(value.replace(/[\u0000-\u0020]/g, ''));

/** Removes `javascript:` addresses; says what was removed. */
function removeScriptAddresses(page: Document): string[] {
	const removed: string[] = [];
	for (const element of memberOf(page, 'querySelectorAll')('*')) {
		for (const { name, value } of [...memberOf(element, 'attributes')]) {
			if (!ADDRESSES.includes(name.toLowerCase()) || !isScriptAddress(value)) continue;
			memberOf(element, 'removeAttribute')(name);
			removed.push(`<${memberOf(element, 'localName')} ${name}>`);
		}
	}
	return removed;
}

function linkStyles(page: Document, { path, files }: PageSource): void {
	for (const link of memberOf(page, 'querySelectorAll')('link')) {
		const kinds = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
		if (!kinds.includes('stylesheet')) continue;
		const file = localFile(path, link.getAttribute('href') ?? '', files);
		if (file === null) {
			console.warn(`There is no file "${link.getAttribute('href') ?? ''}": the style sheet was not loaded`);
			link.remove();
			continue;
		}
		const style = memberOf(page, 'createElement')('style');
		style.setAttribute(STYLE_PATH, file);
		const media = link.getAttribute('media');
		if (media !== null) style.setAttribute('media', media);
		// A mark of the text's encoding is no part of a style sheet.
		style.textContent = (files[file] ?? '').replace(/^\ufeff/, '');
		link.replaceWith(style);
	}
}

function fillPictures(page: Document, { path, files }: PageSource): void {
	for (const image of memberOf(page, 'querySelectorAll')('img')) {
		const file = localFile(path, image.getAttribute('src') ?? '', files);
		if (file === null || file === path) continue;
		image.setAttribute('src', `data:${typeOf(file)};charset=utf-8,${encodeURIComponent(files[file] ?? '')}`);
	}
}

const LATER = 'Put its <script> at the end of the body, or write <script defer src="…">.';

/** The scripts of a page, by the names that the compiler gave them (`PageScript` of `compile/`). */
function scriptNames(page: Document, { path, files }: PageSource): Map<Element, string> {
	let inline = 0;
	return new Map(
		[...memberOf(page, 'querySelectorAll')('script')].filter(runs).map((script) => {
			const src = script.getAttribute('src');
			if (src === null) return [script, `${path}?${(inline += 1)}`];
			const file = localFile(path, src, files) ?? '';
			return [script, isClassic(script) ? `${file}?0` : file];
		})
	);
}

/**
 * Shows one of the learner's pages in a document: its nodes and styles take the place of what was there. A script that is
 * no module, and has no `defer`, runs where it stands; the others when all nodes are there, in their order. Then
 * `DOMContentLoaded` and `load` are dispatched. Frames and what reloads are left out. A script that throws, or that cannot be
 * read, does not keep the next one from running. Rejects with the first thing a script throws, or where there is no such
 * page.
 */
export async function showPage(
	document: Document,
	source: PageSource,
	load: (modulePath: string) => Promise<unknown>,
	{ adopt, during, endWriting }: Pick<Handlers, 'adopt'> & PageWriter
): Promise<void> {
	const { path, files, pages } = source;
	const window = memberOf(document, 'defaultView')!;
	if (!Object.hasOwn(files, path)) throw new Error(`There is no page "${path}"`);
	endWriting();
	const page = new window.DOMParser().parseFromString(files[path] ?? '', 'text/html');
	const names = scriptNames(page, source);
	for (const element of memberOf(page, 'querySelectorAll')(DROPPED)) element.remove();
	const removed = removeScriptAddresses(page);
	linkStyles(page, source);
	if (source.pictures ?? true) fillPictures(page, source);
	const later: string[] = [];
	for (const script of memberOf(page, 'querySelectorAll')('script')) {
		if (isBlocking(script)) continue;
		const name = names.get(script);
		if (name !== undefined) later.push(name);
		script.remove();
	}
	if (removed.length > 0) {
		const names = [...new Set(removed)].slice(0, 5).join(', ');
		console.warn(`Code in an address is not run (${names}). Use a button with onclick or addEventListener.`);
	}
	let failure: { thrown: unknown } | undefined;
	const compiled = new Set(pages[path] ?? []);
	const run = async (script: string, where: Node | 'nowhere'): Promise<void> => {
		if (!compiled.has(script)) return;
		adopt();
		const loaded = during(where, async () => void (await load(script)));
		await loaded.catch((thrown: unknown) => {
			failure ??= { thrown };
			if (!memberOf(document, 'body'))
				console.warn(`"${fileOf(script)}" ran before the page had a body. ${LATER}`);
		});
	};
	await placePage(document, page, (script, where) => run(names.get(script) ?? '', where));
	for (const script of later) await run(script, 'nowhere');
	adopt();
	memberOf(document, 'dispatchEvent')(new window.Event('DOMContentLoaded', { bubbles: true }));
	window.dispatchEvent(new window.Event('load'));
	if (failure) throw failure.thrown;
}
