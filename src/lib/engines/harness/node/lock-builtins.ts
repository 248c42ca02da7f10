import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import * as nodeProcess from 'node:process';
import { PassThrough } from 'node:stream';
import { freezeFrom, toAccessor } from '../harden.ts';
import { prototypesBehind } from '../hidden-prototypes.ts';
import { defineProperty, describeProperty, ownKeys } from '../natives.ts';
import { lockBuffer, sharedBuiltins } from './builtins.ts';

/** Locks what Node's modules share between the learner, the suite and the harness. `more`: classes of the world. */
export function lockBuiltins(more: () => readonly object[]) {
	let methods: object[] = [];
	lockBuffer();
	const samples = useOnce();
	return {
		lock(): Iterable<object> {
			methods = closeEmitter();
			keepConstructors();
			return [EventEmitter.prototype];
		},
		harden(): void {
			freezeFrom(
				[...methods, ...sharedBuiltins(), ...prototypesBehind(samples), ...more()],
				new Set(unfrozen())
			);
		}
	};
}

/**
 * Uses what Deno makes ready only when it is first used, and could not once everything is frozen. Returns what was made:
 * programs and suites share the classes behind it.
 */
function useOnce(): object[] {
	const [key, start] = [new Uint8Array(16), new Uint8Array(16)];
	const samples = [
		createHash('sha256').update('x'),
		createHmac('sha256', 'x').update('x'),
		createCipheriv('aes-128-cbc', key, start),
		createDecipheriv('aes-128-cbc', key, start),
		new PassThrough()[Symbol.asyncIterator]()
	];
	createHash('sha256').update('x').digest('hex');
	createHmac('sha256', 'x').update('x').digest('hex');
	randomBytes(1);
	return samples;
}

/**
 * Node has a field on this prototype that it assigns on every emitter, and that cannot be made an accessor: the
 * prototype is closed instead of frozen. Returns what is on it.
 */
function closeEmitter(): object[] {
	const { prototype } = EventEmitter;
	const methods: object[] = [];
	for (const key of ownKeys(prototype)) {
		const property = describeProperty(prototype, key)!;
		if (typeof property.value === 'function') methods.push(property.value as object);
		if (property.writable && property.configurable) toAccessor(prototype, key, property);
	}
	Object.preventExtensions(prototype);
	return methods;
}

/**
 * Node's `inspect` finds a value's class by a data property; one that is frozen cannot be assigned on what inherits
 * from it, so errors, emitters and plain objects have accessors: old programs do that with them.
 */
function keepConstructors(): void {
	const { Array, Map, Set, WeakMap, WeakSet, Promise, RegExp, Date, Function, ArrayBuffer, DataView } =
		globalThis;
	const typed = [
		Uint8Array,
		Uint8ClampedArray,
		Uint16Array,
		Uint32Array,
		Int8Array,
		Int16Array,
		Int32Array,
		Float32Array
	];
	const classes: { prototype: object }[] = [
		Array,
		Map,
		Set,
		WeakMap,
		WeakSet,
		Promise,
		RegExp,
		Date,
		Function,
		ArrayBuffer
	];
	for (const { prototype } of [
		...classes,
		DataView,
		...typed,
		Float64Array,
		BigInt64Array,
		BigUint64Array,
		Buffer
	]) {
		defineProperty(prototype, 'constructor', { writable: false, configurable: false });
	}
}

/** Of what the modules lead to: objects that the harness, fake timers or the engine itself still change. */
function unfrozen(): object[] {
	const { Date, Error, Intl, Math, console, performance } = globalThis;
	return [EventEmitter.prototype, globalThis, Date, Error, Intl, Math, console, performance, nodeProcess];
}
