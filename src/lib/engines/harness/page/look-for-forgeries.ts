import { describeProperty, ownKeys } from '../natives.ts';

/**
 * Makes a look at the document that says whether every element is what its prototypes say: none has a property of its
 * own under a name of theirs, or a prototype that is not the page's. `isOurs` tells what our own machinery defined.
 */
export function createLook(
	prototypes: ReadonlySet<object>,
	isOurs: (property: PropertyDescriptor) => boolean
): () => boolean {
	const { apply, getPrototypeOf } = Reflect;
	const all = Document.prototype.querySelectorAll;
	const NodeClass = Node;
	const ListClass = NodeList;
	const CollectionClass = HTMLCollection;
	const page = document;
	const isNamed = (value: unknown) =>
		value instanceof NodeClass || value instanceof ListClass || value instanceof CollectionClass;

	const honest = (object: object): boolean => {
		const prototype = getPrototypeOf(object) as object | null;
		if (!prototype || !prototypes.has(prototype)) return false;
		return ownKeys(object).every((key) => {
			if (typeof key === 'symbol' || !(key in prototype)) return true;
			const property = describeProperty(object, key);
			// Forms and the document name their fields like that.
			return !property || isOurs(property) || isNamed(property.value);
		});
	};
	return () => {
		const elements = apply(all, page, ['*']) as NodeListOf<Element>;
		for (let index = 0, { length } = elements; index < length; index++)
			if (!honest(elements[index]!)) return false;
		return honest(page);
	};
}
