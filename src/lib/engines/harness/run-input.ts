import type { FileMap } from '../../contract/exercise.ts';
import type { JsonValue } from '../../contract/json.ts';

const { freeze, hasOwn, values } = Object;

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null)
		for (const part of values(freeze(value)) as unknown[]) deepFreeze(part);
	return value;
}

/** The text of a file of the learner, as written. Throws where there is no such file. */
export function sourceIn(files: FileMap, path: string): string {
	if (!hasOwn(files, path)) throw new Error(`There is no file "${path}"`);
	return files[path]!;
}

/**
 * The module `passerelle/run`: what the plan gives to this run, and the learner's files as they were written. Only a
 * suite can import it, and nothing of it can be changed: what a suite hands to the learner's code is the same afterwards.
 */
export const createRunModule = (input: JsonValue, files: FileMap): object =>
	freeze({ input: deepFreeze(input), source: (path: string): string => sourceIn(files, path) });
