type Store = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const KEY = 'passerelle.read-move';

/** Which news of a move to another engine the learner has closed, on this visit; null where none. */
export function lastRead(store: Store | null): string | null {
	try {
		return store?.getItem(KEY) ?? null;
	} catch {
		return null;
	}
}

export function rememberRead(store: Store | null, move: string): void {
	try {
		store?.setItem(KEY, move);
	} catch {
		// Full or forbidden: it holds until the page is left.
	}
}
