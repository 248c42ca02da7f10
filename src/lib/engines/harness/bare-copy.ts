const { isArray } = Array;
const { create, keys, setPrototypeOf } = Object;

/**
 * A copy of plain data that inherits nothing. `JSON.stringify` asks every object for `toJSON`: in a realm whose prototypes
 * a program may change, it would be handed the message, with the run's nonce.
 */
export function bareCopy(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (isArray(value)) {
		const list: unknown[] = setPrototypeOf([], null) as unknown[];
		for (let index = 0; index < value.length; index++) list[index] = bareCopy(value[index]);
		return list;
	}
	const copy = create(null) as Record<string, unknown>;
	const names = keys(value);
	for (let index = 0; index < names.length; index++) {
		const name = names[index]!;
		copy[name] = bareCopy((value as Record<string, unknown>)[name]);
	}
	return copy;
}
