import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import { gradeReport } from '../../grade/grade-report.ts';
import type { EngineEvent } from '../engine.ts';
import { FakeSandbox, failure, plan, result } from './fake-sandbox.ts';
import { reportOf } from './reports.ts';
import { runInSandbox } from './run-in-sandbox.ts';

const first = plan.runs[0]!;

async function run(then: FakeSandbox['act'], change: Partial<Plan> = {}) {
	const sandbox = new FakeSandbox(then);
	const events: EngineEvent[] = [];
	const ran = await runInSandbox(sandbox, { ...plan, ...change }, first, {
		signal: new AbortController().signal,
		onEvent: (event) => events.push(event)
	});
	const report = reportOf(plan, { id: 'fake', reason: 'test' }, [ran]);
	const states = ran.tests.map(({ name, state }) => `${name} ${state}`);
	return { sandbox, events, report, run: ran, states };
}

/** what the sandbox does, the status, the tests */
const ENDINGS: [string, FakeSandbox['act'], string, string[]][] = [
	[
		'reports both tests',
		(s, n) => (s.started(n), s.done(n, [result('one'), result('two', 'fail')])),
		'ran',
		['one pass', 'two fail']
	],
	[
		'reports them in another order',
		(s, n) => (s.started(n), s.done(n, [result('two'), result('one', 'fail')])),
		'ran',
		['one fail', 'two pass']
	],
	[
		'leaves one out',
		(s, n) => (s.started(n), s.done(n, [result('two')])),
		'ran',
		['one missing', 'two pass']
	],
	[
		'reports one twice instead',
		(s, n) => (s.started(n), s.done(n, [result('one'), result('one')])),
		'ran',
		['one pass', 'two missing']
	],
	[
		'adds tests of its own',
		(s, n) => (s.started(n), s.done(n, [result('three'), result('four')])),
		'ran',
		['one missing', 'two missing']
	],
	[
		'finds nothing to run',
		(s, n) => (s.started(n), s.done(n, [], { status: 'nothing-ran' })),
		'nothing-ran',
		['one missing', 'two missing']
	],
	[
		'says that it was tampered with',
		(s, n) => (s.started(n), s.done(n, [result('one'), result('two')], { status: 'tampered' })),
		'tampered',
		['one pass', 'two pass']
	],
	[
		'could not load a file',
		(s, n) => (s.started(n), s.done(n, [], { failure })),
		'ran',
		['one fail', 'two fail']
	],
	[
		'never ends',
		(s, n) => (s.started(n), s.say({ type: 'test', nonce: n, test: result('one') })),
		'timeout',
		['one pass', 'two not-run']
	],
	[
		'crashes in between',
		(s, n) => (s.started(n), s.say({ type: 'test', nonce: n, test: result('one') }), s.end('crash')),
		'crash',
		['one pass', 'two not-run']
	],
	[
		'leaves its page in between',
		(s, n) => (s.started(n), s.say({ type: 'test', nonce: n, test: result('one') }), s.end('left')),
		'left',
		['one pass', 'two fail']
	],
	[
		'leaves its page after the last test, before it is done',
		(s, n) => {
			s.started(n);
			for (const name of ['one', 'two']) s.say({ type: 'test', nonce: n, test: result(name) });
			s.end('left');
		},
		'left',
		['one pass', 'two pass']
	],
	['crashes before it starts', (s) => s.end('crash'), 'crash', ['one not-run', 'two not-run']],
	[
		'runs out of memory',
		(s, n) => (s.started(n), s.end('out-of-memory')),
		'out-of-memory',
		['one not-run', 'two not-run']
	],
	[
		'ends after it was done',
		(s, n) => (s.started(n), s.done(n, [result('one'), result('two')]), s.end('crash')),
		'ran',
		['one pass', 'two pass']
	],
	[
		'is done twice',
		(s, n) => (s.started(n), s.done(n, [result('one', 'fail')]), s.done(n, [result('one'), result('two')])),
		'ran',
		['one fail', 'two missing']
	],
	[
		'speaks with another nonce',
		(s, n) => (s.started(n), s.done('guessed', [result('one'), result('two')])),
		'timeout',
		['one not-run', 'two not-run']
	]
];

test.each(ENDINGS)(
	'a sandbox that %s gives one report, and is killed',
	async (_what, then, status, states) => {
		const { report, sandbox, ...ran } = await run(then);
		expect(report.status).toBe(status);
		expect(ran.states).toEqual(states);
		expect(sandbox.kills).toBe(1);
		expect(gradeReport(report, 1).passed).toBe(
			status === 'ran' && states.every((state) => state.endsWith('pass'))
		);
	}
);

test('tests of the same name are told apart by their order', async () => {
	const twice = { ...plan.suite!, expected: ['one', 'one'] };
	const { states } = await run((s, n) => (s.started(n), s.done(n, [result('one', 'fail'), result('one')])), {
		suite: twice
	});
	expect(states).toEqual(['one fail', 'one pass']);
});

test('what was printed before a timeout is kept, and every event carries the run’s id', async () => {
	const entry = { level: 'log', text: 'hello', test: null } as const;
	const { run: ran, events } = await run((s, n) => {
		s.started(n);
		s.say({ type: 'console', nonce: n, entries: [entry], end: [], leftOut: 0 });
		s.say({ type: 'console', nonce: 'other', entries: [entry], end: [], leftOut: 0 });
	});
	expect([ran.console, ran.consoleTruncated]).toEqual([[entry], false]);
	expect(events).toEqual([
		{ type: 'started', runId: 'run', run: 'suite' },
		{ type: 'console', runId: 'run', run: 'suite', entries: [entry] }
	]);
});

test('of a flood the beginning, the newest end and the count between them are kept', async () => {
	const line = (text: string) => ({ level: 'log', text, test: null }) as const;
	const { run: ran } = await run((s, nonce) => {
		s.started(nonce);
		s.say({ type: 'console', nonce, entries: [line('first')], end: [line('old end')], leftOut: 4 });
		s.say({ type: 'console', nonce, entries: [], end: [line('last')], leftOut: 9 });
	});
	const gap = { ...line(''), leftOut: { at: 0, unit: 'lines', count: 9 } };
	expect(ran.console).toEqual([line('first'), gap, line('last')]);
	expect(ran.consoleTruncated).toBe(true);
});

test('each run has a nonce of its own', async () => {
	const nonces = await Promise.all(
		[1, 2].map(async () => (await run((s, n) => (s.started(n), s.done(n, [])))).sandbox.request!.nonce)
	);
	expect(new Set(nonces).size).toBe(2);
	expect(nonces[0]).toMatch(/^\d+(-\d+){3}$/);
});

test('a program that threw never reached its examples', async () => {
	const { states, run: ran } = await run((s, n) => (s.started(n), s.done(n, [], { failure })), {
		mode: 'run'
	});
	expect(states).toEqual(['one not-run', 'two not-run']);
	expect(ran.failure).toMatchObject({ name: 'TypeError' });
});

describe('aborting', () => {
	const begin = (then: FakeSandbox['act']) => {
		const controller = new AbortController();
		const sandbox = new FakeSandbox(then);
		const options = { signal: controller.signal };
		return { controller, sandbox, end: runInSandbox(sandbox, plan, first, options) };
	};

	test('rejects with the reason and kills the sandbox', async () => {
		const { controller, sandbox, end } = begin((s, n) => s.started(n));
		controller.abort(new Error('left the page'));
		await expect(end).rejects.toThrow('left the page');
		expect(sandbox.kills).toBe(1);
	});

	test('before the run, nothing is posted and the sandbox is killed all the same', async () => {
		const sandbox = new FakeSandbox(() => {});
		const signal = AbortSignal.abort(new Error('too early'));
		await expect(runInSandbox(sandbox, plan, first, { signal })).rejects.toThrow('too early');
		expect([sandbox.request, sandbox.kills]).toEqual([null, 1]);
	});

	test('after the report, nothing changes', async () => {
		const { controller, end } = begin((s, n) => (s.started(n), s.done(n, [result('one'), result('two')])));
		const report = await end;
		controller.abort(new Error('late'));
		await expect(end).resolves.toBe(report);
	});
});

describe('the time limit', () => {
	const { timeMs } = plan.limits;
	const NAMES = Array.from({ length: 40 }, (_, index) => `test ${index}`);
	const ofMany = { suite: { ...plan.suite!, expected: NAMES } };
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** Its tests end one by one, so many milliseconds apart. */
	const oneBy = (apart: number, lasted: number) => (s: FakeSandbox, nonce: string) => {
		s.started(nonce);
		NAMES.forEach((name, index) =>
			setTimeout(
				() => s.say({ type: 'test', nonce, test: { ...result(name), durationMs: lasted } }),
				apart * (index + 1)
			)
		);
		setTimeout(
			() =>
				s.done(
					nonce,
					NAMES.map((name) => result(name))
				),
			apart * NAMES.length + 1
		);
	};
	const ended = async (apart: number, lasted = 1) => {
		const ran = run(oneBy(apart, lasted), ofMany);
		await vi.runAllTimersAsync();
		const { run: one, states } = await ran;
		return [one.status, states.filter((state) => state.endsWith(' pass')).length];
	};

	test('counts from the last test that ended: a right program on a slow computer is not cut off', async () => {
		expect(await ended((timeMs * 4.5) / NAMES.length)).toEqual(['ran', NAMES.length]);
	});
	test('is five times as long for a whole run', async () => {
		expect(await ended(timeMs / 4)).toEqual(['timeout', 20]);
	});
	test('is not longer for tests that waited until their time was over', async () => {
		expect(await ended(timeMs / 2, timeMs / 2)).toEqual(['timeout', 2]);
	});
});
