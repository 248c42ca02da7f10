import type { FileMap } from '../../contract/exercise.ts';
import { isTestFile } from '../test-files.ts';

/** The files of a program, without the tests beside it. */
export const programOf = (files: FileMap): FileMap =>
	Object.fromEntries(Object.entries(files).filter(([path]) => !isTestFile(path)));

export const testsOf = (files: FileMap): FileMap =>
	Object.fromEntries(Object.entries(files).filter(([path]) => isTestFile(path)));

/** The files of a learner as tabs show them: the tests come first, as they are to be written. */
export const inOrder = (files: FileMap): (readonly [path: string, text: string])[] => {
	const { entries } = Object;
	return [...entries(testsOf(files)), ...entries(programOf(files))];
};
