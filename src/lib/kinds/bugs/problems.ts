import type { problemMaker } from '../../contract/problem.ts';
import type { FailureReason, RunEnd } from '../../contract/problem-details.ts';

/** What a folder with a program and its bugs can be wrong about: what each sentence needs. A kind's own details begin with these. */
export interface BugDetails {
	'unknown-file/not-in-start': { name: string };
	'unknown-file/not-in-program': { name: string };
	'unknown-file/alone': { parent: string };
	'missing-file/program': null;
	'missing-file/layer-json': { folder: string; name: string };
	'missing-file/layer': { folder: string };
	'few-bugs': { count: number; wanted: number };
	'few-mistakes': null;

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

/** What a kind makes of these: its problems, in its name. */
export type BugProblem = ReturnType<typeof problemMaker<BugDetails>>;
