import type { KeyValue } from './journal.ts';

const KEY = 'passerelle.people';
const DEVICE = 'passerelle.device';
/** More than share a computer in a room. */
export const MOST_PEOPLE = 20;

/** Who works on this device. Each has a storage of their own; the first one's is named as it always was. */
export interface People {
	/** From 1. */
	current: number;
	count: number;
}

/** A device where nothing was said has one person. What is not ours counts as nothing. */
export function readPeople(store: KeyValue | null): People {
	try {
		const kept = JSON.parse(store?.getItem(KEY) ?? 'null') as Partial<People> | null;
		const count = within(kept?.count, MOST_PEOPLE);
		return { count, current: within(kept?.current, count) };
	} catch {
		return { current: 1, count: 1 };
	}
}

const within = (value: unknown, most: number): number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : 1;

/** From the next page on. Nobody's work is touched. @returns false where the browser cannot remember who it is. */
export function becomePerson(store: KeyValue | null, current: number): boolean {
	const count = Math.max(readPeople(store).count, current);
	if (!store || current < 1 || count > MOST_PEOPLE) return false;
	try {
		store.setItem(KEY, JSON.stringify({ current, count } satisfies People));
		return true;
	} catch {
		return false;
	}
}

const nameOf = (current: number): string => (current === 1 ? 'passerelle' : `passerelle.${current}`);

/** What the databases, journals and channels of the person who works now are called, and what else the device keeps of them. */
export const personName = (store: KeyValue | null): string => nameOf(readPeople(store).current);

const chanceName = (): string =>
	[...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');

function deviceName(store: KeyValue | null): string {
	try {
		const kept = store?.getItem(DEVICE);
		if (kept) return kept;
		const name = chanceName();
		store?.setItem(DEVICE, name);
		return name;
	} catch {
		return chanceName();
	}
}

/**
 * Who writes, in the edits of texts: the device by a name of chance, so that it tells nothing of anybody, and who works there
 * now. Two people of one device write two texts.
 */
export function writerName(store: KeyValue | null): string {
	const { current } = readPeople(store);
	return current === 1 ? deviceName(store) : `${deviceName(store)}.${current}`;
}
