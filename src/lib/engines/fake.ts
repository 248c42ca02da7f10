import type { Plan } from '../contract/plan.ts';
import type { Report, TestResult } from '../contract/report.ts';
import type { Engine, EngineEvent, PageSession, Wait } from './engine.ts';

/** A run of the fake engine, held by the test that drives it. */
export interface FakeRun {
	plan: Plan;
	aborted: boolean;
	emit(event: EngineEvent): void;
	/** Ends the run: `pass` decides each test of the plan; `change` overrides parts of the report. */
	finish(pass: boolean, change?: Partial<Report>): void;
	fail(error: Error): void;
}

/** An engine that does nothing until told: races are tested by deciding who comes first. */
export class FakeEngine implements Engine<PageSession> {
	readonly id = 'fake';
	readonly runs: FakeRun[] = [];
	boots = 0;
	disposed = 0;
	/** The next boots reject with this. */
	bootError: Error | null = null;

	supports(): { ok: true } {
		return { ok: true };
	}

	async boot(_signal?: AbortSignal, _onWait?: (wait: Wait) => void): Promise<PageSession> {
		this.boots += 1;
		if (this.bootError) throw this.bootError;
		return {
			run: (plan, { signal, onEvent }) =>
				new Promise<Report>((resolve, reject) => {
					const run: FakeRun = {
						plan,
						aborted: false,
						emit: (event) => onEvent?.(event),
						finish: (pass, change) => resolve({ ...fakeReport(plan, pass), ...change }),
						fail: reject
					};
					signal.addEventListener('abort', () => {
						run.aborted = true;
						reject(signal.reason as Error);
					});
					this.runs.push(run);
				}),
			prepare() {},
			machine: null,
			dispose: () => void (this.disposed += 1)
		};
	}
}

/** A report in which every expected test passes, or fails. */
function fakeReport(plan: Plan, pass: boolean): Report {
	const tests = (plan.suite?.expected ?? []).map((name): TestResult => ({
		name,
		state: pass ? 'pass' : 'fail',
		durationMs: 1,
		failure: null
	}));
	return {
		version: 1,
		runId: plan.runId,
		exercise: plan.exercise,
		mode: plan.mode,
		engine: { id: 'fake', reason: 'test' },
		status: 'ran',
		diagnostics: [],
		runs: plan.runs.map(({ id }) => ({
			id,
			status: 'ran',
			tests,
			failure: null,
			unhandled: [],
			console: [],
			consoleTruncated: false,
			durationMs: 1
		}))
	};
}
