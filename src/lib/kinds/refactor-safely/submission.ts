import type { FileMap } from '../../contract/exercise.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import type { KindSubmission } from '../kind.ts';
import { inOrder } from '../own-program/files.ts';
import { acceptFiles, filesSchema } from '../submitted-files.ts';
import type { RefactorExercise } from './exercise.ts';

/** The learner's tests and the learner's program. */
export const refactorSubmission: KindSubmission<RefactorExercise, CodeRunnable, FileMap> = {
	schema: filesSchema,
	accept: acceptFiles,
	files: {
		listed: ({ start }) => inOrder(start).map(([path, text]) => ({ path, editable: true, start: text })),
		from: ({ start }, files) => ({ ...start, ...files })
	}
};
