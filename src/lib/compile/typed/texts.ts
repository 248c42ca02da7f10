import { openText, type Edit, type ErrorRule, type Mistake } from './mistake.ts';
import { lineStartOf } from './source-text.ts';

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

const asComment = (at: number, found: string): Mistake => ({
	code: 'comment-sign',
	params: { found },
	start: at,
	end: at + 1,
	edits: [{ start: at, end: at + 1, text: '//' }]
});

/** `# comment`, and `/ comment` */
export const commentSign: ErrorRule = ({ source, offset, text, tokens, index }) => {
	// `#note` is a private name, which only `in` can follow.
	const sign = text.startsWith('Expected "in"') ? tokens[index - 2] : undefined;
	if (sign?.text === '#' && sign.first) return asComment(sign.start, '#');
	const lineStart = lineStartOf(source, offset);
	const regex = text.startsWith('Unterminated regular expression');
	const at = regex
		? lineStart + source.slice(lineStart, offset).search(/\S/)
		: source.charAt(offset) === '#'
			? offset
			: offset - 1;
	const found = source.charAt(at);
	if (found !== (regex ? '/' : '#') || /\S/.test(source.charAt(at - 1))) return null;
	return asComment(at, found);
};

/** What esbuild says of `<!--`, and of `-->` at the start of a line. */
const PAGE_COMMENT = /^Treating "(<!--|-->)" as the start of a legacy HTML single-line comment/;

/** `<p>`, or `<!--`, in a file of JavaScript */
export const htmlInScript: ErrorRule = ({ source, text, offset }) => {
	const comment = PAGE_COMMENT.exec(text)?.[1];
	if (comment)
		return {
			code: 'html-in-script',
			params: { found: comment },
			start: offset,
			end: offset + comment.length
		};
	const isTag = text.startsWith('The JSX syntax extension') || /^Unexpected "<[/!]?"/.test(text);
	if (!isTag || source.charAt(offset) !== '<' || source.charAt(offset - 1) === '=') return null;
	const tag = /^<[/!]?[a-z][a-z0-9-]*/i.exec(source.slice(offset, offset + 40))?.[0];
	if (!tag) return null;
	return { code: 'html-in-script', params: { found: `${tag}>` }, start: offset, end: offset + tag.length };
};
