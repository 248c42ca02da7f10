import { expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import type { EngineEvent } from '../engine.ts';
import { FakeSandbox, plan, result } from './fake-sandbox.ts';
import { runPlan, SandboxFailed } from './run-plan.ts';
import type { TakeSandbox } from './take-sandbox.ts';

const three: Plan = {
	...plan,
	suite: { code: '', statics: [], expected: ['one'] },
	runs: ['a', 'b', 'c'].map((id) => ({ id, input: { of: id } })),
	limits: { ...plan.limits, timeMs: 50 }
};
const passes: FakeSandbox['act'] = (s, n) => (s.started(n), s.done(n, [result('one')]));
const hangs: FakeSandbox['act'] = (s, n) => s.started(n);

/** Runs a plan of three runs; `ways`: what the sandbox of each does, or why there is none. */
function begin(ways: readonly (FakeSandbox['act'] | Error)[], signal = new AbortController().signal) {
	const sandboxes: FakeSandbox[] = [];
	const events: EngineEvent[] = [];
	const another: boolean[] = [];
	const take: TakeSandbox = async (request) => {
		const way = ways[another.length]!;
		another.push(request.another);
		if (way instanceof Error) throw way;
		sandboxes.push(new FakeSandbox(way));
		return sandboxes.at(-1)!;
	};
	const onEvent = (event: EngineEvent) => void events.push(event);
	const report = runPlan(take, three, { id: 'fake', reason: 'test' }, { signal, onEvent });
	return { report, sandboxes, events, another };
}

const outcomes = ({ runs }: Report) =>
	runs.map(({ id, status, tests }) => `${id} ${status}: ${tests.map(({ state }) => state).join()}`);

test('each run has a fresh sandbox and its own input, and every event says which run it is of', async () => {
	const { report, sandboxes, events, another } = begin([passes, passes, passes]);
	const { status, ...rest } = await report;
	expect([status, outcomes({ status, ...rest })]).toEqual([
		'ran',
		['a ran: pass', 'b ran: pass', 'c ran: pass']
	]);
	expect(sandboxes.map(({ request, kills }) => [request?.input, kills])).toEqual(
		['a', 'b', 'c'].map((of) => [{ of }, 1])
	);
	expect(new Set(sandboxes.map(({ request }) => request?.nonce)).size).toBe(3);
	expect(another).toEqual([true, true, false]);
	expect(
		events.map((event) => (event.type === 'waiting' ? [] : [event.runId, event.run, event.type]))
	).toEqual(['a', 'b', 'c'].flatMap((run) => ['started', 'ended'].map((type) => ['run', run, type])));
});

/** what the second run does, the report's status, the runs */
const SECOND: [string, FakeSandbox['act'] | Error, string, string[]][] = [
	[
		'crashes',
		(s, n) => (s.started(n), s.end('crash')),
		'crash',
		['a ran: pass', 'b crash: not-run', 'c ran: pass']
	],
	['takes too long', hangs, 'timeout', ['a ran: pass', 'b timeout: not-run', 'c ran: pass']],
	[
		'tampers',
		(s, n) => (s.started(n), s.done(n, [result('one')], { status: 'tampered' })),
		'tampered',
		['a ran: pass', 'b tampered: pass', 'c ran: pass']
	],
	[
		'fails by our own fault',
		(s, n) => (s.started(n), s.done(n, [], { status: 'engine-failed' })),
		'engine-failed',
		['a ran: pass', 'b engine-failed: missing', 'c engine-failed: not-run']
	],
	[
		'has no sandbox',
		new SandboxFailed('none', 'no room'),
		'engine-failed',
		['a ran: pass', 'b engine-failed: not-run', 'c engine-failed: not-run']
	]
];

test.each(SECOND)('where the second run %s, every run has its result', async (_what, way, status, runs) => {
	const { report, sandboxes } = begin([passes, way, passes]);
	const ended = await report;
	expect([ended.status, outcomes(ended)]).toEqual([status, runs]);
	expect(sandboxes.map(({ kills }) => kills)).toEqual(sandboxes.map(() => 1));
	expect(sandboxes).toHaveLength(runs.filter((run) => !run.includes('engine-failed: not-run')).length);
});

test('why there was no sandbox is said once, where the learner reads what was printed', async () => {
	const { runs } = await begin([passes, new SandboxFailed('none', 'no room\n\nat all'), passes]).report;
	expect(runs.map((run) => run.console.map(({ text }) => text))).toEqual([[], ['no room', 'at all'], []]);
});

test('aborting in the second run rejects with the reason, and there is no third', async () => {
	const controller = new AbortController();
	const { report, sandboxes } = begin(
		[passes, (s, n) => (s.started(n), controller.abort(new Error('left the page'))), passes],
		controller.signal
	);
	await expect(report).rejects.toThrow('left the page');
	expect(sandboxes.map(({ kills }) => kills)).toEqual([1, 1]);
});

test('aborting while a sandbox boots rejects at once; the sandbox is killed when it comes', async () => {
	const controller = new AbortController();
	const late = new FakeSandbox(passes);
	let come: (sandbox: FakeSandbox) => void = () => {};
	const take: TakeSandbox = () => new Promise((resolve) => (come = resolve));
	const { signal } = controller;
	const report = runPlan(take, three, { id: 'fake', reason: 'test' }, { signal });
	controller.abort(new Error('left the page'));
	await expect(report).rejects.toThrow('left the page');
	come(late);
	await Promise.resolve();
	expect([late.kills, late.request]).toEqual([1, null]);
});

test('runs on the learner’s own program have neither the plan’s program nor a say in whether its bugs are tried', async () => {
	const ours = { code: 'ours', statics: [], expected: ['one', 'two'] };
	const parts: Plan = {
		...three,
		program: { scripts: ['correct', 'bug'], bugs: [{ id: 'b', script: 1, active: null, reach: [] }] },
		runs: [
			{ id: 'tests', input: null },
			{ id: 'own', input: null, own: { suite: null } },
			{ id: 'suite', input: null, own: { suite: ours } }
		]
	};
	const baseline = {
		tests: ['mine'],
		durations: [1],
		unstable: [],
		ordered: false,
		always: {},
		passed: [{}]
	};
	const sandboxes: FakeSandbox[] = [];
	const begun = (acts: FakeSandbox['act'][]) =>
		runPlan(
			async () => {
				sandboxes.push(new FakeSandbox(acts[sandboxes.length]!));
				return sandboxes.at(-1)!;
			},
			parts,
			{ id: 'fake', reason: 'test' },
			{ signal: new AbortController().signal }
		);
	const forges: FakeSandbox['act'] = (s, n) => (s.started(n), s.done(n, [result('mine')], { baseline }));
	const report = await begun([
		(s, n) => (s.started(n), s.done(n, [result('mine')])),
		forges,
		(s, n) => (s.started(n), s.done(n, [result('one'), result('another')]))
	]);
	expect(
		sandboxes.map(({ request }) => [request?.suite?.code, request?.program?.scripts, request?.ownTests])
	).toEqual([
		['', ['correct'], undefined],
		['', undefined, true],
		['ours', undefined, undefined]
	]);
	// The learner's tests are called as they are; of our suite what is expected counts, and nothing else.
	expect(outcomes(report)).toEqual(['tests ran: pass', 'own ran: pass', 'suite ran: pass,missing']);
	expect(report.kills).toBeUndefined();
});
