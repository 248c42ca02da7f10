import type { FileMap } from '../../contract/exercise.ts';
import type { Kind } from '../kind.ts';
import { runCode } from './run.ts';
import type { CodeRunnable } from './runnable.ts';
import { acceptCode, codeSubmission } from './submission.ts';

/** Write code that a hidden suite checks. */
export const code: Kind<CodeRunnable, FileMap> = {
	name: runCode.name,
	run: runCode,
	submission: { schema: codeSubmission, accept: acceptCode }
};
