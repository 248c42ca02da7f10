import { isJson, readJson, type Json } from '../read/collection.ts';
import type { SourceFolder } from '../read/source-folder.ts';

/** A folder with a config.json, and what it says together with the dirconfig.json of the folders above it. */
export interface ExerciseFolder {
	path: string;
	/** Null where its own config.json is no JSON. */
	config: Json | null;
}

/** Folders in folders; a repository of exercises has no more. */
const MAX_DEPTH = 8;
const SKIPPED = new Set(['node_modules', 'public', 'description', 'evaluation', 'solution', 'workdir']);

/** As Dodona inherits: objects are merged, labels are added up, everything else is replaced. */
function inherit(above: Json, own: Json): Json {
	const result: Record<string, unknown> = { ...above };
	for (const [name, value] of Object.entries(own)) {
		if (name === '__proto__') continue;
		const before = above[name];
		if (isJson(before) && isJson(value)) result[name] = inherit(before, value);
		else if (name === 'labels' && Array.isArray(before) && Array.isArray(value))
			result[name] = [...before, ...value];
		else result[name] = value;
	}
	return result;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** The exercises of a repository of Dodona, in the order of their paths. */
export async function findExerciseFolders(folder: SourceFolder): Promise<ExerciseFolder[]> {
	const found: ExerciseFolder[] = [];
	const visit = async (path: string, above: Json, depth: number): Promise<void> => {
		const config = await readJson(folder, join(path, 'config.json'));
		if (config !== null) {
			found.push({ path, config: config === 'broken' ? null : inherit(above, config) });
			return;
		}
		if (depth === MAX_DEPTH) return;
		const own = await readJson(folder, join(path, 'dirconfig.json'));
		const inherited = own === null || own === 'broken' ? above : inherit(above, own);
		for (const { name, directory } of await folder.list(path)) {
			if (directory && !name.startsWith('.') && !SKIPPED.has(name)) {
				await visit(join(path, name), inherited, depth + 1);
			}
		}
	};
	await visit('', {}, 0);
	return found;
}
