/** One hint of a file of hints. */
export interface HintPart {
	text: string;
	/** 1-based, where the part begins. */
	line: number;
}

/** Splits a file of hints at lines that hold only `---`, but not inside a code block. */
export function splitHints(markdown: string): HintPart[] {
	const parts: { lines: string[]; line: number }[] = [{ lines: [], line: 1 }];
	let fence: string | null = null;
	for (const [index, line] of markdown.split('\n').entries()) {
		const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
		if (mark && fence === null) fence = mark;
		else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
		if (fence === null && line.trimEnd() === '---') parts.push({ lines: [], line: index + 2 });
		else parts.at(-1)?.lines.push(line);
	}
	return parts.map(({ lines, line }) => ({ text: lines.join('\n').trim(), line }));
}
