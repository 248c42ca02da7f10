import type { FileMap } from '../../contract/exercise.ts';
import { gradeKills, testsOfLearner } from '../bugs/grade.ts';
import { planTests, type BugsSuite } from '../bugs/suite.ts';
import { CODE_WORKBENCH, sourceOf } from '../code-workbench.ts';
import type { RunKind } from '../run-kind.ts';
import type { TestsRunnable } from './runnable.ts';

/** Write tests for a program: they pass on it, and fail on each of its bugs. A submission is the text of each file. */
export const runTests: RunKind<TestsRunnable, FileMap, BugsSuite> = {
	name: 'write-tests',
	workbench: CODE_WORKBENCH,
	source: sourceOf,
	plan: (input) => planTests(input, input.submission, input.exercise.entry),
	tests: testsOfLearner,
	grade: gradeKills
};
