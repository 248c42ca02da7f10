/** The kind of this name. Throws where there is none: exercises are only made of kinds that are known. */
export function kindNamed<K extends { readonly name: string }>(kinds: readonly K[], name: string): K {
	const found = kinds.find((kind) => kind.name === name);
	if (!found) throw new Error(`There is no kind of exercise "${name}"`);
	return found;
}
