import { problemMaker } from '../../contract/problem.ts';
import type { FailureReason, RunEnd } from '../../contract/problem-details.ts';
import type { BugDetails } from '../bugs/problems.ts';
import { runRefactor } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface RefactorDetails extends BugDetails {
	'unknown-file/not-javascript': null;
	'missing-start-file/program': null;
	'missing-suite/start': null;
	'missing-suite/hidden': null;
	'missing-solution/program': null;
	'missing-solution/test': null;
	'few-mistakes/program': null;
	'few-mistakes/guard': null;
	'unknown-test': { test: string; meant: string | null };

	'compile-error/solution': { text: string };

	'start-fails': { test: string };
	'start-fails/ours': { test: string; reason: FailureReason };
	'start-passes/form': null;
	/** `work`: "solution", or a folder in `also/`. */
	'solution-fails/work-end': { work: string; end: RunEnd };
	'solution-fails/work-test': { work: string; test: string; reason: FailureReason };
	'solution-fails/work-invalid': { work: string; test: string; reason: FailureReason };
	'solution-fails/work-escaped': { work: string; bugs: readonly string[]; more: number };
	'solution-fails/work-unguarded': { work: string; line: number; was: string; becomes: string };
	'solution-fails/work-unstable': { work: string; tests: readonly string[] };
	'wrong-escapes-others/guard': { mistake: string; unguarded: boolean };
	/** `also`: tests of tests/ that fail and are not named; `not`: the other way round. */
	'wrong-fails-others/ours': { mistake: string; also: readonly string[]; not: readonly string[] };
}

export const refactorProblem = problemMaker<RefactorDetails>(runRefactor.name);
/** Those that its program and its bugs can have. */
export const bugProblem = problemMaker<BugDetails>(runRefactor.name);
