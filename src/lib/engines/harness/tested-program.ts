import type { Baseline, Passed } from '../../contract/tested-program.ts';
import type { TestResult } from '../../contract/report.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import type { LearnerModule } from '../../contract/linked-module.ts';
import type { MetaOf } from './module-meta.ts';
import type { LearnerFunction } from './modules.ts';
import { testsUnderWay, type SuiteOutcome, type Test } from './run-suite.ts';

/** A program's script: like a learner's, with the two questions that Stryker's instrumenter asks. */
export type ProgramFunction = (
	define: (modules: Readonly<Record<string, LearnerModule>>) => void,
	meta: MetaOf,
	guard: () => void,
	isActive: (bug: string) => boolean,
	pass: (...bugs: string[]) => void
) => unknown;

/** Runs on the correct program before any bug is tried: a test that depends on chance shows itself. */
const BASELINE_RUNS = 3;
/** How one run is to go. */
export interface Trial {
	program: LearnerFunction;
	testTimeout?: number;
	onCollected?: (tests: readonly Test[]) => void;
	onStart?: (test: Test) => void;
	onTest?: (result: TestResult, test: Test) => void;
	order?: RunSetting['order'];
}

export interface TestedRuns {
	/** Loaded scripts of the program. */
	scripts: readonly ProgramFunction[];
	/** The learner's tests, as modules. */
	tests: LearnerFunction;
	/** Runs the tests once, on a fresh instance of all modules. */
	run(trial: Trial): Promise<SuiteOutcome>;
}

/** Program and tests as the modules of one run: a learner's file of the same name is not among them. */
export const together =
	(
		program: ProgramFunction,
		tests: LearnerFunction,
		isActive: (bug: string) => boolean,
		pass: (...bugs: string[]) => void
	): LearnerFunction =>
	async (define, meta, guard) => {
		let own: Readonly<Record<string, LearnerModule>> = {};
		await program((modules) => void (own = modules), meta, guard, isActive, pass);
		await tests((modules) => define({ ...modules, ...own }), meta, guard);
	};

export const never = (): boolean => false;
const nothing = (): void => {};

/** Counts in maps, each of which is written by one test, or by what belongs to none. */
function createCounter() {
	const always = new Map<string, number>();
	const passed = new Map<Test, Map<string, number>>();
	return {
		always,
		of: (test: Test): ReadonlyMap<string, number> => passed.get(test) ?? new Map(),
		pass(...bugs: string[]): void {
			const [test, ...others] = testsUnderWay();
			let counts = always;
			if (test && others.length === 0) {
				counts = passed.get(test) ?? new Map();
				passed.set(test, counts);
			}
			for (const bug of bugs) counts.set(bug, (counts.get(bug) ?? 0) + 1);
		}
	};
}

export const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

const asRecord = (counts: ReadonlyMap<string, number>): Passed => Object.fromEntries(counts);

/** Runs the tests on the correct program, more than once. The first outcome is what is told. */
export async function runBaseline(
	{ scripts, tests, run }: TestedRuns,
	onTest: (result: TestResult) => void
): Promise<{ outcome: SuiteOutcome; baseline: Baseline }> {
	const counter = createCounter();
	let collected: readonly Test[] = [];
	const outcome = await run({
		program: together(scripts[0]!, tests, never, counter.pass),
		onCollected: (all) => (collected = all),
		onTest
	});
	const names = outcome.tests.map(({ name }) => name);
	const durations = outcome.tests.map(({ durationMs }) => durationMs);
	const unstable = new Set<number>();
	const failed = outcome.loadFailure !== null || outcome.tests.some(({ state }) => state === 'fail');
	for (let more = 1; more < BASELINE_RUNS && !failed; more++) {
		const again = await run({ program: together(scripts[0]!, tests, never, nothing) });
		for (const [index, { name, state }] of outcome.tests.entries()) {
			const other = again.tests[index];
			if (other?.name !== name || other.state !== state) unstable.add(index);
			durations[index] = Math.max(durations[index]!, other?.durationMs ?? 0);
		}
	}
	const backwards = failed
		? null
		: await run({ program: together(scripts[0]!, tests, never, nothing), order: 'reversed' });
	return {
		outcome,
		baseline: {
			tests: names,
			durations,
			unstable: ascending(unstable),
			ordered: backwards === null || backwards.tests.some(({ state }) => state === 'fail'),
			always: asRecord(counter.always),
			passed: outcome.tests.map((_, index) => {
				const test = collected[index];
				return test ? asRecord(counter.of(test)) : {};
			})
		}
	};
}
