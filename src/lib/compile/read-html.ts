import type { Place } from './read-css.ts';

export interface HtmlAttribute extends Place {
	/** In lower case. */
	name: string;
	/** Without its quotes; null where only the name stands. */
	value: Place | null;
}

export interface HtmlElement extends Place {
	/** In lower case. */
	name: string;
	/** What is between its tags; empty where it has no content. */
	content: Place;
	/** Whether a closing tag of its own stands at its end. */
	closed: boolean;
	attributes: readonly HtmlAttribute[];
	/** Null where it stands in no other one. */
	parent: HtmlElement | null;
}

export interface HtmlPlaces {
	/** In the order of their opening tags. */
	elements: readonly HtmlElement[];
	/** Words between tags, without the space around them; none of scripts and styles. */
	texts: readonly Place[];
}

const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Their content is no HTML. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
/** Closed by the next one of the same name. */
const REPEATED = new Set('li p option tr td th dt dd'.split(' '));

const OPENING = /<!--|<!|<(\/?)([a-z][a-z0-9-]*)/gi;
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/dy;
const TAG_END = /\s*\/?>/y;

/** A regular expression from this place on; null where it does not match there. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** Attributes from this place on, and the end of the tag; null where it is no tag. */
function readTag(html: string, from: number): { attributes: HtmlAttribute[]; end: number } | null {
	const attributes: HtmlAttribute[] = [];
	let at = from;
	for (;;) {
		const end = matchAt(TAG_END, html, at);
		if (end) return { attributes, end: at + end[0].length };
		const found = matchAt(ATTRIBUTE, html, at);
		if (!found) return null;
		const place = (group: number): Place | null => {
			const [start, stop] = found.indices?.[group] ?? [];
			return start === undefined || stop === undefined ? null : { start, end: stop };
		};
		const name = place(1)!;
		attributes.push({
			name: found[1]!.toLowerCase(),
			start: name.start,
			end: at + found[0].length,
			value: place(2) ?? place(3) ?? place(4)
		});
		at += found[0].length;
	}
}

/**
 * Where the elements, attributes and words of a page are. A page that a browser mends is read only about as it would be;
 * after a tag that cannot be read, nothing more is.
 */
export function readHtml(html: string): HtmlPlaces {
	const elements: HtmlElement[] = [];
	const texts: Place[] = [];
	const open: HtmlElement[] = [];
	let textStart = 0;
	const close = (at: number, tagEnd: number | null): void => {
		const element = open.pop()!;
		element.content.end = at;
		element.end = tagEnd ?? at;
		element.closed = tagEnd !== null;
	};
	const addText = (end: number): void => {
		const text = html.slice(textStart, end);
		const words = text.trim();
		if (words === '' || /^(?:script|style)$/.test(open.at(-1)?.name ?? '')) return;
		const start = textStart + text.indexOf(words);
		texts.push({ start, end: start + words.length });
	};
	const pattern = new RegExp(OPENING);
	for (let found = pattern.exec(html); found; found = pattern.exec(html)) {
		const at = found.index;
		const name = found[2]?.toLowerCase();
		if (name === undefined) {
			addText(at);
			const sign = found[0] === '<!--' ? '-->' : '>';
			const end = html.indexOf(sign, pattern.lastIndex);
			textStart = html.length;
			if (end < 0) break;
			textStart = pattern.lastIndex = end + sign.length;
			continue;
		}
		const within = open.at(-1);
		if (within && RAW.has(within.name) && !(found[1] && within.name === name)) continue;
		const tag = readTag(html, pattern.lastIndex);
		addText(at);
		textStart = html.length;
		if (!tag) break;
		textStart = pattern.lastIndex = tag.end;
		if (found[1]) {
			const index = open.findLastIndex((one) => one.name === name);
			while (index >= 0 && open.length > index + 1) close(at, null);
			if (index >= 0) close(at, tag.end);
			continue;
		}
		if (REPEATED.has(name) && within?.name === name) close(at, null);
		const element: HtmlElement = {
			name,
			start: at,
			end: tag.end,
			content: { start: tag.end, end: tag.end },
			closed: false,
			attributes: tag.attributes,
			parent: open.at(-1) ?? null
		};
		elements.push(element);
		if (!EMPTY.has(name)) open.push(element);
	}
	addText(html.length);
	while (open.length > 0) close(html.length, null);
	return { elements, texts };
}
