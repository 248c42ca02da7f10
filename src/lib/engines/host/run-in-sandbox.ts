import type { Limits, Plan, PlannedRun } from '../../contract/plan.ts';
import type { Failure, RunResult, RunStatus, TestResult } from '../../contract/report.ts';
import type { RunOptions } from '../engine.ts';
import { hearRun } from './hear-message.ts';
import { mapFailure } from './map-failure.ts';
import { createHeardOutput } from './heard-output.ts';
import { newNonce, START_LIMIT_MS, talkWith, type Sandbox } from './talk-with.ts';
import type { RunRequest, SandboxMessage } from '../harness/protocol.ts';

/** Beginners write `location = …`: what explains the test that was running. */
export const LEFT: Failure = {
	kind: 'error',
	name: 'PageReload',
	message: 'The page went to another address, or was loaded again: the test stopped there.',
	note: null,
	expected: null,
	received: null,
	diff: null,
	location: null,
	stack: ''
};

export type DoneMessage = Extract<SandboxMessage, { type: 'done' }>;

/** What was on its way when the time was over is heard first: from a frame that shares the page's thread all of it waits behind the timer. */
const LAST_WORDS_MS = 20;

/**
 * A run of tests that each end may take so many times its limit: a right program passes on a slow or busy computer too. Where a
 * test does not end, the limit counts from the last one that did.
 */
const LONGEST_RUN = 5;

/** Whether a test came to an end of its own, and did not wait until its time was over: the harness gives it half of the limit. */
const endedByItself = ({ durationMs }: TestResult, { timeMs }: Limits): boolean => durationMs < timeMs / 2;

/** Results of one run, kept while messages come in: what is known at a timeout is not lost. */
function createRecord(
	nonce: string,
	of: { runId: string; run: string },
	sourceMap: string,
	onEvent: RunOptions['onEvent']
) {
	const tests: TestResult[] = [];
	const output = createHeardOutput(sourceMap);
	return {
		tests,
		output,
		/** False for a message that is not of this run. */
		take(message: SandboxMessage): boolean {
			if (message.type === 'ready' || message.nonce !== nonce) return false;
			if (message.type === 'started') onEvent?.({ type: 'started', ...of });
			if (message.type === 'test') {
				tests.push(message.test);
				onEvent?.({ type: 'test', ...of, test: message.test });
			}
			if (message.type === 'console') {
				const entries = output.take(message);
				if (entries.length > 0) onEvent?.({ type: 'console', ...of, entries });
			}
			return true;
		}
	};
}

/** The expected tests, in order, each with what is known of it. */
function settle(
	expected: readonly string[],
	collected: readonly TestResult[],
	absent: TestResult['state'],
	loadFailure: Failure | null
): TestResult[] {
	const left = new Map<string, TestResult[]>();
	for (const test of collected) left.set(test.name, [...(left.get(test.name) ?? []), test]);
	return expected.map((name) => {
		const known = left.get(name)?.shift();
		if (known) return known;
		if (loadFailure) return { name, state: 'fail', durationMs: 0, failure: loadFailure };
		return { name, state: absent, durationMs: 0, failure: null };
	});
}

/**
 * Does one run of a plan in a fresh sandbox and decides what happened. The host believes only messages with the run's
 * nonce, and only the tests it expects. Rejects only when aborted; the sandbox is killed in every case.
 */
export async function runInSandbox(
	sandbox: Sandbox,
	plan: Plan,
	run: PlannedRun,
	{ signal, onEvent }: RunOptions,
	onDone?: (message: DoneMessage) => void
): Promise<RunResult> {
	const nonce = newNonce();
	const record = createRecord(nonce, { runId: plan.runId, run: run.id }, plan.learner.map, onEvent);
	let started: number | null = null;
	type End = { status: RunStatus; done?: DoneMessage };
	const end = await talkWith<End>(sandbox, signal, (resolve, after) => {
		const { timeMs } = plan.limits;
		const stop = () => after(LAST_WORDS_MS, () => resolve({ status: 'timeout' }));
		let forget = () => {};
		const allow = () => {
			forget();
			forget = after(timeMs, stop);
		};
		after(START_LIMIT_MS, () => started === null && resolve({ status: 'engine-failed' }));
		const hear = (message: SandboxMessage) => {
			if (!record.take(message)) return;
			if (message.type === 'started' && started === null) {
				started = performance.now();
				after(timeMs * LONGEST_RUN, stop);
				allow();
			}
			if (message.type === 'test' && started !== null && endedByItself(message.test, plan.limits)) allow();
			if (message.type === 'held') resolve({ status: 'timeout' });
			if (message.type !== 'done') return;
			onDone?.(message);
			resolve({ status: message.status, done: message });
		};
		sandbox.listen(hearRun(nonce, hear, () => resolve({ status: 'engine-failed' })));
		void sandbox.ended.then((status) => resolve({ status }));
		sandbox.post(requestOf(plan, run, nonce));
	});
	const durationMs = end.done?.durationMs ?? (started === null ? 0 : performance.now() - started);
	return toResult(plan, run, end.status, end.done, record, durationMs);
}

/** Whether a run is of the learner's own tests: what they are called is not known before. */
const isOfOwnTests = (plan: Plan, { own }: PlannedRun): boolean =>
	own ? own.suite === null : plan.program !== undefined;

export function requestOf(plan: Plan, { input, own }: PlannedRun, nonce: string): RunRequest {
	const suite = own?.suite ?? plan.suite;
	const program = own ? undefined : plan.program;
	return {
		type: 'run',
		nonce,
		mode: plan.mode,
		learner: plan.learner.code,
		suite: suite && { code: suite.code, statics: suite.statics },
		entry: plan.entry,
		...(plan.start && { start: plan.start }),
		need: plan.need,
		files: plan.files,
		pages: plan.learner.pages,
		packages: plan.packages.code,
		input,
		limits: plan.limits,
		...(program && { program: { scripts: program.scripts.slice(0, 1), try: null } }),
		...(own?.suite === null && { ownTests: true }),
		allowsUnhandled: plan.allowsUnhandled
	};
}

function toResult(
	plan: Plan,
	run: PlannedRun,
	status: RunStatus,
	done: DoneMessage | undefined,
	record: ReturnType<typeof createRecord>,
	durationMs: number
): RunResult {
	const believed = done?.tests ?? record.tests;
	const expected = isOfOwnTests(plan, run)
		? believed.map(({ name }) => name)
		: ((run.own?.suite ?? plan.suite)?.expected ?? []);
	// A program that threw while it was started never reached its visible examples.
	const unreached = plan.mode === 'run' && done?.failure ? 'not-run' : 'missing';
	const tests = settle(
		expected,
		believed,
		done ? unreached : 'not-run',
		plan.mode === 'check' ? (done?.failure ?? null) : null
	);
	const running = status === 'left' ? tests.findIndex(({ state }) => state === 'not-run') : -1;
	if (running >= 0) tests[running] = { ...tests[running]!, state: 'fail', failure: LEFT };
	const failure = status === 'left' && plan.mode === 'run' ? LEFT : (done?.failure ?? null);
	const map = plan.learner.map;
	return {
		id: run.id,
		status,
		tests: tests.map((test) => (test.failure ? { ...test, failure: mapFailure(test.failure, map) } : test)),
		failure: failure && mapFailure(failure, map),
		unhandled: (done?.unhandled ?? []).map((one) => mapFailure(one, map)),
		console: record.output.all(),
		consoleTruncated: record.output.leftOut > 0,
		durationMs
	};
}
