import type { KeyValue } from '../storage/journal.ts';

const KEY = 'passerelle.preview';
/** A page that was shown may still begin to loop by itself: after this long it is taken for one that does not. */
export const SETTLED_MS = 2000;

/**
 * Notes that the page of an exercise does not end, as far as is known: it would loop again after a reload. Where a frame has the
 * thread of the page around it, code that nothing can end may take the whole tab: there each page is noted until it was shown.
 * `store`: null where nothing is kept.
 */
export function createUnfinished(
	store: Pick<KeyValue, 'getItem' | 'setItem' | 'removeItem'> | null,
	exerciseId: string
) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const trying = <T>(work: () => T): T | null => {
		try {
			return work();
		} catch {
			// Forbidden or full.
			return null;
		}
	};
	const end = (): void => {
		clearTimeout(timer);
		trying(() => store?.removeItem(KEY));
	};
	return {
		/** Whether this exercise's page was not seen to its end the last time. */
		get found(): boolean {
			return trying(() => store?.getItem(KEY)) === exerciseId;
		},
		/** It is about to be shown, or was stopped. */
		begin(): void {
			clearTimeout(timer);
			trying(() => store?.setItem(KEY, exerciseId));
		},
		/** It is there: in a moment it counts as one that ends. */
		shown(): void {
			clearTimeout(timer);
			timer = setTimeout(end, SETTLED_MS);
		},
		end
	};
}
