import type { FileMap } from '../../contract/exercise.ts';
import { CODE_WORKBENCH, sourceOf } from '../code-workbench.ts';
import type { RunKind } from '../run-kind.ts';
import { gradeTests, testsOfLearner } from './grade.ts';
import { planTests } from './plan.ts';
import type { TestsRunnable, TestsSuite } from './runnable.ts';

/** Write tests for a program: they pass on it, and fail on each of its bugs. A submission is the text of each file. */
export const runTests: RunKind<TestsRunnable, FileMap, TestsSuite> = {
	name: 'write-tests',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: planTests,
	tests: testsOfLearner,
	grade: gradeTests
};
