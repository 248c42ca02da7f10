import type { FileMap } from '../../contract/exercise.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import type { KindSubmission } from '../kind.ts';
import { acceptFiles, filesSchema } from '../submitted-files.ts';
import type { CodeExercise } from './exercise.ts';

export const codeSubmission: KindSubmission<CodeExercise, CodeRunnable, FileMap> = {
	schema: filesSchema,
	accept: acceptFiles,
	files: {
		listed: ({ manifest, start }) =>
			manifest.files.map(({ path, editable }) => ({ path, editable, start: start[path] ?? '' })),
		from: ({ start }, files) => ({ ...start, ...files })
	}
};
