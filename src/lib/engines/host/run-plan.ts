import { untilAborted } from '../../abort.ts';
import type { Plan, PlannedRun } from '../../contract/plan.ts';
import type { Report, RunResult } from '../../contract/report.ts';
import type { Baseline } from '../../contract/tested-program.ts';
import type { RunOptions } from '../engine.ts';
import { failedRun, reportOf } from './reports.ts';
import { runInSandbox } from './run-in-sandbox.ts';
import type { Sandbox } from './talk-with.ts';
import type { TakeSandbox } from './take-sandbox.ts';
import { tryAllBugs } from './try-all-bugs.ts';
import { tryPlanted } from './try-planted.ts';

/** No sandbox could be had; `log` says why, in the words of what was to be started. */
export class SandboxFailed extends Error {
	constructor(
		message: string,
		readonly log: string
	) {
		super(message);
	}
}

/** Settles like `taking`, or rejects as soon as the signal is aborted; a sandbox that comes too late is killed. */
async function takenUnlessAborted(taking: Promise<Sandbox>, signal: AbortSignal): Promise<Sandbox> {
	try {
		return await untilAborted(taking, signal);
	} catch (error) {
		if (signal.aborted) void taking.then((sandbox) => sandbox.kill()).catch(() => {});
		throw error;
	}
}

/** Whether every test passes on the correct program: else no bug is tried. */
const isValid = ({ status, tests, unhandled }: RunResult): boolean =>
	status === 'ran' &&
	unhandled.length === 0 &&
	tests.length > 0 &&
	tests.every(({ state }) => state === 'pass');

/**
 * Runs all runs of a plan, one after another, each in a sandbox of its own and within the plan's limits. A run that
 * crashed or took too long does not keep the next ones from being run; once no sandbox can be had, or one fails by our own
 * fault, the others count as failed too. Rejects only when aborted.
 */
export async function runPlan(
	takeSandbox: TakeSandbox,
	plan: Plan,
	engine: Report['engine'],
	{ signal, onEvent }: RunOptions
): Promise<Report> {
	const results: RunResult[] = [];
	let baseline: Baseline | undefined;

	async function runOne(run: PlannedRun, another: boolean): Promise<RunResult> {
		try {
			const sandbox = await takenUnlessAborted(takeSandbox({ signal, another }), signal);
			return await runInSandbox(sandbox, plan, run, { signal, onEvent }, (done) => {
				if (run === plan.runs[0]) baseline = done.baseline;
			});
		} catch (error) {
			signal.throwIfAborted();
			return failedRun(plan, run, error instanceof SandboxFailed ? error.log : String(error));
		}
	}

	let broken = false;
	for (const [index, run] of plan.runs.entries()) {
		signal.throwIfAborted();
		const result: RunResult = broken
			? failedRun(plan, run)
			: await runOne(run, index + 1 < plan.runs.length || plan.program !== undefined);
		broken ||= result.status === 'engine-failed';
		results.push(result);
		onEvent?.({ type: 'ended', runId: plan.runId, run: run.id, status: result.status });
	}
	const found = reportOf(plan, engine, results);
	const isTried = !broken && results[0] !== undefined && isValid(results[0]);
	if (!plan.program || plan.mode !== 'check' || !baseline || !isTried) return found;
	const first = { run: plan.runs[0]!, program: plan.program, baseline };
	const kills = await tryAllBugs(takeSandbox, plan, first, { signal, onEvent });
	if (!kills) return { ...found, status: 'engine-failed' };
	const judged = plan.runs.flatMap((run, index) => {
		const result = results[index];
		return run.own && result && isValid(result) ? [{ run, result }] : [];
	});
	if (!plan.learner.planted || judged.length < plan.runs.length - 1) return { ...found, kills };
	const planted = await tryPlanted(takeSandbox, plan, plan.learner.planted, judged, baseline, {
		signal,
		onEvent
	});
	return planted ? { ...found, kills, planted } : { ...found, kills, status: 'engine-failed' };
}
