import type { FileMap } from '../../contract/exercise.ts';
import { CODE_WORKBENCH, sourceOf, type CodeRunnable } from '../code-workbench.ts';
import type { RunKind } from '../run-kind.ts';
import { testsOfSuite } from '../own-program/grade.ts';
import { planOwn, type OwnSuite } from '../own-program/plan.ts';
import { gradeFind } from './grade.ts';

/** Write a test that shows a bug, and mend the program. A submission is the text of each file. */
export const runFind: RunKind<CodeRunnable, FileMap, OwnSuite> = {
	name: 'find-the-bug',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: planOwn,
	tests: testsOfSuite,
	grade: gradeFind
};
