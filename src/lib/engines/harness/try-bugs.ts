import type { BugResult } from '../../contract/kill-map.ts';
import type { Baseline, BugsToTry, Passed, PlannedBug } from '../../contract/tested-program.ts';
import { randomBelow } from './natives.ts';
import type { Test } from './run-suite.ts';
import { ascending, never, together, type TestedRuns } from './tested-program.ts';

/** One of so many runs is on the correct program, and nobody can tell which; at least two are. */
const CONTROL_EVERY = 12;
const LEAST_CONTROLS = 2;
/** So many runs at least are on bugs: of one bug alone, a test that fails by chance could guess which run it is. */
const LEAST_TRIALS = 4;
/** A loop that passes a bug this much more often than the correct program did has no end: Stryker sees it so too. */
const ENDLESS_FACTOR = 100;
/** What is passed a few times only may be passed more often without being endless. */
const ENDLESS_LEAST = 1000;
/** Passing a bug more often than this has no end. @param usual how often the test passes it in the correct program */
const mostPasses = (usual: number): number => Math.max(ENDLESS_LEAST, usual * ENDLESS_FACTOR);
/** On a bug, tests may take this much longer than on the correct program. */
const SLOWER_FACTOR = 5;
const SLOWER_MS = 500;

/** A bug that is switched on, and goes off with an error where one test passes it without end. */
function createSwitch(active: string | null) {
	let left = Infinity;
	let endless = false;
	return {
		/** Whether the test that runs, or the last one that ran, was stopped so. */
		get endless(): boolean {
			return endless;
		},
		/** @param usual how often the test passes the bug in the correct program */
		begin(usual: number): void {
			left = mostPasses(usual);
			endless = false;
		},
		isActive(bug: string): boolean {
			if (bug !== active) return false;
			if (left-- > 0) return true;
			endless = true;
			throw new Error('The program does not end');
		}
	};
}

/** Indexes of the tests that are to be tried on a bug; null where no test runs what it changes. */
function testsFor(
	{ active }: PlannedBug,
	{ tests, always, passed, unstable, ordered }: Baseline,
	done: readonly number[]
): ReadonlySet<number> | null {
	const all = tests.map((_, index) => index);
	const reaching =
		active === null || Object.hasOwn(always, active)
			? all
			: all.filter((index) => Object.hasOwn(passed[index]!, active));
	if (reaching.length === 0) return null;
	return new Set(
		(ordered ? all : reaching).filter((index) => !unstable.includes(index) && !done.includes(index))
	);
}

function shuffled<T>(items: readonly T[]): T[] {
	const all = [...items];
	for (let left = all.length - 1; left > 0; left--) {
		const at = randomBelow(left + 1);
		[all[left], all[at]] = [all[at]!, all[left]!];
	}
	return all;
}

/** A run on the correct program, of the tests that are tried on some bug. */
interface Control {
	control: ReadonlySet<number>;
}

/**
 * In an order that nobody knows before, with runs on the correct program among them. The first is a bug: what a test
 * could remember of it, to compare others with, is wrong. The last is none: a test that has had enough fails there too.
 * @param parts sets of tests that are run without the others: each also on the correct program, so that a test cannot tell a
 * bug by the tests that are left out
 */
function mixed<T>(
	bugs: readonly T[],
	every: ReadonlySet<number>,
	parts: readonly Control[]
): (T | Control)[] {
	const controls = Math.max(LEAST_CONTROLS, Math.ceil(bugs.length / CONTROL_EVERY));
	const all: Control = { control: every };
	const [first, ...others] = shuffled(bugs);
	if (first === undefined) return [];
	return [first, ...shuffled([...others, ...parts, ...Array.from({ length: controls }, () => all)]), all];
}

/** Each set of tests once, that is not all of them. */
function partsOf(sets: readonly (ReadonlySet<number> | null)[], every: ReadonlySet<number>): Control[] {
	const parts = new Map<string, Control>();
	for (const control of sets)
		if (control && control.size > 0 && control.size < every.size)
			parts.set(ascending(control).join(), { control });
	return [...parts.values()];
}

/** Whether a test passes anything in the correct program so often that it would count as endless on a bug. */
function createPassLimit({ passed }: Baseline) {
	let counts = new Map<string, number>();
	let usual: Passed = {};
	let over = false;
	return {
		get over(): boolean {
			return over;
		},
		begin(test: number): void {
			counts = new Map();
			usual = passed[test]!;
			over = false;
		},
		pass(...bugs: string[]): void {
			for (const bug of bugs) {
				const count = (counts.get(bug) ?? 0) + 1;
				counts.set(bug, count);
				over ||= count > mostPasses(Object.hasOwn(usual, bug) ? usual[bug]! : 0);
			}
		}
	};
}

/** Several results of one bug as one: what was not noticed each time was not noticed. */
function alike([first, ...others]: readonly BugResult[]): BugResult {
	const missed = others.find(({ state }) => state !== 'caught');
	if (!first || first.state !== 'caught') return first!;
	if (missed) return missed;
	if (first.how === 'load') return first;
	const by = first.by.filter((test) => others.every((other) => other.by.includes(test)));
	return by.length > 0 ? { ...first, by } : { ...first, state: 'escaped', how: null, by };
}

/**
 * Tries a learner's tests on bugs, each on a fresh instance of all modules. Returns the indexes of the tests that failed on
 * the correct program, which is tried among the bugs.
 */
export async function tryBugs(
	{ scripts, tests, run }: TestedRuns,
	{ baseline, bugs }: BugsToTry,
	tell: { trying(bug: string | null, test: number): void; bug(result: BugResult): void }
): Promise<number[]> {
	const everyTest = new Set(baseline.tests.keys());

	/** Runs some of the tests. Gives the indexes of those that failed; null where the files cannot be read as before. */
	async function attempt(
		script: number,
		wanted: ReadonlySet<number>,
		lever: ReturnType<typeof createSwitch> | null,
		hear: { pass(...passed: string[]): void; begin(test: number): void; endless(): boolean }
	): Promise<{ failed: readonly number[]; endless: boolean } | null> {
		const indexes = new Map<Test, number>();
		const endless = new Set<number>();
		const slowest = Math.max(0, ...[...wanted].map((index) => baseline.durations[index]!));
		const outcome = await run({
			program: together(scripts[script]!, tests, lever?.isActive ?? never, hear.pass),
			testTimeout: slowest * SLOWER_FACTOR + SLOWER_MS,
			onCollected(all) {
				for (const [index, test] of all.entries()) {
					indexes.set(test, index);
					if (!wanted.has(index)) test.mode = 'skip';
				}
			},
			onStart: (test) => hear.begin(indexes.get(test)!),
			// What the program throws because it was stopped, a test can have expected.
			onTest: (_, test) => void (hear.endless() && endless.add(indexes.get(test)!))
		});
		if (outcome.loadFailure || outcome.tests.length !== everyTest.size) return null;
		const failed = ascending(wanted).filter(
			(index) => endless.has(index) || outcome.tests[index]!.state === 'fail'
		);
		return { failed, endless: endless.size > 0 };
	}

	/** Indexes of the tests that fail without a bug, or would count as endless with one. */
	async function control(wanted: ReadonlySet<number>): Promise<Iterable<number>> {
		const limit = createPassLimit(baseline);
		const found = await attempt(0, wanted, null, {
			pass: limit.pass,
			begin(test) {
				limit.begin(test);
				tell.trying(null, test);
			},
			endless: () => limit.over
		});
		return found ? found.failed : everyTest;
	}

	async function tryOne(bug: PlannedBug, done: readonly number[]): Promise<BugResult> {
		const { id, script, active, reach } = bug;
		const wanted = testsFor(bug, baseline, done);
		if (!wanted) return { id, state: 'unreached', how: null, by: [] };
		let reached = reach.length === 0;
		const lever = createSwitch(active);
		const found = await attempt(script, wanted, lever, {
			pass: (...passed) => void (reached ||= passed.some((one) => reach.includes(one))),
			begin(test) {
				lever.begin(active === null ? 0 : (baseline.passed[test]![active] ?? 0));
				tell.trying(id, test);
			},
			endless: () => lever.endless
		});
		if (!found) return { id, state: 'caught', how: 'load', by: [] };
		const { failed: by, endless } = found;
		if (by.length > 0) return { id, state: 'caught', how: endless ? 'endless' : 'failed', by: [...by] };
		return { id, state: reached ? 'escaped' : 'unreached', how: null, by: [] };
	}

	const unstable = new Set<number>();
	const times = Math.ceil(LEAST_TRIALS / bugs.length);
	const found = new Map<PlannedBug, BugResult[]>();
	const trials = bugs.flatMap((bug) => Array.from({ length: times }, () => bug));
	const parts = partsOf(
		bugs.map(({ bug, done }) => testsFor(bug, baseline, done)),
		everyTest
	);
	for (const one of mixed(trials, everyTest, parts)) {
		if ('control' in one) {
			for (const test of await control(one.control)) unstable.add(test);
			continue;
		}
		const all = [...(found.get(one.bug) ?? []), await tryOne(one.bug, one.done)];
		found.set(one.bug, all);
		if (all.length === times) tell.bug(alike(all));
	}
	return ascending(unstable);
}
