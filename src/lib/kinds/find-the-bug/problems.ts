import { problemMaker } from '../../contract/problem.ts';
import type { FailureReason, RunEnd } from '../../contract/problem-details.ts';
import { runFind } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface FindDetails {
	'unknown-file/not-in-start': { name: string };
	'unknown-file/alone': { parent: string };
	'missing-file/layer-json': { folder: string };
	'missing-file/layer': { folder: string };
	'missing-start-file/program': null;
	'missing-suite/start': null;
	'missing-suite/hidden': null;
	'missing-solution/program': null;
	'missing-solution/test': null;
	'few-mistakes/tests': null;
	'few-mistakes/program': null;
	'unknown-test': { test: string; meant: string | null };

	'compile-error/solution': { text: string };
	'compile-error/start': { text: string };

	'start-does-not-run': { end: RunEnd };
	'start-fails': { test: string };
	'start-passes/test': null;
	'start-passes/program': null;
	/** `work`: "solution", or a folder in `also/`. */
	'solution-fails/end': { work: string; end: RunEnd };
	'solution-fails/test': { work: string; test: string; reason: FailureReason };
	'solution-fails/invalid': { work: string; test: string; reason: FailureReason };
	'solution-fails/misses': { work: string };
	'solution-fails/unstable': { work: string; tests: readonly string[] };
	'wrong-passes': { mistake: string };
	'wrong-escapes-others': { mistake: string; misses: boolean };
	/** `also`: tests that fail and are not named; `not`: the other way round. `ours`: those of tests/. */
	'wrong-fails-others': { mistake: string; ours: boolean; also: readonly string[]; not: readonly string[] };
	'wrong-fails-others/end': { mistake: string; end: RunEnd };
	'test-never-fails': { test: string };
}

export const findProblem = problemMaker<FindDetails>(runFind.name);
