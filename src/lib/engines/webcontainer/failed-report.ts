import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';

/** The report of a run that never began by our own fault; `log` is shown as what was printed. */
export function failedReport(plan: Plan, engine: Report['engine'], log: string): Report {
	const lines = log.split('\n').filter((line) => line.trim() !== '');
	return {
		version: 1,
		runId: plan.runId,
		exercise: plan.exercise,
		mode: plan.mode,
		engine,
		status: 'engine-failed',
		diagnostics: [],
		runs: [
			{
				id: plan.runs[0]?.id ?? 'suite',
				status: 'engine-failed',
				tests: (plan.suite?.expected ?? []).map((name) => ({
					name,
					state: 'not-run',
					durationMs: 0,
					failure: null
				})),
				failure: null,
				console: lines.map((text) => ({ level: 'error', text, test: null })),
				consoleTruncated: false,
				durationMs: 0
			}
		]
	};
}
