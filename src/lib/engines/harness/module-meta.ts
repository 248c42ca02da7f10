/** `import.meta` of a module. Where there are files as in Node, with their paths. */
export interface ModuleMeta {
	url: string;
	filename?: string;
	dirname?: string;
}

/** Gives a file, by its path, its own `import.meta`: the same one each time. */
export type MetaOf = (path: string) => ModuleMeta;

/** @param make default: an address only */
export function metas(make: MetaOf = (path) => ({ url: `file:///${path}` })): MetaOf {
	const known = new Map<string, ModuleMeta>();
	return (path) => {
		const one = known.get(path) ?? make(path);
		known.set(path, one);
		return one;
	};
}

export const directoryOf = (path: string): string => path.replace(/\/[^/]*$/, '');
