import { acceptFiles, filesSchema } from '../submitted-files.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { KindSubmission } from '../kind.ts';
import type { TestsExercise } from './exercise.ts';
import type { TestsRunnable } from './runnable.ts';

/** The learner's tests. The program is the exercise's own, whatever is sent. */
export const testsSubmission: KindSubmission<TestsExercise, TestsRunnable, FileMap> = {
	schema: filesSchema,
	accept: acceptFiles,
	files: {
		listed: ({ start }) =>
			Object.entries(start).map(([path, text]) => ({ path, editable: true, start: text })),
		from: ({ start }, files) => ({ ...start, ...files })
	}
};
