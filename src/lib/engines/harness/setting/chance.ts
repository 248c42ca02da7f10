/** Numbers from 0 to 1 that look like chance and are always the same for one seed, an integer ("mulberry32"). */
export function chance(seed: number): () => number {
	const { imul } = globalThis.Math;
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
