import { classOf, getter, isOf, READS, tryToRead, typedArrayName, type Read } from './built-in-class.ts';

/** What built-in values hold, read past everything that a program can define on them. See `built-in-class.ts`. */
const { apply, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { forEach: eachOfSet } = Set.prototype;
const { forEach: eachOfMap } = Map.prototype;
const { includes } = Array.prototype;
const { iterator } = Symbol;
const { values } = getPrototypeOf(Int8Array.prototype) as { values: () => Iterable<unknown> };
const { ArrayBuffer: RealBuffer, DataView: RealView, URL: RealURL, Uint8Array: Bytes } = globalThis;

const readOf = (name: string): Read => READS.get(name)!;
const readTime = readOf('Date');
const readSource = readOf('RegExp');
const readHref = readOf('URL');
const FLAGS = [
	'hasIndices',
	'global',
	'ignoreCase',
	'multiline',
	'dotAll',
	'unicode',
	'unicodeSets',
	'sticky'
]
	.filter((name) => name in RegExp.prototype)
	.map((name) => getter(RegExp.prototype, name));

/** The time of a Date; NaN for one that is invalid. */
export const timeOf = (date: unknown): unknown => readTime(date);
/** Source and flags. */
export const patternOf = (regExp: unknown): string =>
	`/${String(readSource(regExp))}/${FLAGS.map((flag) => (flag(regExp) ? 1 : 0)).join('')}`;

const BOXES = ['Boolean', 'Number', 'String', 'Date'].map(readOf);
/** What a boxed primitive holds, or a Date. */
export function primitiveOf(box: unknown): unknown {
	for (const read of BOXES) {
		const primitive = tryToRead(read, box);
		if (primitive !== undefined) return primitive;
	}
	return undefined;
}

/** Whether two addresses are the same; undefined where one is no URL. */
export function sameAddress(a: unknown, b: unknown): boolean | undefined {
	if (!(a instanceof RealURL && b instanceof RealURL)) return undefined;
	const [left, right] = [tryToRead(readHref, a), tryToRead(readHref, b)];
	return left === undefined || right === undefined ? undefined : left === right;
}

const viewed = (['buffer', 'byteOffset', 'byteLength'] as const).map((name) =>
	getter(RealView.prototype, name)
);
function bytesOf(value: unknown): Uint8Array {
	if (value instanceof RealBuffer) return new Bytes(value);
	const [buffer, offset, length] = viewed.map((read) => read(value));
	return new Bytes(buffer as ArrayBuffer, offset as number, length as number);
}

/** Whether two buffers, or two views, hold the same bytes; undefined for other values. */
export function sameBytes(a: unknown, b: unknown): boolean | undefined {
	const views = a instanceof RealView && b instanceof RealView;
	if (!views && !(a instanceof RealBuffer && b instanceof RealBuffer)) return undefined;
	const [name] = views ? ['DataView'] : ['ArrayBuffer'];
	if (!isOf(name!, a) || !isOf(name!, b)) return undefined;
	const [left, right] = [bytesOf(a), bytesOf(b)];
	return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/** A Set or Map as it is, without what a program has defined on it; other values as they are. */
export function plainCollection(value: unknown): unknown {
	const name = classOf(value);
	if (name === 'Set') {
		const copy = new Set();
		apply(eachOfSet, value, [(item: unknown) => void copy.add(item)]);
		return copy;
	}
	if (name === 'Map') {
		const copy = new Map();
		apply(eachOfMap, value, [(item: unknown, key: unknown) => void copy.set(key, item)]);
		return copy;
	}
	return value;
}

/** What a value is iterated over: a typed array item by item, whatever its own iterator says. */
export const iterableOf = (value: Iterable<unknown>): Iterable<unknown> =>
	typedArrayName(value) === undefined ? value : (apply(values, value, []) as Iterable<unknown>);

function isIterable(value: object): boolean {
	const name = classOf(value);
	return name === 'Set' || name === 'Map' || !!(value as { [iterator]?: unknown })[iterator];
}

/**
 * Whether two objects are compared item by item. Undefined where they are not; false where one has items and the other
 * is of the same class without them: nothing of the two would be compared at all.
 */
export function bothIterable(a: object | null, b: object | null): boolean | undefined {
	if (a === null || b === null) return undefined;
	const [left, right] = [isIterable(a), isIterable(b)];
	if (left && right) return true;
	const name = classOf(a);
	return left === right || name === 'Object' || name !== classOf(b) ? undefined : false;
}

/** `value.constructor`, but not one of its own: that says what the value likes. */
export function constructorOf(value: unknown): unknown {
	const own =
		typeof value === 'object' ? getOwnPropertyDescriptor(value as object, 'constructor') : undefined;
	// A prototype has its class as its own.
	const isPrototype =
		typeof own?.value === 'function' && (own.value as { prototype?: unknown }).prototype === value;
	const from = own && !isPrototype ? getPrototypeOf(value as object) : value;
	return (from as { constructor?: unknown } | null)?.constructor;
}

/** `Object.hasOwn` for an object that also lists the key: a proxy may say yes to every name that it is asked for. */
export const ownsListed = (object: object, key: PropertyKey): boolean =>
	Object.hasOwn(object, key) && (apply(includes, ownKeys(Object(object) as object), [key]) as boolean);
