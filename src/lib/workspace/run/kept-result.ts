import type { Locale } from '../../contract/locale.ts';
import type { ExerciseProgress } from '../../contract/progress.ts';
import type { ConsoleEntry } from '../../contract/report.ts';
import type { Finished } from './run-state.ts';

/** What came of the last run, for as long as the tab is open: a reload, Back and another language show it again. */
export interface KeptResult<S> {
	/** The language of the suite's translations. */
	locale: Locale;
	finished: Finished<S>;
	console: readonly ConsoleEntry[];
	/** Progress before it. */
	before: ExerciseProgress | null;
	/** Checks that failed since the last pass, this one too. */
	failedInARow: number;
}

/** Where the last result of one exercise is kept. */
export interface ResultKeeper<S> {
	/** Null where there is none, or one of another version of the exercise. */
	read(): KeptResult<S> | null;
	write(result: KeptResult<S>): void;
	clear(): void;
}

type Store = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Raised when what is kept has another form. */
const VERSION = 3;
/** A tab may keep five million characters in all; a longer result is not kept. */
const MOST_CHARS = 400_000;

/** `sessionStorage`, or null where the browser forbids it. */
export function sessionStorageOrNull(): Store | null {
	try {
		return globalThis.sessionStorage ?? null;
	} catch {
		return null;
	}
}

/**
 * @param exercise another hash is another exercise: its old results say nothing
 * @param person whose they are: see `personName`
 */
export function resultKeeper<S>(
	store: Store | null,
	exercise: { id: string; hash: string },
	person: string
): ResultKeeper<S> {
	const key = `${person}.result.${exercise.id}`;
	const head = { version: VERSION, hash: exercise.hash };
	return {
		read() {
			try {
				const kept = JSON.parse(store?.getItem(key) ?? 'null') as (typeof head & KeptResult<S>) | null;
				return kept?.version === head.version && kept.hash === head.hash ? kept : null;
			} catch {
				return null;
			}
		},
		write(result) {
			const text = JSON.stringify({ ...head, ...result });
			try {
				if (text.length <= MOST_CHARS) store?.setItem(key, text);
				else store?.removeItem(key);
			} catch {
				// Full or forbidden: it is then gone with the page.
			}
		},
		clear() {
			try {
				store?.removeItem(key);
			} catch {
				// Forbidden: nothing was kept either.
			}
		}
	};
}
