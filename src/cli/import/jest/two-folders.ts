import type { SourceFolder } from '../read/source-folder.ts';

/** Where the second folder's files stand among the first one's: no folder of a collection is called so. */
const PREFIX = '@solutions/';

/** The path of the same file among the solutions. */
export const inSolutions = (path: string): string => `${PREFIX}${path}`;

/**
 * One collection of two folders that are laid out alike, such as two branches of a repository: what learners begin with, and
 * the solutions (`inSolutions`). What a solution imports is the file that learners have, where there is one.
 */
export function joinFolders(starts: SourceFolder, solutions: SourceFolder): SourceFolder {
	const own = (path: string): string | null => (path.startsWith(PREFIX) ? path.slice(PREFIX.length) : null);
	return {
		read(path) {
			const inner = own(path);
			return inner === null ? starts.read(path) : solutions.read(inner);
		},
		list: (path) => (own(path) === null ? starts.list(path) : Promise.resolve([])),
		async find(path) {
			const inner = own(path);
			if (inner === null) return starts.find(path);
			const known = await starts.find(inner);
			if (known !== null) return known;
			const found = await solutions.find(inner);
			return found === null ? null : inSolutions(found);
		}
	};
}
