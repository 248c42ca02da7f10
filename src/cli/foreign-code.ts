import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { locateJson } from '../lib/exercise/json-lines.ts';
import { PROJECT } from './setup.ts';

/** Whether an `exercise.json` says that somebody else wrote the exercise; what cannot be read says nothing. */
async function hasOrigin(folder: string): Promise<boolean> {
	try {
		const read = locateJson(await readFile(join(folder, 'exercise.json'), 'utf8'));
		const value = read.ok ? read.json.value : null;
		return typeof value === 'object' && value !== null && 'origin' in value;
	} catch {
		return false;
	}
}

const real = (path: string): Promise<string> => realpath(path).catch(() => path);

/**
 * `folders`: of exercises. Why their code is not the project's own, as the words after "this is"; null where it is. Links
 * are followed: what lies elsewhere is not the project's. `own`: where the project's exercises lie.
 */
export async function foreignCode(
	folders: readonly string[],
	own = join(PROJECT, 'exercises')
): Promise<string | null> {
	const above = `${await real(own)}${sep}`;
	for (const folder of folders) {
		if (!(await real(folder)).startsWith(above)) return `code that is not Passerelle's own (${folder})`;
		if (await hasOrigin(folder)) return `code of somebody else, its "origin" says (${folder})`;
	}
	return null;
}
