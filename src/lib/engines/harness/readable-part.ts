import { defineProperty, ownKeys } from './natives.ts';

/** Twice what is kept of a printed value. */
const MOST_CHARS = 8000;
const MOST_ITEMS = 1000;
/** Values within values that are looked into. */
const DEPTH = 4;
/** A message says of so many calls of a spy what they were. */
const MOST_CALLS = 100;
const { isArray } = Array;
const { getPrototypeOf, prototype } = Object;

const put = (to: object, key: PropertyKey, value: unknown): unknown =>
	defineProperty(to, key, { value, writable: true, enumerable: true, configurable: true });

/** The first items of a list, and of what they hold: the list itself where that is all. */
function firstItems(list: readonly unknown[], depth: number): readonly unknown[] {
	const items: unknown[] = [];
	let same = list.length <= MOST_ITEMS;
	for (let at = 0; at < list.length && at < MOST_ITEMS; at += 1) {
		const item = readablePart(list[at], depth);
		same &&= item === list[at];
		put(items, at, item);
	}
	return same ? list : items;
}

/** An object without a class of its own, with the first part of each long value: the object itself where none is long. */
function shortValues(object: object, depth: number): object {
	const copy = {};
	let same = true;
	for (const key of ownKeys(object)) {
		const value: unknown = Reflect.get(object, key);
		const part = readablePart(value, depth);
		same &&= part === value;
		put(copy, key, part);
	}
	return same ? object : copy;
}

/**
 * What anybody reads of a value that did not hold. Vitest compares both values line by line, which takes minutes for a
 * hundred thousand lines and all memory for a million: a program that prints too much is neither a loop nor too large.
 */
export function readablePart(value: unknown, depth = DEPTH): unknown {
	if (typeof value === 'string') return value.length > MOST_CHARS ? `${value.slice(0, MOST_CHARS)}…` : value;
	if (typeof value !== 'object' || value === null || depth === 0) return value;
	if (isArray(value)) return firstItems(value, depth - 1);
	return getPrototypeOf(value) === prototype ? shortValues(value, depth - 1) : value;
}

/** The calls of a spy that a message tells. */
export const toldCalls = (calls: unknown[]): unknown[] =>
	calls.length > MOST_CALLS ? calls.slice(0, MOST_CALLS) : calls;
