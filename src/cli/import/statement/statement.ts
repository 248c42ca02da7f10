import { admonitionOf, splitStatement, type Admonition } from './blocks.ts';
import { convertHtml, decodeEntities, escapeMarkdown } from './html.ts';
import { collectDefinitions, convertLinks, type Definitions } from './links.ts';
import { protectSpans } from './spans.ts';

export interface StatementOptions {
	/** The https address that relative links of the text are meant against. Without one they lose their target. */
	base?: string;
	/** `html`: the whole text is HTML. Default: Markdown, perhaps with HTML in it. */
	syntax?: 'markdown' | 'html';
}

export interface Statement {
	/** As a brief may hold it: no HTML, no pictures, headings from `###`, links to https addresses only. */
	markdown: string;
	/** What was changed or lost, a line each; the same thing is said once. */
	remarks: readonly string[];
}

/** Characters; a longer text is no statement that a learner reads, and would be slow to convert. */
export const STATEMENT_CHARS = 60_000;
/** A page has an h1 and h2s of its own. */
const TOP_HEADING = 3;
const MAX_HEADING = 6;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ue000-\uf8ff\ufeff]/g;
const FRONT_MATTER = /^---[ \t]*\n(?=[\w-]+:)(?:(?!---[ \t]*\n).*\n)*?---[ \t]*(?:\n|$)/;

/** Nobody writes so much space; patterns that look for the end of a line would look at each of its characters again. */
const SPACE_RUN = /(\s{100})\s+/g;

/** Notes within notes; what is deeper is dropped. */
const MAX_NOTES = 3;

/** Text between code blocks, and the code blocks. */
interface Piece {
	code: boolean;
	text: string;
}

/** Liquid's and Kramdown's leftovers: they mean something to the machine that made the page. */
function dropTemplates(text: string, remarks: Set<string>): string {
	const dropped = text
		.replace(/\{%[^%\n]{0,500}%\}/g, '')
		.replace(/\{\{[^{}\n]{0,200}\}\}/g, '')
		.replace(/\{::?[^{}\n]{0,200}\}/g, '');
	if (dropped !== text)
		remarks.add('Template code was removed from the statement; see that nothing is missing.');
	return dropped;
}

/** `Title` over `===` or `---` becomes `# Title`. */
const withoutUnderlines = (text: string): string =>
	text.replace(
		/(^\n*|\n[ \t]*\n)([^\n#>|*+\- \t][^\n]*)\n(=+|-{2,})[ \t]*(?=\n|$)/g,
		(_, before: string, title: string, line: string) =>
			`${before}${line.startsWith('=') ? '#' : '##'} ${title}\n`
	);

/** A line across the page would divide hints from each other; three stars do not. */
const withoutRules = (text: string): string => text.replace(/^ {0,3}(?:-[ \t]*){3,}$/gm, '***');

/** Formulas are shown as they are written: as Markdown, their `_` and `*` would be lost. */
const showFormulas = (text: string, hide: (markdown: string) => string, remarks: Set<string>): string =>
	text.replace(/\$\$([^$`]{1,500})\$\$/g, (whole, formula: string) => {
		if (/\n[ \t]*\n/.test(formula)) return whole;
		remarks.add('The statement has formulas; they are shown as they are written.');
		return hide(`\`${decodeEntities(formula).replace(/\s+/g, ' ').trim()}\``);
	});

function convertText(
	text: string,
	{ base, syntax }: StatementOptions,
	definitions: Definitions,
	remarks: Set<string>
): string {
	// What is hidden is one character of a private range to everything that comes after.
	const spans = protectSpans(syntax === 'html' ? '' : text);
	let result = showFormulas(syntax === 'html' ? text : spans.text, spans.hide, remarks);
	result = syntax === 'html' ? escapeMarkdown(result) : withoutUnderlines(result);
	result = dropTemplates(result, remarks);
	result = convertHtml(result, { collapse: syntax === 'html', hide: spans.hide, remarks });
	result = convertLinks(result, { base, definitions, remarks });
	return spans.show(decodeEntities(withoutRules(result)));
}

const headingLevels = (pieces: readonly Piece[]): number[] =>
	pieces.flatMap(({ code, text }) =>
		code ? [] : [...text.matchAll(/^ {0,3}(#{1,6})(?=[ \t])/gm)].map(([, marks = '']) => marks.length)
	);

/** The highest heading of a text becomes `###`, the others keep their distance. */
function shiftHeadings(text: string, shift: number): string {
	return text.replace(
		/^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$/gm,
		(_, marks: string, title: string) =>
			title.trim() === '' ? '' : `${'#'.repeat(Math.min(MAX_HEADING, marks.length + shift))} ${title.trim()}`
	);
}

const quote = ({ title, text }: Admonition): string =>
	[`**${title}**`, '', ...text.trim().split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');

function convertPieces(
	text: string,
	options: StatementOptions,
	definitions: Definitions,
	remarks: Set<string>,
	depth = 0
): Piece[] {
	return splitStatement(text, options.syntax === 'html').map((block): Piece => {
		if (block.kind === 'code') return { code: true, text: block.text };
		if (block.kind === 'text') {
			return { code: false, text: convertText(block.text, options, definitions, remarks) };
		}
		if (depth === MAX_NOTES) return { code: true, text: '' };
		const inner = convertPieces(block.text, options, definitions, remarks, depth + 1);
		const body = inner.map((piece) =>
			piece.code ? piece.text : piece.text.replace(/^#{1,6}[ \t]+(.+)$/gm, '**$1**')
		);
		return { code: true, text: quote({ title: admonitionOf(block.title), text: body.join('\n') }) };
	});
}

/** At most one empty line in a row, outside code. */
const tidy = ({ code, text }: Piece): string =>
	code
		? text
		: text
				.replace(/^[ \t]+$/gm, '')
				// Two spaces at the end of a line are a line break.
				.replace(/[ \t]+$/gm, (spaces) => (spaces === '  ' ? spaces : ''))
				.replace(/\n{3,}/g, '\n\n');

/**
 * Other people's statement → Markdown as our briefs may hold it. Code blocks stay as they are, byte for byte; Exercism's
 * admonitions become quotes; simple HTML becomes Markdown, other HTML loses its tags. Never throws, whatever the text.
 */
export function convertStatement(text: string, options: StatementOptions = {}): Statement {
	const remarks = new Set<string>();
	let source = text
		.replace(/\r\n?/g, '\n')
		.replace(CONTROL, '')
		.replace(SPACE_RUN, '$1')
		.replace(FRONT_MATTER, '');
	if (source.length > STATEMENT_CHARS) {
		source = source.slice(0, source.lastIndexOf('\n', STATEMENT_CHARS) + 1 || STATEMENT_CHARS);
		remarks.add(`The statement is longer than ${STATEMENT_CHARS} characters: its end was cut off.`);
	}
	const definitions: Definitions = new Map();
	if (options.syntax !== 'html') source = collectDefinitions(source, definitions);
	const pieces = convertPieces(source, options, definitions, remarks);
	const shift = TOP_HEADING - Math.min(...headingLevels(pieces), MAX_HEADING);
	const markdown = pieces
		.map((piece) => tidy(piece.code ? piece : { code: false, text: shiftHeadings(piece.text, shift) }))
		.join('\n')
		.replace(/^\s*\n|\s+$/g, '');
	return { markdown, remarks: [...remarks] };
}
