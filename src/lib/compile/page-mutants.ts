import { changed, mutate, ofManyKinds, type Change } from './mutants.ts';
import { readCss } from './read-css.ts';
import { readHtml, type HtmlAttribute, type HtmlElement } from './read-html.ts';

/** A page or its styles with one thing changed, as a beginner could have got it wrong. */
export interface PageMutant {
	/** The whole file. */
	code: string;
	/** 1-based line of the change. */
	line: number;
	operator: PageOperator;
}

/** In the order of how much each breaks. `script`: in a script that stands in the page. */
const PAGE_OPERATORS = [
	'removed-element',
	'removed-rule',
	'removed-declaration',
	'unwrapped-element',
	'removed-text',
	'script',
	'removed-attribute',
	'changed-attribute',
	'changed-value',
	'other-element',
	'swapped-elements'
] as const;
export type PageOperator = (typeof PAGE_OPERATORS)[number];

type PageChange = Change<PageOperator>;

const NUMBER = /\d+(?:\.\d+)?/;

/**
 * A value with another number, not near it: briefs ask for "at least", so a large one becomes small. Null where there is
 * none, or only colours: without its declaration it is another value already.
 */
function otherValue(value: string): string | null {
	if (/#|rgb|hsl|url/.test(value) || Number(NUMBER.exec(value)?.[0] ?? 0) === 0) return null;
	return value.replace(NUMBER, (number) =>
		String(Number(number) > 1 ? Number(number) / 4 : 3 * Number(number))
	);
}

function cssChanges(css: string): PageChange[] {
	const { rules, declarations } = readCss(css);
	return [
		...rules.map(({ start, end }): PageChange => ({ operator: 'removed-rule', start, end, text: '' })),
		...declarations.flatMap(({ start, end, value }): PageChange[] => {
			const text = otherValue(css.slice(value.start, value.end));
			const removed: PageChange = { operator: 'removed-declaration', start, end, text: '' };
			return text === null ? [removed] : [removed, { operator: 'changed-value', ...value, text }];
		})
	];
}

/** What a page cannot be without, and what is no part of what is seen or said. */
const FRAME = new Set(['html', 'head', 'body', 'script', 'style', 'meta']);

/** Elements that are taken for one another. */
const OTHERS: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		['header', 'nav', 'main', 'section', 'article', 'footer', 'form', 'fieldset'].map((name) => [name, 'div'])
	),
	h1: 'h2',
	h2: 'h3',
	h3: 'h2',
	ul: 'ol',
	ol: 'ul',
	th: 'td',
	button: 'span',
	label: 'span',
	a: 'span',
	strong: 'b',
	em: 'i'
};

const NAMES = /^(?:id|for|class|name|href|src|aria-controls|aria-describedby|aria-labelledby)$/;
const WORDS = /^(?:alt|title|placeholder|value|aria-label)$/;
const NUMBERS = /^(?:width|height|min|max|step|rows|cols|size|maxlength|minlength|tabindex|colspan|rowspan)$/;

function attributeChanges(html: string, { name, start, end, value }: HtmlAttribute): PageChange[] {
	// The space before it goes too.
	let from = start;
	while (/\s/.test(html[from - 1] ?? '')) from -= 1;
	const removed: PageChange = { operator: 'removed-attribute', start: from, end, text: '' };
	if (!value) return [removed];
	const old = html.slice(value.start, value.end);
	const text = NAMES.test(name)
		? `${old}-2`
		: WORDS.test(name)
			? ''
			: NUMBERS.test(name) || name === 'style'
				? otherValue(old)
				: old;
	return text === old || text === null
		? [removed]
		: [removed, { operator: 'changed-attribute', ...value, text }];
}

function elementChanges(html: string, element: HtmlElement): PageChange[] {
	const { name, start, end, content, closed, attributes } = element;
	if (name === 'script' || name === 'meta') return [];
	const found = attributes.flatMap((attribute) => attributeChanges(html, attribute));
	if (FRAME.has(name)) return found;
	found.push({ operator: 'removed-element', start, end, text: '' });
	const inside = html.slice(content.start, content.end);
	if (closed && name !== 'title' && inside.trim() !== '')
		found.push({ operator: 'unwrapped-element', start, end, text: inside });
	const other = OTHERS[name];
	if (closed && other !== undefined) {
		const restOfTag = html.slice(start + 1 + name.length, content.start);
		const text = `<${other}${restOfTag}${inside}</${other}>`;
		found.push({ operator: 'other-element', start, end, text });
	}
	return found;
}

/** Two of a list in the other order. */
function swaps(html: string, elements: readonly HtmlElement[]): PageChange[] {
	const last = new Map<HtmlElement | null, HtmlElement>();
	return elements.flatMap((second): PageChange[] => {
		const first = last.get(second.parent);
		last.set(second.parent, second);
		if (!first || first.name !== second.name || FRAME.has(first.name)) return [];
		const [one, two] = [html.slice(first.start, first.end), html.slice(second.start, second.end)];
		if (one.trim() === two.trim()) return [];
		const text = two + html.slice(first.end, second.start) + one;
		return [{ operator: 'swapped-elements', start: first.start, end: second.end, text }];
	});
}

/** What stands in a page and is no HTML. */
function embeddedChanges(html: string, { name, content }: HtmlElement): PageChange[] {
	const { start, end } = content;
	const inside = html.slice(start, end);
	if (name === 'style')
		return cssChanges(inside).map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
	if (name !== 'script') return [];
	return mutate(inside).map(({ code }) => ({ operator: 'script', start, end, text: code }));
}

function htmlChanges(html: string): PageChange[] {
	const { elements, texts } = readHtml(html);
	return [
		...elements.flatMap((element) => [...elementChanges(html, element), ...embeddedChanges(html, element)]),
		...texts.map(({ start, end }): PageChange => ({ operator: 'removed-text', start, end, text: '' })),
		...swaps(html, elements)
	];
}

/** Of a page that somebody else wrote, and that has thousands of tags, no more copies are made. */
const MAX_MUTANTS = 500;

/** Whether a file is one that `mutatePage` changes. */
export const isPageFile = (path: string): boolean => /\.(?:html?|css)$/.test(path);

/**
 * Every mutant of a page (`.html`) or of styles (`.css`): the first of each operator before the second of any. Space
 * between tags and comments stay as they are; some mutants still do not change what one sees.
 */
export function mutatePage(path: string, code: string): PageMutant[] {
	const changes = path.endsWith('.css') ? cssChanges(code) : htmlChanges(code);
	return ofManyKinds(PAGE_OPERATORS, changes)
		.slice(0, MAX_MUTANTS)
		.filter(({ start, end, text }) => code.slice(start, end).trim() !== text.trim())
		.map((change) => changed(code, change));
}
