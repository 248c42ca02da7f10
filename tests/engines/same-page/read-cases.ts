import type { FileMap } from '../../../src/lib/contract/exercise.ts';
import { PAGES } from './page-cases.ts';
import { STYLED, STYLES } from './style-cases.ts';

/** A page of a few lines, and what is read of it: an expression that gives something for JSON. */
export interface PageCase {
	/** The line of the table. */
	line: string;
	files: FileMap;
	reads: string;
}

const plain = (text: string): string => text.replaceAll('⏎', '\n').replaceAll('\\u00a0', '\u00a0');

function split(line: string, by: string): [string, string] {
	const at = line.lastIndexOf(by);
	return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + by.length)];
}

const document = (body: string, head = ''): string =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${head}</head>${body}</html>`;

function styleCase(line: string): PageCase {
	const [css, asked] = split(line, ' → ');
	const read = asked.split(', ').map((one) => {
		const [selector, property] = split(one, ' ');
		return `style(${JSON.stringify(selector)}, ${JSON.stringify(property)})`;
	});
	return {
		line,
		files: {
			'index.html': document(STYLED, '<link rel="stylesheet" href="style.css">'),
			'style.css': plain(css)
		},
		reads: `[${read.join(', ')}]`
	};
}

function pageCase(line: string): PageCase {
	const [page, reads] = split(line, ' → ');
	const [html, program] = split(page, ' ++ ');
	const script = program ? '<script type="module" src="main.js"></script>' : '';
	const text = /^<!doctype/i.test(html) ? html : document(`<body>${html}${script}</body>`);
	const main = `const $ = (selector) => document.querySelector(selector);\n${program}`;
	return { line, files: { 'index.html': plain(text), ...(program && { 'main.js': plain(main) }) }, reads };
}

export const styleCases: readonly PageCase[] = STYLES.map(styleCase);
export const pageCases: readonly PageCase[] = PAGES.map(pageCase);
