/** Small letters, digits, hyphens, dots and slashes. */
export type Id = string;
/** Whole minutes since the world began. */
export type Minute = number;

/** What a world is made of. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** A value that is put at a place of the world; the place's last key may be new. */
export interface Change {
	at: readonly (string | number)[];
	/** Left out: what is there goes. */
	value?: Data;
}

/** A fault of the world's own data or of its rules: never the learner's. */
export class WorldError extends Error {
	constructor(
		readonly code: 'no-such-place' | 'no-such-fault',
		readonly place: string
	) {
		super(`${code}: ${place}`);
		this.name = 'WorldError';
	}
}

/** The value of a record under a key that may come from anywhere: `constructor` and the like are not in it. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** Keys and values of a record in the order of the keys: what happens must not depend on who was put in first. */
export const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
	Object.keys(record)
		.sort()
		.map((key) => [key, record[key]!]);

export const copy = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** The same data with all keys in order: equal worlds give equal texts. */
export function ordered(data: unknown): string {
	return JSON.stringify(data, (_key, value: unknown) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(sorted(value as Record<string, unknown>))
			: value
	);
}

const isHolder = (data: unknown): data is Record<string | number, unknown> =>
	typeof data === 'object' && data !== null;

/** @throws WorldError `no-such-place` where the way to a place does not exist */
function holderOf(data: object, { at }: Change): Record<string | number, unknown> {
	let here: unknown = data;
	for (const key of at.slice(0, -1)) here = isHolder(here) && Object.hasOwn(here, key) ? here[key] : null;
	if (!isHolder(here) || at.length === 0) throw new WorldError('no-such-place', at.join('.'));
	return here;
}

/**
 * Puts values at their places, in this data itself.
 * @throws WorldError `no-such-place`
 */
export function change(data: object, changes: readonly Change[]): void {
	for (const one of changes) {
		const holder = holderOf(data, one);
		const key = one.at.at(-1)!;
		if (one.value === undefined) delete holder[key];
		else holder[key] = copy(one.value);
	}
}

/** Puts back what stood at the places of changes, as it was in `before`: things that they added go. */
export function undo(data: object, changes: readonly Change[], before: object): void {
	for (const { at } of changes.toReversed()) {
		const holder = holderOf(before, { at });
		const value = Object.hasOwn(holder, at.at(-1)!) ? (holder[at.at(-1)!] as Data) : undefined;
		change(data, [{ at, value }]);
	}
}
