import { defineProperty } from './natives.ts';

/**
 * What Vitest's matchers call, after the bundle step's rewrites, instead of a method of the value they judge: a
 * program returns values whose methods say what it likes.
 */
const { apply } = Reflect;
const { includes, indexOf: textIndexOf } = String.prototype;
const { indexOf } = Array.prototype;
const { has: setHas } = Set.prototype;
const { has: weakSetHas } = WeakSet.prototype;

/** A plain array with what an array-like holds now; its methods are the realm's own. */
export function plainList(list: ArrayLike<unknown>): unknown[] {
	// As most calls of a spy: each way is safe, this one takes a tenth of the time.
	if (list.length === 1) return [list[0]];
	const copy: unknown[] = [];
	for (let index = 0, { length } = list; index < length; index++) {
		defineProperty(copy, index, { value: list[index], writable: true, enumerable: true, configurable: true });
	}
	return copy;
}

/** `text.includes(part)` of the text that a value gives; the value never learns the part. */
export const textIncludes = (text: unknown, part: string): boolean => apply(includes, `${text}`, [part]);

/** `indexOf` of a real array or of a text. */
export function positionIn(list: unknown, item: unknown): number {
	if (Array.isArray(list)) return apply(indexOf, plainList(list), [item]);
	return apply(textIndexOf, `${list}`, [item]);
}

/** `has` of a real Set or WeakSet; throws for anything else. */
export function isIn(set: object, item: unknown): boolean {
	try {
		return apply(setHas, set, [item]);
	} catch {
		return apply(weakSetHas, set, [item]);
	}
}

/** Whether a number or date lies between two others; a date is asked for its time once. */
export function isWithin(
	value: number | bigint | Date,
	start: number | Date,
	finish: number | Date
): boolean {
	const number = typeof value === 'object' ? +value : value;
	return number >= +start && number <= +finish;
}

/** Waits for a promise or thenable through a promise of our own: an own `then` cannot skip what follows. */
export const settle = (value: unknown): Promise<unknown> => new Promise((resolve) => resolve(value));

/** Arguments of every call of a spy, by its state (`spy.mock`): the public lists can be changed by who holds the spy. */
const calls = new WeakMap<object, unknown[][]>();
/**
 * A suite of six tests takes two seconds of an old laptop to look at so many printed lines in each; what is called more often
 * is a loop, which would take all its memory.
 */
const MOST_CALLS = 50_000;
export function recordCall(state: object, args: readonly unknown[]): void {
	const list = calls.get(state);
	if (list?.length === MOST_CALLS)
		throw new RangeError(`A watched function was called more than ${MOST_CALLS} times`);
	if (list) list[list.length] = plainList(args);
	else calls.set(state, [plainList(args)]);
}
export const forgetCalls = (state: object): void => void calls.delete(state);
export const callsOf = (spy: { mock: object }): unknown[][] => calls.get(spy.mock) ?? [];
