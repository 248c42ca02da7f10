const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;

type Method = (...args: unknown[]) => unknown;

/** Puts another method in the place of a built-in one that is there: of the same name and length, and no constructor. */
export function replaceMethod(
	owner: object | undefined,
	name: string,
	call: (native: (self: unknown, args: unknown[]) => unknown, self: unknown, args: unknown[]) => unknown
): void {
	const property = owner && getOwnPropertyDescriptor(owner, name);
	if (!property) return;
	const native = property.value as Method;
	const callNative = (self: unknown, args: unknown[]) => apply(native, self, args);
	const { [name]: value } = {
		[name](this: unknown, ...args: unknown[]) {
			return call(callNative, this, args);
		}
	};
	defineProperty(value!, 'length', { value: native.length });
	defineProperty(owner, name, { ...property, value });
}
