/** Data that JSON can carry. */
export type JsonValue = null | boolean | number | string | JsonList | { readonly [key: string]: JsonValue };
/** An interface and no array type: TypeScript expands that one without end where a type is made from `JsonValue`. */
interface JsonList extends ReadonlyArray<JsonValue> {
	readonly [index: number]: JsonValue;
}

/** Whether two values are the same data; the order of fields is none of it. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
	return (
		left.length === right.size &&
		left.every(([name, value]) => right.has(name) && sameJson(value, right.get(name)!))
	);
}
