import type { FileMap } from '../../contract/exercise.ts';
import type { RunKind } from '../run-kind.ts';
import { gradeCode, testsOfCode } from './grade.ts';
import { planCode } from './plan.ts';
import { CODE_WORKBENCH, sourceOf, type CodeRunnable } from '../code-workbench.ts';

/** Write code that a hidden suite checks. A submission is the text of each file. */
export const runCode: RunKind<CodeRunnable, FileMap> = {
	name: 'code',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: planCode,
	tests: testsOfCode,
	grade: gradeCode
};
