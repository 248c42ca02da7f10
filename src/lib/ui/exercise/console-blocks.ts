import type { ConsoleEntry } from '../../contract/report.ts';

/** Printed lines that are drawn as one text. */
export interface ConsoleBlock {
	level: ConsoleEntry['level'];
	/** Lines below one another. */
	text: string;
	/** Said above it: the test that was running, where it is another one than that of the block before. */
	during: string | null;
}

/** Lines of one block: when one is added, no more than these are laid out again. */
const LINES = 100;

/**
 * Joins neighbours among what `console.log` printed: a thousand elements would hold the page up, ten do not. What has its
 * level written beside it stays by itself.
 */
export function consoleBlocks(entries: readonly ConsoleEntry[]): ConsoleBlock[] {
	const blocks: (Omit<ConsoleBlock, 'text'> & { lines: string[] })[] = [];
	entries.forEach(({ level, text, test }, index) => {
		const before = entries[index - 1];
		const block = blocks.at(-1);
		const follows = level === 'log' && before?.level === 'log' && before.test === test;
		if (block && follows && block.lines.length < LINES) block.lines.push(text);
		else blocks.push({ level, lines: [text], during: test !== before?.test ? test : null });
	});
	return blocks.map(({ lines, ...block }) => ({ ...block, text: lines.join('\n') }));
}
