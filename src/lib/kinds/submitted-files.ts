import { z } from 'zod';
import { learnerPath, type FileMap } from '../contract/exercise.ts';
import type { CodeRunnable } from './code-workbench.ts';

/** As many as exercise.json may list. */
const FILES = 20;

/** Path → text. Their length together is the compiler's affair: it tells the learner. */
export const filesSchema = z
	.record(learnerPath, z.string())
	.refine((files) => Object.keys(files).length <= FILES);

/**
 * The exercise's own files, and of the learner's those that a learner may change. Null where there is a file that the
 * exercise does not have.
 */
export function acceptFiles(exercise: Pick<CodeRunnable, 'files'>, sent: FileMap): FileMap | null {
	const known = new Set(exercise.files.map(({ path }) => path));
	if (Object.keys(sent).some((path) => !known.has(path))) return null;
	// A file may be called "constructor": what was not sent is not what every object inherits.
	const textOf = (path: string): string | undefined => (Object.hasOwn(sent, path) ? sent[path] : undefined);
	return Object.fromEntries(
		exercise.files.map(({ path, editable, text }) => [path, editable ? (textOf(path) ?? text) : text])
	);
}
