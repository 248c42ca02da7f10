import { problemMaker } from '../../contract/problem.ts';
import type { FailureReason, RunEnd } from '../../contract/problem-details.ts';
import type { RunStatus } from '../../contract/report.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import { runCode } from './run.ts';

/** What only exercises of code can be wrong about: what each sentence needs. */
export interface CodeDetails {
	'unknown-file/not-editable': { name: string };
	'unknown-file/not-listed': null;
	'unknown-file/wrong': null;
	'unknown-file/also': null;
	'missing-file/wrong-json': { mistake: string };
	'missing-file/mistake': { mistake: string };
	'missing-suite/hidden': null;
	'missing-suite/examples': null;
	'missing-solution': null;
	'empty-text/suite': null;

	'invalid-field/listed-twice': { path: string };
	'missing-start-file/listed': { path: string };
	'missing-start-file/package-json': { packages: Readonly<Record<string, string>> };
	'entry-not-listed': { entry: string };
	'invalid-field/package-version': { name: string; version: string };
	'invalid-field/package-not-named': { name: string };
	'invalid-field/only-node': { field: string };
	'invalid-field/no-page': { entry: string };
	'folder-too-large/hand-in': { characters: number; limit: number };
	'open-prototypes': null;
	'few-mistakes': { count: number; wanted: number };

	'no-tests/hidden': null;
	'unknown-test': { test: string };
	/** `only`: the others are switched off by it. */
	'switched-off-test': { call: string; only: boolean };
	/** The call's name. */
	'not-available/dialog': { name: string };
	'not-available/snapshot': { name: string };
	'unawaited-assertion': null;
	/** Of what the test is given. */
	'done-callback': { name: string };
	'duplicate-test': { test: string; count: number };
	'compile-error/solution': { text: string };
	'missing-package': { why: string };

	'start-does-not-run': { end: RunEnd };
	'start-lacks-export': { name: string };
	'start-fails': { test: string };
	'start-passes': null;
	'solution-fails/end': { end: RunEnd };
	'solution-fails/test': { test: string; reason: FailureReason };
	/** `count`: further tests that fail, of all. */
	'solution-fails/more': { count: number; all: number };
	/** It passes every test, and leaves an error or a rejected promise that nobody handles. */
	'solution-fails/unhandled': { error: string };
	'examples-fail/end': { end: RunEnd };
	'examples-fail/test': { test: string; reason: FailureReason };
	/** `count`: further tests that fail. */
	'also-fails': { way: string; test: string; reason: FailureReason; count: number };
	'also-fails/end': { way: string; end: RunEnd };
	'wrong-passes': { mistake: string };
	/** `also`: tests that fail and are not named; `not`: the other way round. */
	'wrong-fails-others': {
		mistake: string;
		also: readonly string[];
		not: readonly string[];
		status: RunStatus;
	};
	'wrong-fails-others/end': { mistake: string; end: RunEnd };
	'test-never-fails': { test: string };
	/** Lines before and after. */
	'surviving-mutant': { was: string; becomes: string };
	'outdated-survivor': { was: string };
	'outdated-survivor/noticed': { was: string };
	/** `causes`: what of the setting makes it fail by itself; empty where only all of it together does. */
	'unstable-test': {
		test: string;
		setting: Readonly<Record<keyof RunSetting, string | number | null>>;
		causes: readonly (keyof RunSetting)[];
		reason: FailureReason;
	};
	'unstable-test/end': { setting: Readonly<Record<keyof RunSetting, string | number | null>>; end: RunEnd };
}

export const codeProblem = problemMaker<CodeDetails>(runCode.name);
