import { textOfHtml } from './html.ts';

/** A part of a statement: code that stays as it is, a boxed note, or anything else. */
export type Block =
	| { kind: 'code'; text: string }
	| { kind: 'text'; text: string }
	| { kind: 'admonition'; title: string; text: string };

export interface Admonition {
	title: string;
	text: string;
}

const FENCE = /^([ \t]*(?:[-*+] +|\d+[.)] +)?)(`{3,}|~{3,})[ \t]*([^`\n]*)$/;
const LIST_ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/;
const INDENTED = /^(?: {4}|\t)/;

/** `exercism/caution` → `Caution`. */
export const admonitionOf = (info: string): string => {
	const name = /[\w-]+$/.exec(info)?.[0] ?? 'note';
	return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
};

/** A fence longer than any that the code holds. */
function fenced(code: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}\n${code.replace(/^\n|\s+$/g, '')}\n${fence}`;
}

/** The line where a fence ends; the last one where it is never closed. */
function fenceEnd(lines: readonly string[], start: number, mark: string): number {
	const close = new RegExp(`^[ \\t]*${mark.charAt(0)}{${mark.length},}[ \\t]*$`);
	for (let at = start + 1; at < lines.length; at++) if (close.test(lines[at] ?? '')) return at;
	return lines.length;
}

/** Lines of code by their indentation alone, from `start`; `start` itself where there are none. */
function indentedEnd(lines: readonly string[], start: number, inList: boolean): number {
	const first = lines[start] ?? '';
	if (inList || !INDENTED.test(first) || first.trim() === '' || (lines[start - 1] ?? '').trim() !== '')
		return start;
	let end = start;
	for (let at = start; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (line.trim() === '') continue;
		if (!INDENTED.test(line)) break;
		end = at + 1;
	}
	return end;
}

/** The `<pre>` that begins on a line, and what stands beside it; null where none begins, or it is never closed. */
function preformatted(lines: readonly string[], start: number) {
	const line = lines[start] ?? '';
	const open = /<pre(?:\s[^<>]*)?>/i.exec(line);
	if (!open) return null;
	let inside = line.slice(open.index + open[0].length);
	const code: string[] = [];
	for (let end = start; end < lines.length; inside = lines[++end] ?? '') {
		const close = /<\/pre\s*>/i.exec(inside);
		code.push(close ? inside.slice(0, close.index) : inside);
		if (!close) continue;
		const after = inside.slice(close.index + close[0].length);
		return { before: line.slice(0, open.index), code: textOfHtml(code.join('\n')), after, end };
	}
	return null;
}

/** Splits a statement at its code blocks: fences, indented code, `<pre>`. */
export function splitStatement(text: string, html: boolean): Block[] {
	const lines = text.split('\n');
	const blocks: Block[] = [];
	let plain: string[] = [];
	let inList = false;
	const lastClosed = lines.findLastIndex((line) => /<\/pre\s*>/i.test(line));
	const flush = (): void => {
		if (plain.length > 0) blocks.push({ kind: 'text', text: plain.join('\n') });
		plain = [];
	};
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const [, indent = '', mark, info = ''] = (!html && FENCE.exec(line)) || [];
		if (mark) {
			const end = fenceEnd(lines, at, mark);
			flush();
			if (/^exercism\/[\w-]+\s*$/.test(info)) {
				blocks.push({ kind: 'admonition', title: info.trim(), text: lines.slice(at + 1, end).join('\n') });
			} else {
				const closing = end < lines.length ? [] : [indent.replace(/\S/g, ' ') + mark];
				blocks.push({ kind: 'code', text: [...lines.slice(at, end + 1), ...closing].join('\n') });
			}
			at = end;
			continue;
		}
		const pre = at <= lastClosed ? preformatted(lines, at) : null;
		if (pre) {
			plain.push(pre.before);
			flush();
			blocks.push({ kind: 'code', text: fenced(pre.code) });
			// What follows on the same line is looked at next.
			lines[pre.end] = pre.after;
			at = pre.end - 1;
			continue;
		}
		const end = html ? at : indentedEnd(lines, at, inList);
		if (end > at) {
			flush();
			blocks.push({ kind: 'code', text: lines.slice(at, end).join('\n') });
			at = end - 1;
			continue;
		}
		if (LIST_ITEM.test(line)) inList = true;
		else if (line.trim() !== '' && !/^[ \t]/.test(line)) inList = false;
		plain.push(line);
	}
	flush();
	return blocks;
}
