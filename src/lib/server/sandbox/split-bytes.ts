/**
 * Takes pieces of a stream and gives the texts between two bytes `end`, each whole, however they were cut. Returns how many
 * bytes wait for their end.
 */
export function splitBytes(end: number, give: (text: string) => void): (chunk: Buffer) => number {
	let parts: Buffer[] = [];
	let waiting = 0;
	return (chunk) => {
		let from = 0;
		for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
			parts.push(chunk.subarray(from, at));
			from = at + 1;
			const text = Buffer.concat(parts).toString('utf8');
			parts = [];
			waiting = 0;
			give(text);
		}
		if (from < chunk.length) {
			parts.push(chunk.subarray(from));
			waiting += chunk.length - from;
		}
		return waiting;
	};
}
