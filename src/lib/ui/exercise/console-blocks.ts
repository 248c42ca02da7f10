import type { ConsoleEntry } from '../../contract/report.ts';

/** Printed lines that are drawn as one text. */
export interface ConsoleBlock {
	level: ConsoleEntry['level'];
	/** Lines below one another. */
	text: string;
	/** Said above it: the test that was running, where it is another one than that of the block before. */
	during: string | null;
	/** What is missing of the text, and where. */
	leftOut?: ConsoleEntry['leftOut'];
	/** What is said of the program's end: said in the learner's language. */
	ending?: ConsoleEntry['ending'];
}

/** Lines and characters of one block: when a line is added, no more than these are laid out again. */
const LINES = 100;
const CHARS = 4000;
/** What is laid out in one go, counted in lines of text; an element of its own costs as much as some of them. */
const GROUP_LINES = 120;
const BLOCK_LINES = 3;
/** Of one line on a narrow screen. */
const LINE_CHARS = 50;

/**
 * Joins neighbours among what `console.log` printed: a thousand elements would hold the page up, ten do not. What has its
 * level written beside it, or a part left out, or is said of the program, stays by itself.
 */
export function consoleBlocks(entries: readonly ConsoleEntry[]): ConsoleBlock[] {
	const blocks: (Omit<ConsoleBlock, 'text'> & { lines: string[]; chars: number })[] = [];
	entries.forEach(({ level, text, test, leftOut, ending }, index) => {
		const before = entries[index - 1];
		const block = blocks.at(-1);
		const follows = level === 'log' && before?.level === 'log' && before.test === test;
		const whole = !leftOut && !before?.leftOut && !ending && !before?.ending;
		if (block && follows && whole && block.lines.length < LINES && block.chars + text.length <= CHARS) {
			block.lines.push(text);
			block.chars += text.length;
		} else {
			// A count of lines left out is of no test: the one before it may go on after it.
			const during = test !== before?.test ? test : null;
			blocks.push({ level, lines: [text], chars: text.length, during, leftOut, ending });
		}
	});
	return blocks.map(({ lines, chars: _, ...block }) => ({ ...block, text: lines.join('\n') }));
}

/** About how many lines of text it takes as long to lay this out as. */
const linesOf = ({ text }: ConsoleBlock): number =>
	BLOCK_LINES + text.split('\n').reduce((sum, line) => sum + 1 + line.length / LINE_CHARS, 0);

/**
 * Blocks, in order, in groups that can each be laid out in one go: so many of them as a frame has time for, or one. What is
 * added changes no group but the last.
 */
export function consoleGroups(blocks: readonly ConsoleBlock[]): ConsoleBlock[][] {
	const groups: ConsoleBlock[][] = [];
	let lines = Infinity;
	for (const block of blocks) {
		const own = linesOf(block);
		lines += own;
		if (lines > GROUP_LINES) {
			groups.push([]);
			lines = own;
		}
		groups.at(-1)?.push(block);
	}
	return groups;
}
