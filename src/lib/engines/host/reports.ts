import type { Plan, PlannedRun } from '../../contract/plan.ts';
import type { Report, RunResult } from '../../contract/report.ts';

/** The one report of a plan whose runs have these results, in the plan's order. */
export const reportOf = (plan: Plan, engine: Report['engine'], runs: RunResult[]): Report => ({
	version: 1,
	runId: plan.runId,
	exercise: plan.exercise,
	mode: plan.mode,
	engine,
	status: runs.find(({ status }) => status !== 'ran')?.status ?? 'ran',
	diagnostics: [],
	runs
});

/** The result of a run that never began by our own fault; `log` is shown as what was printed. */
export const failedRun = (plan: Plan, { id, own }: PlannedRun, log = ''): RunResult => ({
	id,
	status: 'engine-failed',
	tests: ((own ? own.suite : plan.suite)?.expected ?? []).map((name) => ({
		name,
		state: 'not-run',
		durationMs: 0,
		failure: null
	})),
	failure: null,
	unhandled: [],
	console: log
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((text) => ({ level: 'error', text, test: null })),
	consoleTruncated: false,
	durationMs: 0
});

/** The report of a plan of which nothing was run, by our own fault. */
export const failedReport = (plan: Plan, engine: Report['engine'], log = ''): Report =>
	reportOf(
		plan,
		engine,
		plan.runs.map((run, index) => failedRun(plan, run, index === 0 ? log : ''))
	);
