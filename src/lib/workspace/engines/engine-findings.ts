import { isPassing, REFUSAL_REASONS, type PageEngineId, type RefusalReason } from '../../engines/choose.ts';
import type { KeyValue } from '../storage/journal.ts';

const KEY = 'passerelle.engine-failed';

/** Of the engines on this device what failed; that the server takes no code now may be over at any moment. */
const ON_DEVICE: readonly PageEngineId[] = ['worker', 'dom', 'webcontainer'];

/** Engines that did not work on this visit, and why: engine → code. */
export type EngineFindings = ReadonlyMap<PageEngineId, RefusalReason>;

/** `store`: kept as long as the visit, also when a page is loaded anew; a text that is not ours counts as none. */
export function readFindings(store: Pick<KeyValue, 'getItem'> | null): EngineFindings {
	try {
		const kept = JSON.parse(store?.getItem(KEY) ?? '{}') as Record<string, unknown>;
		return new Map(
			ON_DEVICE.flatMap((id) => {
				const reason = REFUSAL_REASONS.find((known) => known === kept[id]);
				return reason && isPassing(reason) ? [[id, reason] as const] : [];
			})
		);
	} catch {
		return new Map();
	}
}

/** One that has booted may work on the next page: a loop in the process that its frames share ends with this one. */
const lasts = (id: PageEngineId, reason: RefusalReason): boolean =>
	ON_DEVICE.includes(id) && reason !== 'run-failed';

export function writeFindings(store: Pick<KeyValue, 'setItem'> | null, findings: EngineFindings): void {
	try {
		const kept = [...findings].filter(([id, reason]) => lasts(id, reason));
		store?.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
	} catch {
		// Forbidden or full: it then holds until the page is left.
	}
}
