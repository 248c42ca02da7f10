/**
 * Takes pieces of a stream and gives its lines, without their ends. After `most` bytes it says so once and takes nothing
 * more: what a hostile process writes must not fill the memory.
 */
export function createLineReader(
	most: number,
	on: { line: (text: string) => void; tooMuch: () => void }
): (chunk: Buffer) => void {
	let parts: Buffer[] = [];
	let seen = 0;
	return (chunk) => {
		if (seen > most) return;
		seen += chunk.length;
		if (seen > most) {
			parts = [];
			return on.tooMuch();
		}
		let from = 0;
		for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
			parts.push(chunk.subarray(from, at));
			from = at + 1;
			const line = Buffer.concat(parts).toString('utf8');
			parts = [];
			on.line(line);
		}
		if (from < chunk.length) parts.push(chunk.subarray(from));
	};
}
