import { isLocale } from '../../contract/locale.ts';
import type { Draft } from '../../contract/progress.ts';
import { draftKey } from './storage-backend.ts';

/** The part of `localStorage` that is used; a plain map in tests. */
export type KeyValue = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `localStorage`, or null where the browser forbids it. */
export function localStorageOrNull(): KeyValue | null {
	try {
		return globalThis.localStorage ?? null;
	} catch {
		// Reading the property itself throws where cookies are blocked.
		return null;
	}
}

const PREFIX = 'passerelle.draft.';

/** Keeps, synchronously, drafts whose transaction a closing page may not see the end of. */
export function writeJournal(store: KeyValue, drafts: readonly Draft[]): void {
	for (const draft of drafts) {
		try {
			store.setItem(PREFIX + draftKey(draft), JSON.stringify(draft));
		} catch {
			// Full or forbidden: the transaction in flight is then the only hope.
		}
	}
}

/** What the last page left behind. Entries that are not drafts are removed. */
export function readJournal(store: KeyValue): Draft[] {
	const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
	const found: Draft[] = [];
	for (const key of keys) {
		if (!key?.startsWith(PREFIX)) continue;
		const parsed = parse(store.getItem(key));
		if (isDraft(parsed)) found.push(parsed);
		else store.removeItem(key);
	}
	return found;
}

/** Forgets a draft that is stored for good, unless a newer text of it was written meanwhile. */
export function clearJournal(store: KeyValue, draft: Draft): void {
	const key = PREFIX + draftKey(draft);
	const kept = parse(store.getItem(key));
	if (!isDraft(kept) || kept.updatedAt <= draft.updatedAt) store.removeItem(key);
}

/** By hand: the contract's schema brings 25 KB to every page, for what this page wrote itself a moment ago. */
function isDraft(value: unknown): value is Draft {
	if (typeof value !== 'object' || value === null) return false;
	const { exerciseId, locale, files, updatedAt } = value as Record<string, unknown>;
	const texts = typeof files === 'object' && files !== null ? Object.values(files) : [undefined];
	return (
		typeof exerciseId === 'string' &&
		isLocale(locale) &&
		typeof updatedAt === 'string' &&
		texts.every((text) => typeof text === 'string')
	);
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}
