import { maskFunctions, stackFormat } from './hidden-program.ts';
import { hiddenPrototypes } from './hidden-prototypes.ts';
import { defineProperty, describeProperty, ownKeys } from './natives.ts';

/** Globals of the language that learner code and suites may use. Everything else is removed. */
export const LANGUAGE_GLOBALS: readonly string[] = [
	'Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Reflect Proxy Intl Promise Iterator',
	'Map Set WeakMap WeakSet WeakRef FinalizationRegistry Error AggregateError EvalError RangeError ReferenceError SyntaxError',
	'TypeError URIError ArrayBuffer DataView Int8Array Uint8Array',
	'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array',
	'BigUint64Array globalThis undefined NaN Infinity isNaN isFinite parseInt parseFloat encodeURI encodeURIComponent decodeURI',
	'decodeURIComponent escape unescape'
].flatMap((line) => line.split(' '));

/** Bindings left changeable: fake timers and stubs of a suite need them. Suites compare with literals for that reason. */
const MUTABLE = new Set(['Date', 'Intl', 'globalThis']);

/** Of the other globals, those that fake timers and spies replace. */
const REPLACEABLE =
	/^(?:console|performance|(?:set|clear|request|cancel)[A-Z]\w+|queueMicrotask|fetch|alert|confirm|prompt|matchMedia|scroll\w*|on[a-z]+)$/;

/** Assigned to on instances by ordinary code, and fast paths of the engine that an accessor would switch off. */
const KEEP_AS_DATA = new Set<PropertyKey>(['next', 'return', 'throw']);

const isObject = (value: unknown): value is object =>
	(typeof value === 'object' && value !== null) || typeof value === 'function';

/** Removes every global that is not on the list, from the global object and what it inherits from. */
export function removeGlobals(keep: readonly string[]): void {
	const allowed = new Set<PropertyKey>([...LANGUAGE_GLOBALS, ...keep, Symbol.toStringTag, 'constructor']);
	// EventTarget.prototype ends the walk: other objects inherit from it too.
	const end = new Set<object | null>([null, Object.prototype, EventTarget.prototype]);
	for (let at: object | null = globalThis; at && !end.has(at); at = Object.getPrototypeOf(at)) {
		for (const key of ownKeys(at)) {
			if (allowed.has(key)) continue;
			if (!Reflect.deleteProperty(at, key)) {
				// What cannot be deleted is emptied. What cannot be emptied either (a browser's own oddity) stays: the
				// frame's policy is the wall, this list only takes away the handles.
				const was = describeProperty(at, key);
				if (was?.writable) defineProperty(at, key, { value: undefined, writable: false });
			}
		}
	}
}

/** Everything reachable from the given objects over own properties, accessors and prototypes. */
function reachable(roots: readonly object[], stop: ReadonlySet<object>): Set<object> {
	const found = new Set<object>();
	const queue = [...roots];
	for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
		if (found.has(at) || stop.has(at)) continue;
		found.add(at);
		const prototype: unknown = Object.getPrototypeOf(at);
		if (isObject(prototype)) queue.push(prototype);
		for (const key of ownKeys(at)) {
			const property = describeProperty(at, key);
			if (!property) continue;
			for (const value of [property.value, property.get, property.set])
				if (isObject(value)) queue.push(value);
		}
	}
	return found;
}

let mayAssign: (object: object, key: PropertyKey) => void = () => {};

/** What is asked before an assignment gives an object a property that its class has as a frozen one: throws where it may not. */
export function guardAssignments(check: typeof mayAssign): void {
	mayAssign = check;
}

/**
 * A frozen prototype would make `instance.toString = …` throw (the override mistake): data properties become accessors
 * whose setter defines the property on the instance.
 */
export function toAccessor(owner: object, key: PropertyKey, property: PropertyDescriptor): void {
	const { value, enumerable } = property;
	const accessors = {
		get() {
			return value;
		},
		set(this: object, next: unknown) {
			if (this === owner)
				throw new TypeError(`Cannot assign to read only property '${String(key)}' of a built-in object`);
			if (!isObject(this)) return;
			mayAssign(this, key);
			defineProperty(this, key, { value: next, writable: true, enumerable: true, configurable: true });
		}
	};
	defineProperty(owner, key, { get: accessors.get, set: accessors.set, enumerable, configurable: false });
	Object.freeze(accessors.get);
	Object.freeze(accessors.set);
}

function isPrototype(object: object): boolean {
	const constructor = describeProperty(object, 'constructor')?.value as { prototype?: unknown } | undefined;
	return typeof constructor === 'function' && constructor.prototype === object;
}

/**
 * Freezes every intrinsic that learner code can reach, and locks the global bindings. See docs/decisions/0003.
 * `leave`: objects that are not looked into, because the sandbox's world has frozen them itself or lives in them.
 */
export function freezeIntrinsics(keep: readonly string[], leave: Iterable<object> = []): void {
	const global = globalThis as unknown as Record<string, unknown>;
	lockErrors();
	maskFunctions();
	removeRegExpStatics();
	const stop = new Set<object>([globalThis, ...leave]);
	const roots: object[] = hiddenPrototypes();
	for (const name of LANGUAGE_GLOBALS) {
		const value = global[name];
		if (!isObject(value)) continue;
		if (MUTABLE.has(name)) stop.add(value);
		else roots.push(value);
	}
	for (const name of keep) if (/^[A-Z]/.test(name) && isObject(global[name])) roots.push(global[name]);
	// Spies on Math.random and Date.now are ordinary; everything else of the two is not to be touched.
	// By its property: the bundle puts a copy of Math in the place of the free name.
	const { Math: math } = globalThis;
	stop.add(Error).add(math);
	roots.push(Error.prototype, Date.prototype, ...lockMath(math));
	freezeFrom(roots, stop);
	for (const name of [...LANGUAGE_GLOBALS, ...keep]) {
		if (!(name in global) || MUTABLE.has(name) || REPLACEABLE.test(name)) continue;
		const property = describeProperty(global, name);
		if (property && !property.configurable && !property.writable) continue;
		// What answers anew each time (the width of a window) goes on doing so; Node makes others when they are asked for first.
		if (property?.get && typeof global[name] !== 'function')
			defineProperty(global, name, { configurable: false });
		else defineProperty(global, name, { value: global[name], writable: false, configurable: false });
	}
}

/** Freezes everything reachable from the given objects; prototypes so that their instances stay usable. */
export function freezeFrom(roots: readonly object[], stop: ReadonlySet<object>): void {
	for (const object of reachable(roots, stop)) {
		if (isPrototype(object)) {
			for (const key of ownKeys(object)) {
				const property = describeProperty(object, key);
				if (!property?.configurable || !('value' in property) || !property.writable) continue;
				if (typeof key === 'symbol' || KEEP_AS_DATA.has(key)) continue;
				toAccessor(object, key, property);
			}
		}
		Object.freeze(object);
	}
}

/** Fixes all of Math but `random`; returns its functions. */
function lockMath(math: Math): object[] {
	const functions: object[] = [];
	for (const key of ownKeys(math)) {
		const property = describeProperty(math, key);
		if (isObject(property?.value)) functions.push(property.value);
		if (key !== 'random' && property?.configurable)
			defineProperty(math, key, { writable: false, configurable: false });
	}
	Object.preventExtensions(math);
	return functions;
}

/** `RegExp.$_` and its like show the last text that any code of the realm matched, the suite's too. */
function removeRegExpStatics(): void {
	for (const key of ownKeys(RegExp)) {
		if (typeof key === 'string' && /^(?:\$.|input|last\w+|leftContext|rightContext)$/.test(key)) {
			Reflect.deleteProperty(RegExp, key);
		}
	}
}

/** Error stays extensible (its stack machinery is the host's), but not what a forger could use on it. */
function lockErrors(): void {
	for (const key of ['prototype', 'captureStackTrace', Symbol.hasInstance, 'isError'] as const) {
		const value = (Error as unknown as Record<PropertyKey, unknown>)[key];
		const property = describeProperty(Error, key);
		if (property && !property.configurable) continue;
		if (value !== undefined) defineProperty(Error, key, { value, writable: false, configurable: false });
	}
	// Vitest sets and restores it around its own stacks; whoever sets it changes nothing.
	defineProperty(Error, 'prepareStackTrace', { get: stackFormat, set: () => {}, configurable: false });
	defineProperty(Error, 'stackTraceLimit', { value: 20, writable: true, configurable: false });
	Object.preventExtensions(Error);
}
