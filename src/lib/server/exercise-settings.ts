import { realpathSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ExerciseSettings {
	/** Folders of exercises. */
	folders: string[];
	/** Whether the operator vouches for everybody who wrote them: see decision 0010. */
	trusted: boolean;
}

function readTrust({ TRUST_EXERCISES: value }: Environment): boolean {
	const said = value?.trim() || 'no';
	if (said !== 'yes' && said !== 'no')
		throw new Error(`TRUST_EXERCISES is "${said}": it must be "yes" or "no"`);
	return said === 'yes';
}

/**
 * Reads `EXERCISES` (default: `exercises/` of the project) and `TRUST_EXERCISES`. Throws an error that names the
 * variable where a value is wrong.
 */
export const exerciseSettings = (env: Environment): ExerciseSettings => ({
	folders: (env.EXERCISES || 'exercises')
		.split(delimiter)
		.filter((folder) => folder !== '')
		.map((folder) => resolve(folder)),
	trusted: readTrust(env)
});

/** Where a folder really is; itself where it is nowhere. */
function realFolder(folder: string): string {
	try {
		return realpathSync(folder);
	} catch {
		return folder;
	}
}

/** Whether a folder is the `exercises/` that came with the project, and no link to another. */
export const isOwnFolder = (folder: string, project: string = process.cwd()): boolean =>
	realFolder(folder) === resolve(realFolder(project), 'exercises');
