import { problemMaker } from '../../contract/problem.ts';
import type { FailureReason, RunEnd } from '../../contract/problem-details.ts';
import { runTests } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface TestsDetails {
	'unknown-file/not-in-start': { name: string };
	'unknown-file/not-in-program': { name: string };
	'unknown-file/alone': { parent: string };
	'missing-file/program': null;
	'missing-file/layer-json': { folder: string; name: string };
	'missing-file/layer': { folder: string };
	'missing-suite/start': null;
	'missing-solution': null;
	'few-bugs': { count: number; wanted: number };
	'few-mistakes': null;

	/** `known`: names that there are. */
	'unknown-bug': { bug: string; meant: string | null };
	'compile-error/program': { text: string };
	'compile-error/mutant': { bug: string; text: string };

	'start-does-not-run': { end: RunEnd };
	'start-passes': null;
	'solution-fails/end': { end: RunEnd };
	'solution-fails/test': { test: string; reason: FailureReason };
	/** Bugs, and how many more there are. */
	'solution-fails/escaped': { bugs: readonly string[]; more: number };
	'solution-fails/unstable': { tests: readonly string[] };
	'wrong-passes': { mistake: string };
	/** `also`: bugs that escape and are not named; `not`: the other way round. */
	'wrong-escapes-others': { mistake: string; also: readonly string[]; not: readonly string[] };
	'wrong-fails-others': { mistake: string; also: readonly string[]; not: readonly string[] };
	'wrong-fails-others/end': { mistake: string; end: RunEnd };
}

export const testsProblem = problemMaker<TestsDetails>(runTests.name);
