import {
	isSign,
	isWord,
	openText,
	touch,
	type Edit,
	type ErrorPlace,
	type ErrorRule,
	type Mistake,
	type SuspicionRule
} from './mistake.ts';
import { lineStartOf, type SourceText } from './source-text.ts';

const LETTER = /\p{L}/u;

/** 'J'aime' in double quotes, up to the apostrophe that no letter follows; null where that is not plain. */
function inDoubleQuotes(source: string, start: number): Edit | null {
	for (let end = start + 1; end < source.length; end += 1) {
		const character = source.charAt(end);
		if (character === '\n' || character === '"' || character === '\\') return null;
		if (character !== "'") continue;
		if (LETTER.test(source.charAt(end + 1))) continue;
		return { start, end: end + 1, text: `"${source.slice(start + 1, end)}"` };
	}
	return null;
}

/** An apostrophe between two letters has closed the text. */
export const apostropheInText: ErrorRule = ({ source, tokens, index }) => {
	const [text, word] = [tokens[index - 1], tokens[index]];
	if (word?.kind !== 'word' || text?.kind !== 'text' || text.end !== word.start) return null;
	if (!text.text.endsWith("'") || !LETTER.test(source.charAt(text.end - 2))) return null;
	const edit = inDoubleQuotes(source, text.start);
	return {
		code: 'apostrophe-in-text',
		params: {},
		start: text.end - 1,
		end: text.end,
		edits: edit ? [edit] : undefined
	};
};

/** `console.log(Bonjour");`: the quote at the end is there, the one at the beginning is not. */
export const textNotBegun: ErrorRule = (place) => {
	if (place.code !== 'unterminated-string') return null;
	const text = openText(place);
	if (!text || text.first || !/^["'][\s)\]},;]*$/.test(text.text) || text.text.trim().length < 2) return null;
	const found = text.text.charAt(0);
	return { code: 'text-not-begun', params: { found }, start: text.start, end: text.start + 1 };
};

/** What a name of a file, or a selector, is made of, up to where it ends. */
const UNQUOTED = /^[\w./#-]+/;

/** `import { total } from ./prices.js;`, `document.querySelector(#a)` */
export const quotesNeeded: ErrorRule = ({ source, text, offset, tokens, index }) => {
	const sign = text.startsWith('Expected "in"') ? tokens[index - 2] : undefined;
	const inCall = sign?.text === '#' && !sign.first;
	if (!inCall && !text.startsWith('Expected string but found')) return null;
	const start = inCall ? sign.start : offset;
	const found = UNQUOTED.exec(source.slice(start, start + 100))?.[0];
	if (!found) return null;
	// A word alone may be the name of a file, or of what is in it.
	const name = inCall || found.startsWith('.') ? found : `./${found.replace(/\.js$/, '')}.js`;
	const mistake = {
		code: 'quotes-needed' as const,
		params: { instead: `"${name}"` },
		start,
		end: start + found.length
	};
	return { ...mistake, edits: [{ start, end: mistake.end, text: `"${name}"` }] };
};

const asComment = (start: number, found: string): Mistake => ({
	code: 'comment-sign',
	params: { found },
	start,
	end: start + found.length,
	edits: [{ start, end: start + found.length, text: '//' }]
});

const isDash = ({ tokens }: SourceText, at: number): boolean =>
	isSign(tokens[at], '--') && !touch(tokens[at - 1], tokens[at]) && !touch(tokens[at], tokens[at + 1]);

/** `-- note`, up to the error in the words behind it; `i --` is another sign */
function dashBefore(place: ErrorPlace): Mistake | null {
	const { tokens, index } = place;
	for (let at = Math.min(index, tokens.length - 1); at >= 0; at -= 1) {
		const isBefore = isDash(place, at) && isWord(tokens[at + 1]) && !tokens[at + 1]?.first;
		if (isBefore) return asComment(tokens[at]!.start, '--');
		if (tokens[at]?.first && at < index) return null;
	}
	return null;
}

/** `-- note` of one word: it takes one from what has that name */
export const dashComment: SuspicionRule = (read, index) => {
	const { tokens } = read;
	const dash = tokens[index];
	if (dash?.text !== '--') return null;
	const [word, after] = [tokens[index + 1], tokens[index + 2]];
	if (!isDash(read, index) || !isWord(word) || word?.first || (after && !after.first)) return null;
	if (!dash.first && !isSign(tokens[index - 1], ';', '}')) return null;
	return { ...asComment(dash.start, '--'), text: 'A comment begins with //, and not with --' };
};

/** `# comment`, `-- comment`, `<!-- comment -->`, `/ comment` and `\\ comment` */
export const commentSign: ErrorRule = (place) => {
	const ofPage = pageComment(place);
	if (ofPage) return ofPage;
	const { source, offset, text, tokens, index } = place;
	// `#note` is a private name, which only `in` can follow.
	const sign = text.startsWith('Expected "in"') ? tokens[index - 2] : undefined;
	if (sign?.text === '#' && sign.first) return asComment(sign.start, '#');
	const lineStart = lineStartOf(source, offset);
	const regex = text.startsWith('Unterminated regular expression');
	const hashes = /^#+/.exec(source.slice(offset, offset + 10))?.[0].length ?? 0;
	let at = regex ? lineStart + source.slice(lineStart, offset).search(/\S/) : offset;
	if (!regex && hashes === 0) at -= 1;
	while (!regex && source.charAt(at - 1) === source.charAt(at) && offset - at < 10) at -= 1;
	const found = (regex ? /^\/+/ : /^(?:#+|\\{2,})/).exec(source.slice(at, at + 10))?.[0];
	if (!found || /\S/.test(source.charAt(at - 1))) return dashBefore(place);
	return asComment(at, found);
};

/** What esbuild says of `<!--`, and of `-->` at the start of a line. */
const PAGE_COMMENT = /^Treating "(?:<!--|-->)" as the start of a legacy HTML single-line comment/;

/** A comment of a page: it can have more than one line. */
export const pageComment: ErrorRule = ({ text, source, offset: start }) => {
	if (!PAGE_COMMENT.test(text)) return null;
	const found = source.startsWith('<!--', start) ? '<!--' : '-->';
	const end = found === '<!--' ? source.indexOf('-->', start) : -1;
	const inside = source.slice(start, Math.max(start, end));
	if (end < 0 || inside.includes('*/')) return asComment(start, found);
	const edits = [
		{ start, end: start + 4, text: '/*' },
		{ start: end, end: end + 3, text: '*/' }
	];
	return { code: 'comment-sign', params: { found }, start, end: start + 4, edits };
};

/** `<p>` in a file of JavaScript */
export const htmlInScript: ErrorRule = ({ source, text, offset }) => {
	const isTag = text.startsWith('The JSX syntax extension') || /^Unexpected "<[/!]?"/.test(text);
	if (!isTag || source.charAt(offset) !== '<' || source.charAt(offset - 1) === '=') return null;
	const tag = /^<[/!]?[a-z][a-z0-9-]*/i.exec(source.slice(offset, offset + 40))?.[0];
	if (!tag) return null;
	return { code: 'html-in-script', params: { found: `${tag}>` }, start: offset, end: offset + tag.length };
};
