import { toAccessor } from '../harden.ts';
import { describeProperty, ownKeys } from '../natives.ts';

const isObject = (value: unknown): value is object =>
	(typeof value === 'object' && value !== null) || typeof value === 'function';

/** Constructors that are the language's, or the same in every realm: freezing the intrinsics sees to them. */
const LANGUAGE =
	/^(?:Object|Function|Array|Number|Boolean|String|Symbol|BigInt|Date|RegExp|Proxy|Promise|Iterator|(?:Weak)?(?:Map|Set)|WeakRef|\w*Error|ArrayBuffer|SharedArrayBuffer|DataView|\w+Array|FinalizationRegistry|(?:Async)?DisposableStack|URL|URLSearchParams|Text(?:En|De)coder|Buffer)$/;

/** The constructors among the global object's properties, without reading accessors. */
function globalConstructors(ours: boolean): object[] {
	return ownKeys(globalThis).flatMap((key) => {
		if (typeof key !== 'string' || !/^[A-Z]/.test(key) || LANGUAGE.test(key) === ours) return [];
		const { value } = describeProperty(globalThis, key) ?? {};
		return typeof value === 'function' && isObject(value.prototype) ? [value as object] : [];
	});
}

/** Prototypes of what elements and the window lead to: happy-dom's have no global name. */
function namelessPrototypes(): object[] {
	const element = document.createElement('p');
	const samples: unknown[] = [
		element.classList,
		element.dataset,
		element.style,
		element.attributes,
		element.getBoundingClientRect(),
		element.getClientRects(),
		document.createElement('input').validity,
		document.implementation,
		document.styleSheets,
		matchMedia('all'),
		navigator,
		screen,
		history,
		location
	];
	return samples.filter(isObject).map((sample) => Object.getPrototypeOf(sample) as object);
}

/** Every class of the page. Asked for before globals are removed. */
export const pageInterfaces = (): object[] => [...globalConstructors(true), ...namelessPrototypes()];

const isPrivateSymbol = (key: PropertyKey): boolean =>
	typeof key === 'symbol' && !key.description?.startsWith('Symbol.');

/**
 * Freezes the page's constructors, their prototypes and methods. Methods stay plain data: assigning over one on an
 * element throws. Returns all that was frozen.
 */
export function freezeInterfaces(constructors: readonly object[]): Set<object> {
	const frozen = new Set<object>();
	// Of an async method the page's prototypes would lead to that of every async function, the program's own too.
	const kinds = [function () {}, async () => {}, function* () {}, async function* () {}];
	const language = new Set<object>(kinds.map((kind) => Object.getPrototypeOf(kind) as object));
	for (const constructor of globalConstructors(false))
		language.add(constructor).add((constructor as { prototype: object }).prototype);
	const freeze = (object: object) => {
		if (frozen.has(object) || language.has(object)) return;
		frozen.add(object);
		const parent: unknown = Object.getPrototypeOf(object);
		if (isObject(parent)) freeze(parent);
		for (const key of ownKeys(object)) {
			const property = describeProperty(object, key);
			const { value, get, set } = property ?? {};
			// happy-dom keeps defaults on prototypes under symbols of its own, and assigns over them on instances. Its
			// methods stay: it binds them to what a proxy stands for, and would not find them behind an accessor.
			if (property?.writable && property.configurable && isPrivateSymbol(key) && typeof value !== 'function')
				toAccessor(object, key, property);
			for (const method of [value, get, set]) if (typeof method === 'function') freeze(method);
			if (key === 'prototype' && isObject(value) && value !== Object.prototype) freeze(value);
		}
		try {
			Object.freeze(object);
		} catch {
			// Exotic objects of the browser refuse (the window's named properties): nothing can be added to them anyway.
		}
	};
	for (const constructor of constructors) freeze(constructor);
	return frozen;
}
