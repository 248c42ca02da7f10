import type { FileMap } from '../contract/exercise.ts';
import type { Problem } from '../contract/problem.ts';
import type { DecodedFolder } from '../exercise/folder-files.ts';

/** Paths in a folder, relative to it. */
export const below = (paths: Iterable<string>, folder: string): string[] =>
	[...paths].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));

/** Texts of the paths that begin with `prefix`; of each path `cut` characters are left out. */
export function textsBelow(folder: DecodedFolder, prefix: string, cut: number): FileMap {
	const texts: Record<string, string> = {};
	for (const [path, text] of folder.texts) if (path.startsWith(prefix)) texts[path.slice(cut)] = text;
	return texts;
}

/** Names of the folders in a folder; a file beside them is a problem. */
export function layersIn(folder: DecodedFolder, parent: string, alone: (path: string) => Problem) {
	const problems: Problem[] = [];
	const names = new Set<string>();
	for (const path of below(folder.paths, `${parent}/`)) {
		const slash = path.indexOf('/');
		if (slash > 0) names.add(path.slice(0, slash));
		else problems.push(alone(`${parent}/${path}`));
	}
	return { names: [...names], problems };
}
