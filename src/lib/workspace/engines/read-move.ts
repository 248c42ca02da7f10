type Store = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const KEY = 'passerelle.read-moves';

/** Which news of a move to another engine the learner has closed, on this visit. */
export function readMoves(store: Store | null): readonly string[] {
	try {
		const kept: unknown = JSON.parse(store?.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter((move) => typeof move === 'string') : [];
	} catch {
		return [];
	}
}

/** @returns all of them */
export function rememberRead(store: Store | null, move: string): readonly string[] {
	const moves = [...new Set([...readMoves(store), move])];
	try {
		store?.setItem(KEY, JSON.stringify(moves));
	} catch {
		// Full or forbidden: it holds until the page is left.
	}
	return moves;
}
