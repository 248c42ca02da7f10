import { problemMaker } from '../../contract/problem.ts';
import type { BugDetails } from '../bugs/problems.ts';
import { runTests } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface TestsDetails extends BugDetails {
	'missing-suite/start': null;
	'missing-solution': null;
}

export const testsProblem = problemMaker<TestsDetails>(runTests.name);
/** Those that its program and its bugs can have. */
export const bugProblem = problemMaker<BugDetails>(runTests.name);
