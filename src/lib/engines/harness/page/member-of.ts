import { describeProperty } from '../natives.ts';

const { apply, get, getPrototypeOf } = Reflect;

/**
 * A property of a node as its class has it, methods bound to the node. A field of a form hides what the form has under its name
 * (`<input name="attributes">`), a picture or a form what the document has.
 */
export function memberOf<T extends object, K extends string & keyof T>(node: T, name: K): T[K] {
	for (let at = getPrototypeOf(node); at; at = getPrototypeOf(at)) {
		const property = describeProperty(at, name);
		if (!property) continue;
		const value: unknown = property.get ? apply(property.get, node, []) : property.value;
		const bound =
			typeof value === 'function' ? (...args: unknown[]) => apply(value, node, args) as unknown : value;
		return bound as T[K];
	}
	// happy-dom keeps some on the node itself.
	return get(node, name) as T[K];
}
