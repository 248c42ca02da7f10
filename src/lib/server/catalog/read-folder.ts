import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KNOWN_LIMITS } from '../../contract/exercise.ts';
import { mapFile, type MapFile } from '../../contract/map.ts';
import { parseExercise, type ParsedExercise } from '../../exercise/parse-exercise.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function readExercise(root: string, id: string): Promise<ParsedExercise> {
	const folder = join(root, id);
	const files = new Map<string, Uint8Array>();
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (!entry.isFile() || (await lstat(path)).size > KNOWN_LIMITS.folderBytes) continue;
		files.set(path.slice(folder.length + 1), await readFile(path));
	}
	return parseExercise(id, files, { hash: sha256 });
}

export const readMap = async (root: string): Promise<MapFile> =>
	mapFile.parse(JSON.parse(await readFile(join(root, 'map.json'), 'utf8')));
