import { splitBytes } from './split-bytes.ts';

const LINE_END = 10;

/**
 * Takes pieces of a stream and gives its lines, without their ends. After `most` bytes it says so once and takes nothing
 * more: what a hostile process writes must not fill the memory.
 */
export function createLineReader(
	most: number,
	on: { line: (text: string) => void; tooMuch: () => void }
): (chunk: Buffer) => void {
	let split: ReturnType<typeof splitBytes> | null = splitBytes(LINE_END, on.line);
	let seen = 0;
	return (chunk) => {
		if (!split) return;
		seen += chunk.length;
		if (seen > most) {
			// What waits for its end goes with it.
			split = null;
			return on.tooMuch();
		}
		split(chunk);
	};
}
