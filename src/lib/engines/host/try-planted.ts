import type { Plan, PlannedRun } from '../../contract/plan.ts';
import type { Report, RunResult } from '../../contract/report.ts';
import type { Baseline, PlantedProgram, TestedProgram } from '../../contract/tested-program.ts';
import type { RunOptions } from '../engine.ts';
import type { TakeSandbox } from './take-sandbox.ts';
import { tryAllBugs } from './try-all-bugs.ts';

/** A run on the learner's own program, and how it went without a bug: all its tests passed. */
interface Judged {
	run: PlannedRun;
	result: RunResult;
}

/** Some of the bugs, as an engine tries them. Each says where it is passed, so that it is known which ones no test reaches. */
const programOf = ({ script, bugs }: PlantedProgram, wanted: (id: string) => boolean): TestedProgram => ({
	scripts: [script],
	bugs: bugs.filter(({ id }) => wanted(id)).map(({ id }) => ({ id, script: 0, active: id, reach: [id] }))
});

/** Every test is tried on every bug: programs of learners are small. */
const baselineOf = ({ tests }: RunResult, { bugs }: PlantedProgram): Baseline => ({
	tests: tests.map(({ name }) => name),
	durations: tests.map(({ durationMs }) => durationMs),
	unstable: [],
	ordered: true,
	always: Object.fromEntries(bugs.map(({ id }) => [id, 1])),
	passed: tests.map(() => ({}))
});

/**
 * Tries the learner's tests on the bugs that were planted into the learner's own program. A change that no test of ours notices may
 * be none that anybody would notice: ours are tried first, and what they let through does not count. Null where sandboxes fail by
 * our own fault; rejects only when aborted.
 * @param judged the runs on the learner's program
 * @param known what is known of the learner's tests from another program
 */
export async function tryPlanted(
	takeSandbox: TakeSandbox,
	plan: Plan,
	planted: PlantedProgram,
	judged: readonly Judged[],
	known: Baseline,
	{ signal, onEvent }: RunOptions
): Promise<NonNullable<Report['planted']> | null> {
	let real = new Set(planted.bugs.map(({ id }) => id));
	for (const { run, result } of judged.filter((one) => one.run.own?.suite)) {
		const program = programOf(planted, (id) => real.has(id));
		const tried = { run, program, baseline: baselineOf(result, planted) };
		const noticed = await tryAllBugs(takeSandbox, plan, tried, { signal });
		if (!noticed) return null;
		real = new Set(noticed.bugs.flatMap(({ id, state }) => (state === 'caught' ? [id] : [])));
	}
	const own = judged.find(({ run }) => run.own?.suite === null);
	if (!own) return null;
	const baseline = baselineOf(own.result, planted);
	const same = baseline.tests.join('\n') === known.tests.join('\n');
	const unstable = same ? known.unstable : [];
	const tried = {
		run: own.run,
		program: programOf(planted, (id) => real.has(id)),
		baseline: { ...baseline, unstable }
	};
	const kills = await tryAllBugs(takeSandbox, plan, tried, { signal, onEvent });
	return kills && { bugs: planted.bugs.filter(({ id }) => real.has(id)), kills };
}
