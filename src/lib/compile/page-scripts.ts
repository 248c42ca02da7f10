import type { FileMap } from '../contract/exercise.ts';
import { resolveRelative } from './resolve.ts';

/** A `<script>` of a page. */
export interface PageScript {
	/**
	 * What it runs: a file as a module; `main.js?0` for a file as a classic script; `page.html?1` for the first script that
	 * stands in the page itself.
	 */
	path: string;
	/** Else it is a classic script. */
	module: boolean;
	/** What stands in the page, on the lines where it stands; null where the script is a file. */
	inline: string | null;
	/** Where its tag begins; 1-based. */
	line: number;
	column: number;
	/** What `src` says; null where there is none. */
	src: string | null;
}

/** Scripts of all pages together that are compiled: far more than a page of a learner has. */
export const MAX_SCRIPTS = 50;

/** Elements whose content is no HTML: in a script, `<!--` is a part of it. */
const TEXTS = ['script', 'style', 'textarea', 'title'];
/** Where a comment begins, or one of these elements. */
const OPEN = new RegExp(`<!--|<(${TEXTS.join('|')})(?=[\\s/>])`, 'gi');
const SRC = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const TYPE = /\btype\s*=\s*["']?\s*([^"'\s>]*)/i;
/** What a browser runs (HTML, "prepare the script element"); the rest is data. */
const RUNS = /^(?:|module|(?:text|application)\/javascript)$/i;

const isPage = (path: string): boolean => /\.html?$/.test(path);

/*
 * Every search below goes on where the last one ended, and none is repeated once it has found nothing: the time grows
 * with the length of the page, whatever is in it. Strangers' pages are read here, and regular expressions that look for
 * an end after each beginning take minutes for 200 KB of beginnings.
 */

interface Tag {
	attributes: string;
	body: string;
	/** Where the tag begins, and where its body does. */
	start: number;
	bodyStart: number;
}

/** Every element `<script>` that is closed, and stands in no comment and in no other element whose content is text. */
function* scriptTags(html: string): Generator<Tag> {
	const open = new RegExp(OPEN);
	const closes = Object.fromEntries(TEXTS.map((name) => [name, new RegExp(`</${name}\\s*>`, 'gi')]));
	let hasComments = true;
	for (let tag = open.exec(html); tag; tag = open.exec(html)) {
		const name = tag[1]?.toLowerCase();
		if (name === undefined) {
			const commentEnd: number = hasComments ? html.indexOf('-->', open.lastIndex) : -1;
			hasComments = commentEnd >= 0;
			if (hasComments) open.lastIndex = commentEnd + '-->'.length;
			continue;
		}
		const end = html.indexOf('>', open.lastIndex);
		if (end < 0) return;
		const close = closes[name]!;
		close.lastIndex = end + 1;
		const closing = close.exec(html);
		if (!closing) return;
		const attributes = html.slice(open.lastIndex, end);
		if (name === 'script')
			yield { attributes, body: html.slice(end + 1, closing.index), start: tag.index, bodyStart: end + 1 };
		open.lastIndex = close.lastIndex;
	}
}

/** Says on which line and column (0-based) a place is; asked for places in their order. */
function createLineCounter(text: string): (place: number) => { line: number; column: number } {
	let line = 0;
	let lineStart = 0;
	let next = text.indexOf('\n');
	return (place) => {
		for (; next >= 0 && next < place; next = text.indexOf('\n', lineStart)) {
			line += 1;
			lineStart = next + 1;
		}
		return { line, column: place - lineStart };
	};
}

/** The scripts of a page that run, in their order: the first `most`. */
export function findScripts(page: string, html: string, most = Infinity): PageScript[] {
	const place = createLineCounter(html);
	const found: PageScript[] = [];
	let inline = 0;
	for (const { attributes, body, start, bodyStart } of scriptTags(html)) {
		if (found.length >= most) break;
		const type = TYPE.exec(attributes)?.[1] ?? '';
		if (!RUNS.test(type)) continue;
		const module = /^module$/i.test(type);
		const tag = place(start);
		const at = { module, line: tag.line + 1, column: tag.column + 1 };
		const named = SRC.exec(attributes);
		const src = named ? (named[1] ?? named[2] ?? named[3] ?? '') : null;
		if (src !== null) {
			const file = resolveRelative(page, src) ?? src;
			found.push({ path: module ? file : `${file}?0`, inline: null, src, ...at });
		} else {
			inline += 1;
			// Put on its own lines and columns, so that errors, and stacks through the source map, show where it is in the page.
			const { line, column } = place(bodyStart);
			const above = '\n'.repeat(line) + ' '.repeat(column);
			found.push({ path: `${page}?${inline}`, inline: above + body, src, ...at });
		}
	}
	return found;
}

/** Every page among the files → its scripts; of all together `MAX_SCRIPTS`, and one more where there are more. */
export function pageScripts(files: FileMap): Map<string, PageScript[]> {
	let left = MAX_SCRIPTS + 1;
	const scripts = new Map<string, PageScript[]>();
	for (const path of Object.keys(files).filter(isPage)) {
		const found = findScripts(path, files[path] ?? '', left);
		left -= found.length;
		scripts.set(path, found);
	}
	return scripts;
}
