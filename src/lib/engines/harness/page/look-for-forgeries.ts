import { describeProperty, ownKeys } from '../natives.ts';

/** An assignment through `super` defines a property on `this`, past every setter: the one way no function guards. */
const SUPER = String.raw`super\s*(?:\.\s*[\w$]+|\[[^\]\n]*\])`;
const SUPER_ASSIGNED = new RegExp(
	String.raw`\b${SUPER}\s*(?:=(?![=>])|(?:[-+*/%&|^?]|\*\*|<<|>>>?|&&|\|\||\?\?)=|\+\+|--)|(?:\+\+|--)\s*${SUPER}|` +
		String.raw`\bfor\s*(?:await\s*)?\(\s*${SUPER}\s+(?:of|in)\b|[[{,:]\s*(?:\.\.\.)?\s*${SUPER}\s*[,\]}]`
);

/** Whether a program assigns through `super`. */
export const assignsThroughSuper = (code: string): boolean => SUPER_ASSIGNED.test(code);

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
