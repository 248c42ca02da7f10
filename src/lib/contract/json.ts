/** Data that JSON can carry. */
export type JsonValue = null | boolean | number | string | JsonList | { readonly [key: string]: JsonValue };
/** An interface and no array type: TypeScript expands that one without end where a type is made from `JsonValue`. */
interface JsonList extends ReadonlyArray<JsonValue> {
	readonly [index: number]: JsonValue;
}
