import { tableOf } from './tables.ts';

export interface HtmlOptions {
	/** Line ends and runs of spaces mean one space, as in a page. */
	collapse: boolean;
	/** Hides a piece of Markdown from what comes after; gives what stands for it. */
	hide: (markdown: string) => string;
	remarks: Set<string>;
}

const ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
	(
		'nbsp= |quot="|apos=\'|hellip=…|mdash=—|ndash=–|lsquo=‘|rsquo=’|ldquo=“|rdquo=”|laquo=«|raquo=»|copy=©|times=×|' +
		'divide=÷|middot=·|bull=•|deg=°|plusmn=±|le=≤|ge=≥|ne=≠|rarr=→|larr=←|uarr=↑|darr=↓|euro=€|sup2=²|sup3=³|frac12=½|' +
		'eacute=é|egrave=è|ecirc=ê|euml=ë|agrave=à|acirc=â|auml=ä|ccedil=ç|icirc=î|iuml=ï|ocirc=ô|ouml=ö|ugrave=ù|ucirc=û|' +
		'uuml=ü|oelig=œ|Eacute=É|Agrave=À|pi=π|infin=∞|radic=√|sum=∑|alpha=α|beta=β|zwnj=|zwj=|shy='
	)
		.split('|')
		.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
);
const SYNTAX: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/** A character reference's text; null where there is no such reference. */
function entity(name: string): string | null {
	if (!name.startsWith('#')) return ENTITIES[name] ?? null;
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
	const usable = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff);
	return usable ? String.fromCodePoint(code) : null;
}

const REFERENCE = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

/** Character references → characters; those that stand for `<`, `>`, `&` stay, or they would mean something else. */
export const decodeEntities = (text: string): string =>
	text.replace(REFERENCE, (whole, name: string) => {
		const found = entity(name);
		return found === null || /^[<>&]$/.test(found) ? whole : found;
	});

/** The plain text of HTML, as code shows it. */
export const textOfHtml = (html: string): string =>
	html
		.replace(/<br\s*\/?>/gi, '\n')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(REFERENCE, (whole, name: string) => SYNTAX[name] ?? entity(name) ?? whole);

/** In HTML these characters mean themselves; in Markdown they do not. */
export const escapeMarkdown = (html: string): string =>
	html.replace(/<[^<>]*>|&#?\w+;|[\\`*_[\]]/g, (found) => (found.length > 1 ? found : `\\${found}`));

/** Elements of HTML; `<T>` or `<name>` in a text is none. */
const KNOWN = new Set(
	(
		'a abbr acronym address article aside audio b big blockquote body br button canvas caption center cite code col colgroup ' +
		'dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ' +
		'ins kbd label li link main mark math meta nav object ol option p param picture pre q s samp script section select small source span ' +
		'strike strong style sub summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var video wbr'
	).split(' ')
);
/** What stands in these is not read by anybody. */
const UNREAD = 'script|style|iframe|svg|video|audio|object|canvas|head|math|textarea|button';
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\s*\/?>/gi;

const attribute = (attributes: string, name: string): string | null => {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
	return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null;
};

/** What a tag begins or ends with, where that is all there is to it. */
const MARKS: Readonly<Record<string, string>> = {
	b: '**',
	strong: '**',
	i: '*',
	em: '*',
	cite: '*',
	dfn: '*',
	del: '~~',
	s: '~~',
	strike: '~~'
};
/** Spaces inside `<b> so </b>` go outside: `** so **` would be stars. */
const PAIR = new RegExp(
	`<(${Object.keys(MARKS).join('|')})>(\\s*)([^<>\\s](?:[^<>]{0,998}?[^<>\\s])?)(\\s*)</\\1>`,
	'gi'
);
const PARAGRAPHS =
	/^(?:p|div|section|article|aside|header|footer|main|nav|figure|figcaption|details|dl|dt|center|address|body|html|blockquote)$/;

/** Of lists in lists; deeper ones stand beside each other. */
const MAX_DEPTH = 5;

interface List {
	ordered: boolean;
	count: number;
}

function convertTags(source: string, remarks: Set<string>): string {
	const html = source.replace(PAIR, (_, tag: string, before: string, inner: string, after: string) => {
		const mark = MARKS[tag.toLowerCase()] ?? '';
		return `${before}${mark}${inner}${mark}${after}`;
	});
	const lists: List[] = [];
	const targets: (string | null)[] = [];
	let lost = false;
	const result = html.replace(TAG, (whole, slash: string, tag: string, attributes: string) => {
		const name = tag.toLowerCase();
		const closes = slash !== '';
		if (!KNOWN.has(name)) return whole;
		if (MARKS[name]) return MARKS[name];
		if (PARAGRAPHS.test(name)) return '\n\n';
		if (name === 'br') return '  \n';
		if (name === 'hr') return '\n\n***\n\n';
		if (/^h[1-6]$/.test(name)) return closes ? '\n\n' : `\n\n${'#'.repeat(Number(name[1]))} `;
		if (name === 'summary') return closes ? '**\n\n' : '\n\n**';
		if (name === 'ul' || name === 'ol') {
			if (closes) lists.pop();
			else lists.push({ ordered: name === 'ol', count: 0 });
			return lists.length > (closes ? 0 : 1) ? '' : '\n\n';
		}
		if (name === 'li' || name === 'dd') {
			if (closes) return '';
			const list = lists.at(-1) ?? { ordered: false, count: 0 };
			const indent = '  '.repeat(Math.min(MAX_DEPTH, Math.max(0, lists.length - 1)));
			return `\n${indent}${list.ordered ? `${++list.count}.` : '-'} `;
		}
		if (name === 'img') {
			remarks.add('Pictures were removed; their descriptions stayed.');
			return attribute(attributes, 'alt') ?? '';
		}
		if (name === 'a') {
			if (!closes) targets.push(attribute(attributes, 'href'));
			const target = closes ? targets.pop() : targets.at(-1);
			if (target === null || target === undefined) return '';
			return closes ? `](${target.replace(/[()\s<>]/g, (char) => encodeURIComponent(char))})` : '[';
		}
		if (name === 'sup' && !closes) return '^';
		if (name === 'q') return '"';
		if (!/^(?:span|small|big|u|ins|mark|font|abbr|sub|sup|wbr|label|tbody|caption)$/.test(name)) lost = true;
		return '';
	});
	if (lost) remarks.add('Some HTML of the statement could not be converted; its text stayed.');
	return result;
}

/** HTML in a text → Markdown: paragraphs, emphasis, code, lists, tables, links. Other tags are dropped, their text stays. */
export function convertHtml(text: string, { collapse, hide, remarks }: HtmlOptions): string {
	if (!text.includes('<') && !collapse) return text;
	let result = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<!doctype[^<>]*>/gi, '');
	const unread = result.replace(new RegExp(`<(${UNREAD})(?:\\s[^<>]*)?>[\\s\\S]*?</\\1\\s*>`, 'gi'), '');
	if (unread !== result) remarks.add('Scripts, styles and media were removed from the statement.');
	result = unread.replace(
		/<(code|kbd|samp|tt)(?:\s[^<>]*)?>([^]{0,2000}?)<\/\1\s*>/gi,
		(_, _tag: string, inner: string) => {
			const code = textOfHtml(collapse ? inner.replace(/\\([\\`*_[\]])/g, '$1') : inner).replace(/\s+/g, ' ');
			if (code.trim() === '') return code;
			const fence = code.includes('`') ? '``' : '`';
			return hide(fence === '`' ? `\`${code.trim()}\`` : `\`\` ${code.trim()} \`\``);
		}
	);
	if (collapse) result = result.replace(/\s+/g, ' ');
	result = result.replace(/<table(?:\s[^<>]*)?>([\s\S]*?)<\/table\s*>/gi, (_, inner: string) =>
		tableOf(inner, (cell) => convertTags(cell, remarks))
	);
	result = convertTags(result, remarks)
		// The paragraph of an item begins beside its mark.
		.replace(/(^|\n)( *(?:-|\d+\.)) *\n\s*(?=\S)/g, '$1$2 ');
	return collapse
		? result.replace(/ +\n/g, (end) => (end === '  \n' ? end : '\n')).replace(/\n +(?=[^\s\d-])/g, '\n')
		: result;
}
