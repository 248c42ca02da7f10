/**
 * `Object.defineProperty` for the page's own machinery (happy-dom's bound methods, user-event's interceptors): it is
 * exempt from the guard against forged elements, and remembers what it defined. The bundle step puts it in place.
 */
const define = Object.defineProperty;
const defined = new WeakSet<object>();

export function defineProperty<T extends object>(
	target: T,
	key: PropertyKey,
	property: PropertyDescriptor
): T {
	for (const part of [property.value, property.get, property.set] as unknown[])
		if ((typeof part === 'object' && part !== null) || typeof part === 'function') defined.add(part);
	// What was copied from a frozen prototype would be fixed, which the proxies of happy-dom do not expect.
	return define(target, key, { ...property, configurable: true });
}

/** Whether a property holds something that was defined here. */
export const isOurs = ({ value, get, set }: PropertyDescriptor): boolean =>
	[value, get, set].some(
		(part: unknown) => part !== null && part !== undefined && defined.has(part as object)
	);

/** The realm's own, which programs get in a form that hides the page's secrets. */
export const { Proxy } = globalThis;
