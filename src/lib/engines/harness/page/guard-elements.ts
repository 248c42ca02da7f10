import { guardAssignments } from '../harden.ts';
import { defineProperty as define, describeProperty, ownKeys } from '../natives.ts';

/**
 * Keeps a program from giving elements properties of its own under names that their prototypes have: a forged
 * `textContent` would be read by the suite. Wraps the language's ways to define properties and to change prototypes;
 * a proxy does not hide what it stands for. Assignments go to the prototypes' setters anyway.
 */
export function guardElements(prototypes: ReadonlySet<object>, privateKeys: ReadonlySet<PropertyKey>): void {
	const { apply, construct, getPrototypeOf } = Reflect;
	const isObject = (value: unknown): value is object =>
		(typeof value === 'object' && value !== null) || typeof value === 'function';
	const targets = new WeakMap<object, object>();
	const targetOf = targets.get.bind(targets);
	const remember = targets.set.bind(targets);
	const isPrototype = prototypes.has.bind(prototypes);
	const global: object = globalThis;
	/** Traps that are told a key, and what happens without them. */
	const untrapped = new Map<PropertyKey, (...args: never[]) => unknown>(
		(['get', 'set', 'has', 'deleteProperty', 'defineProperty', 'getOwnPropertyDescriptor'] as const).map(
			(name) => [name, Reflect[name]]
		)
	);

	/** The page's object behind a value, if there is one. */
	function pageObject(value: unknown): object | null {
		if (!isObject(value)) return null;
		let at: object = value;
		for (let next = targetOf(at); next; next = targetOf(at)) at = next;
		if (at === global) return null;
		for (let parent = getPrototypeOf(at); parent; parent = getPrototypeOf(parent))
			if (isPrototype(parent)) return at;
		return null;
	}

	function refuse(value: unknown, key: PropertyKey): void {
		const object = pageObject(value);
		const prototype = object && getPrototypeOf(object);
		if (prototype && (key in prototype || privateKeys.has(key)))
			throw new TypeError(`Cannot redefine property: ${String(key)}`);
	}
	const refusePrototype = (value: unknown): void => {
		if (pageObject(value)) throw new TypeError('Cannot change the prototype of an object of the page');
	};

	/** Puts a check in front of a function of the language. */
	function before<T extends object>(
		owner: T,
		name: keyof T & string,
		check: (args: unknown[], self: unknown) => void
	) {
		const property = describeProperty(owner, name);
		const original = property?.value as ((...args: unknown[]) => unknown) | undefined;
		if (!property || typeof original !== 'function') return;
		const wrapped = {
			[name](this: unknown, ...args: unknown[]): unknown {
				check(args, this);
				return apply(original, this, args);
			}
		}[name]!;
		define(wrapped, 'name', { value: name, configurable: true });
		define(wrapped, 'length', { value: original.length, configurable: true });
		define(owner, name, { ...property, value: wrapped });
	}
	// happy-dom's own elements are made by such assignments; a browser's are not.
	if (privateKeys.size === 0) guardAssignments(refuse);
	const keyOf = (key: unknown): PropertyKey => (typeof key === 'symbol' ? key : String(key));

	for (const owner of [Object, Reflect] as const) {
		before(owner, 'defineProperty', (args) => {
			// The key is read once: an object may say something else the second time.
			args[1] = keyOf(args[1]);
			refuse(args[0], args[1] as PropertyKey);
		});
		before(owner, 'setPrototypeOf', ([target]) => refusePrototype(target));
	}
	before(Object, 'defineProperties', (args) => {
		if (!pageObject(args[0]) || !isObject(args[1])) return;
		const copy: PropertyDescriptorMap = {};
		for (const key of ownKeys(args[1])) {
			refuse(args[0], key);
			define(copy, key, {
				value: (args[1] as Record<PropertyKey, unknown>)[key],
				enumerable: describeProperty(args[1], key)?.enumerable ?? false
			});
		}
		args[1] = copy;
	});
	before(Reflect, 'set', (args) => {
		if (args.length < 4 || args[3] === args[0]) return;
		args[1] = keyOf(args[1]);
		refuse(args[3], args[1] as PropertyKey);
	});
	// What a reviver returns is defined on its holder, which may be a proxy that says itself what its keys are.
	before(JSON, 'parse', (args) => {
		const reviver = args[1];
		if (typeof reviver !== 'function') return;
		args[1] = function (this: unknown, ...given: unknown[]): unknown {
			const result: unknown = apply(reviver, this, given);
			refuse(this, given[0] as PropertyKey);
			return result;
		};
	});
	const legacy = Object.prototype as unknown as Record<'__defineGetter__' | '__defineSetter__', unknown>;
	for (const name of ['__defineGetter__', '__defineSetter__'] as const)
		before(legacy, name, (args, self) => {
			args[0] = keyOf(args[0]);
			refuse(self, args[0] as PropertyKey);
		});
	const proto = describeProperty(Object.prototype, '__proto__');
	if (proto?.set) {
		const { get, set } = proto;
		const setter = function (this: unknown, value: unknown): void {
			refusePrototype(this);
			apply(set, this, [value]);
		};
		define(Object.prototype, '__proto__', { ...proto, get, set: setter });
	}

	const NativeProxy = Proxy;
	const wrap = (proxy: object, target: object): object => {
		remember(proxy, target);
		return proxy;
	};
	/** Traps never hear of keys that are the page's own secrets. */
	const discreet = (handler: unknown): object => {
		if (!isObject(handler) || privateKeys.size === 0) return handler as object;
		return new NativeProxy(handler, {
			get(traps, name, receiver) {
				const trap: unknown = Reflect.get(traps, name, receiver);
				const plain = untrapped.get(name);
				if (typeof trap !== 'function' || !plain) return trap;
				return (...args: unknown[]) =>
					privateKeys.has(args[1] as PropertyKey)
						? apply(plain, undefined, args)
						: apply(trap as () => unknown, traps, args);
			}
		});
	};
	const Guarded = function Proxy(target: object, handler: object) {
		if (!new.target) throw new TypeError("Constructor Proxy requires 'new'");
		return wrap(construct(NativeProxy, [target, discreet(handler)]) as object, target);
	};
	define(Guarded, 'prototype', { value: undefined, writable: false });
	define(Guarded, 'revocable', {
		value: (target: object, handler: object) => {
			const made = NativeProxy.revocable(target, discreet(handler));
			wrap(made.proxy, target);
			return made;
		}
	});
	define(globalThis, 'Proxy', { value: Guarded, writable: true, configurable: true });
	hideKeys(privateKeys);
}

/** Lists of an object's own keys leave out the page's secrets. */
function hideKeys(secret: ReadonlySet<PropertyKey>): void {
	if (secret.size === 0) return;
	const { apply } = Reflect;
	const open = (keys: PropertyKey[]) => keys.filter((key) => !secret.has(key));
	for (const [owner, name] of [
		[Reflect, 'ownKeys'],
		[Object, 'getOwnPropertySymbols']
	] as const) {
		const original = (owner as unknown as Record<string, (target: object) => PropertyKey[]>)[name]!;
		define(owner, name, {
			value: { [name]: (target: object) => open(apply(original, owner, [target])) }[name]
		});
	}
	const describeAll = Object.getOwnPropertyDescriptors;
	define(Object, 'getOwnPropertyDescriptors', {
		value: {
			getOwnPropertyDescriptors(target: object) {
				const all = describeAll(target) as Record<PropertyKey, PropertyDescriptor>;
				for (const key of ownKeys(all)) if (secret.has(key)) delete all[key];
				return all;
			}
		}.getOwnPropertyDescriptors
	});
}
