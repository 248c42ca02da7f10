/*
 * Shapes of what a page is sent before its first check. Zod would do it too, and weighs 14 KB there: as much as a sixth of all
 * scripts of the page. What coaches write, and what the server is sent, is parsed by Zod's schemas.
 */

/** Whether a value has a shape. Fields that the shape does not name are left alone. */
export type Shape<T> = (value: unknown) => value is T;

export const isText: Shape<string> = (value) => typeof value === 'string';
export const isNumber: Shape<number> = (value): value is number => Number.isFinite(value);
export const isWhole: Shape<number> = (value): value is number => Number.isSafeInteger(value);

export const isExactly =
	<T extends string | number | boolean | null>(...values: readonly T[]): Shape<T> =>
	(value): value is T =>
		values.some((one) => one === value);

export const either =
	<A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> =>
	(value): value is A | B =>
		a(value) || b(value);

export const isListOf =
	<T>(one: Shape<T>): Shape<T[]> =>
	(value): value is T[] =>
		Array.isArray(value) && value.every(one);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const isRecordOf =
	<T>(one: Shape<T>): Shape<Record<string, T>> =>
	(value): value is Record<string, T> =>
		isObject(value) && Object.values(value).every(one);

/** An object with these fields; a field that may be missing has a shape that takes `undefined`. */
export function hasFields<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
	const all = Object.entries(fields) as [string, Shape<unknown>][];
	return (value): value is T => isObject(value) && all.every(([name, is]) => is(value[name]));
}

export const isAbsent: Shape<undefined> = (value) => value === undefined;

/** The value itself; throws where it has another shape. */
export function inShape<T>(is: Shape<T>, value: unknown): T {
	if (!is(value)) throw new TypeError('What was sent has another shape');
	return value;
}
