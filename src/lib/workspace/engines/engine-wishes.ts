import type { EngineNeed } from '../../contract/exercise.ts';
import type { PageEngineId } from '../../engines/choose.ts';
import type { KeyValue } from '../storage/journal.ts';

const KEY = 'passerelle.engine';
const IDS: readonly PageEngineId[] = ['worker', 'dom', 'webcontainer', 'remote'];

/** Where this learner wants each kind of exercise to run, kept on the device; a text that is not ours counts as none. */
function readAll(store: Pick<KeyValue, 'getItem'> | null): Record<string, unknown> {
	try {
		const kept: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
		return typeof kept === 'object' && kept !== null ? { ...kept } : {};
	} catch {
		return {};
	}
}

export const readWish = (store: Pick<KeyValue, 'getItem'> | null, need: EngineNeed): PageEngineId | null =>
	IDS.find((id) => id === readAll(store)[need]) ?? null;

/** Whether this learner has said yes to the container's service; null while nobody has answered. */
export function readAgreement(store: Pick<KeyValue, 'getItem'> | null): boolean | null {
	const { container } = readAll(store);
	return typeof container === 'boolean' ? container : null;
}

export const writeAgreement = (
	store: Pick<KeyValue, 'getItem' | 'setItem'> | null,
	container: boolean
): void => write(store, { ...readAll(store), container });

/** Null: the choice is ours again. */
export function writeWish(
	store: Pick<KeyValue, 'getItem' | 'setItem'> | null,
	need: EngineNeed,
	wish: PageEngineId | null
): void {
	const { [need]: _, ...others } = readAll(store);
	write(store, wish ? { ...others, [need]: wish } : others);
}

function write(store: Pick<KeyValue, 'setItem'> | null, all: Record<string, unknown>): void {
	try {
		store?.setItem(KEY, JSON.stringify(all));
	} catch {
		// Forbidden or full: it then holds until the page is left.
	}
}
