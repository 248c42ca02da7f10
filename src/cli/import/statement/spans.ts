/** Code spans of a text, hidden behind characters of a private range while the rest is converted. */
export interface Spans {
	text: string;
	/** Hides one more piece of Markdown; gives what stands for it. */
	hide(markdown: string): string;
	/** Puts everything back. */
	show(text: string): string;
}

const OPEN = '\ue000';
const CLOSE = '\ue001';

/** For each run of backticks the index of the next run of the same length; -1 where there is none. */
function nextOfSameLength(runs: readonly { length: number }[]): number[] {
	const next = new Array<number>(runs.length).fill(-1);
	const seen = new Map<number, number>();
	for (let at = runs.length - 1; at >= 0; at--) {
		const { length } = runs[at]!;
		next[at] = seen.get(length) ?? -1;
		seen.set(length, at);
	}
	return next;
}

/** Hides what stands between backticks, as CommonMark reads it; a span never goes over an empty line. */
export function protectSpans(text: string): Spans {
	const kept: string[] = [];
	const hide = (markdown: string): string => `${OPEN}${kept.push(markdown) - 1}${CLOSE}`;
	const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
	const next = nextOfSameLength(runs);
	let result = '';
	let from = 0;
	for (let at = 0; at < runs.length; at++) {
		const open = runs[at]!;
		const close = runs[next[at] ?? -1];
		if (open.start < from || !close) continue;
		const span = text.slice(open.start, close.start + close.length);
		if (/\n[ \t]*\n/.test(span)) continue;
		result += text.slice(from, open.start) + hide(span);
		from = close.start + close.length;
	}
	result += text.slice(from);
	// What is hidden may hold something hidden before it.
	const show = (shown: string): string =>
		shown.replace(/\ue000(\d+)\ue001/g, (_, index: string) => show(kept[Number(index)] ?? ''));
	return { text: result, hide, show };
}
