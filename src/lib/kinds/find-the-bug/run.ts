import type { FileMap } from '../../contract/exercise.ts';
import { CODE_WORKBENCH, sourceOf, type CodeRunnable } from '../code-workbench.ts';
import type { RunKind } from '../run-kind.ts';
import { gradeFind, testsOfSuite } from './grade.ts';
import { planFind, type FindSuite } from './plan.ts';

/** Write a test that shows a bug, and mend the program. A submission is the text of each file. */
export const runFind: RunKind<CodeRunnable, FileMap, FindSuite> = {
	name: 'find-the-bug',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: planFind,
	tests: testsOfSuite,
	grade: gradeFind
};
