import type { FileMap } from '../contract/exercise.ts';
import { resolveRelative } from './resolve.ts';

/** A `<script>` of a page. */
export interface PageScript {
	/** The module that it runs: a file, or `page.html?1` for the first script that stands in the page itself. */
	path: string;
	/** What stands in the page, on the lines where it stands; null where the script is a file. */
	inline: string | null;
	/** Where its tag begins; 1-based. */
	line: number;
	column: number;
	/** What `src` says; null where there is none. */
	src: string | null;
}

const COMMENT = /<!--[\s\S]*?-->/g;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const SRC = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const TYPE = /\btype\s*=\s*["']?\s*([^"'\s>]*)/i;
/** What a browser runs (HTML, "prepare the script element"); the rest is data. */
const RUNS = /^(?:|module|(?:text|application)\/javascript)$/i;

export const isPage = (path: string): boolean => /\.html?$/.test(path);

/** The scripts of a page that run, in their order. */
export function findScripts(page: string, html: string): PageScript[] {
	const text = html.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
	const found: PageScript[] = [];
	let inline = 0;
	for (const match of text.matchAll(SCRIPT)) {
		const [, attributes = '', body = ''] = match;
		if (!RUNS.test(TYPE.exec(attributes)?.[1] ?? '')) continue;
		const before = text.slice(0, match.index).split('\n');
		const at = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
		const named = SRC.exec(attributes);
		const src = named ? (named[1] ?? named[2] ?? named[3] ?? '') : null;
		if (src !== null) found.push({ path: resolveRelative(page, src) ?? src, inline: null, src, ...at });
		else {
			inline += 1;
			// The lines before it are kept, so that an error is shown where it is in the page.
			const start = match.index + match[0].indexOf('>') + 1;
			const above = text.slice(0, start).replace(/[^\n]/g, ' ');
			found.push({ path: `${page}?${inline}`, inline: above + body, src, ...at });
		}
	}
	return found;
}

/** Every page among the files → its scripts. */
export const pageScripts = (files: FileMap): Map<string, PageScript[]> =>
	new Map(
		Object.keys(files)
			.filter(isPage)
			.map((path) => [path, findScripts(path, files[path] ?? '')])
	);
