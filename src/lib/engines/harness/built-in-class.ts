/**
 * What a value is, asked of its internal slots by functions that were taken before there was a program. A value can say
 * anything of itself (`Symbol.toStringTag`, its prototype, its own `size`); these functions refuse a pretender, and a
 * proxy too.
 */
const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { toString } = Object.prototype;
const { isArray } = Array;
const { isError } = Error as { isError?: (value: unknown) => boolean };
const { toStringTag } = Symbol;

/** Reads something of a built-in value; throws, or returns undefined, for every other. */
export type Read = (value: unknown) => unknown;
type Function = (...args: unknown[]) => unknown;

function propertyOf(prototype: object, name: PropertyKey): PropertyDescriptor {
	let at: object | null = prototype;
	let property: PropertyDescriptor | undefined;
	while (at && !(property = getOwnPropertyDescriptor(at, name))) at = getPrototypeOf(at);
	return property ?? {};
}

export const method = (prototype: object, name: PropertyKey, ...args: unknown[]): Read => {
	const call = propertyOf(prototype, name).value as Function;
	return (value) => apply(call, value, args);
};
export const getter = (prototype: object, name: PropertyKey): Read => {
	const get = propertyOf(prototype, name).get as Function;
	return (value) => apply(get, value, []);
};

/** Undefined where there is nothing to read. */
export function tryToRead(read: Read | undefined, value: unknown): unknown {
	try {
		return read?.(value);
	} catch {
		return undefined;
	}
}

const readTypedArrayTag = getter(getPrototypeOf(Int8Array.prototype)!, toStringTag);
/** "Uint8Array" and its like; undefined for everything else. */
export const typedArrayName = (value: unknown): unknown => readTypedArrayTag(value);

const isUntagged: Read = (value) =>
	typeof (value as object)[toStringTag as never] === 'string' ? undefined : true;
const typedArray = (name: string): [string, Read] => [
	name,
	(value) => readTypedArrayTag(value) === name || undefined
];

/** By the name that `Object.prototype.toString` gives: what only the real thing has, and where two of a class differ. */
export const READS: ReadonlyMap<string, Read> = new Map<string, Read>([
	['Arguments', isUntagged],
	['Array', (value) => isArray(value) || undefined],
	['ArrayBuffer', getter(ArrayBuffer.prototype, 'byteLength')],
	['BigInt', method(BigInt.prototype, 'valueOf')],
	['Boolean', method(Boolean.prototype, 'valueOf')],
	['DataView', getter(DataView.prototype, 'byteLength')],
	['Date', method(Date.prototype, 'getTime')],
	['Error', isError ? (value) => isError(value) || undefined : isUntagged],
	['Map', getter(Map.prototype, 'size')],
	['Number', method(Number.prototype, 'valueOf')],
	['RegExp', getter(RegExp.prototype, 'source')],
	['Set', getter(Set.prototype, 'size')],
	['String', method(String.prototype, 'valueOf')],
	['Symbol', method(Symbol.prototype, 'valueOf')],
	['URL', getter(URL.prototype, 'href')],
	['WeakMap', method(WeakMap.prototype, 'has', {})],
	['WeakSet', method(WeakSet.prototype, 'has', {})],
	...(
		'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array ' +
		'Float64Array BigInt64Array BigUint64Array'
	)
		.split(' ')
		.map(typedArray)
]);
const { get } = Map.prototype;
const readOf = (name: string): Read | undefined => apply(get, READS, [name]) as Read | undefined;
const { slice } = String.prototype;
const saidOf = (value: unknown): string => apply(slice, apply(toString, value, []), [8, -1]) as string;

/** Whether a value is of the built-in class of that name, whatever it says. */
export const isOf = (name: string, value: unknown): boolean => tryToRead(readOf(name), value) !== undefined;

/** What objects were found to be: a getter or a proxy could say something else when it is asked again. */
const known = new WeakMap<object, string>();
const { get: recall, set: remember } = WeakMap.prototype;

/**
 * The name that `Object.prototype.toString` gives; for a pretender one that no honest value has. A subclass with a tag of
 * its own keeps that.
 */
export function classOf(value: unknown): string {
	if (typeof value !== 'object' || value === null) return saidOf(value);
	let name = apply(recall, known, [value]) as string | undefined;
	if (name === undefined) {
		const said = saidOf(value);
		const read = readOf(said);
		name = !read || tryToRead(read, value) !== undefined ? said : `${said}, it says`;
		apply(remember, known, [value, name]);
	}
	return name;
}
