import { expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import { EngineError, type EngineEvent } from '../engine.ts';
import { createRemoteEngine } from './remote-engine.ts';

const plan: Plan = {
	version: 1,
	runId: 'r1',
	exercise: { id: 'a/b', hash: 'h' },
	mode: 'check',
	need: 'worker',
	submission: { 'main.js': 'x' },
	files: { 'main.js': 'x' },
	packages: { versions: {}, code: null },
	learner: { code: 'SCRIPT', map: '', pages: {} },
	entry: 'main.js',
	suite: { code: 'SUITE', statics: [], expected: ['one'] },
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: 5000, outputChars: 100 },
	allowPrototype: false,
	allowsUnhandled: []
};
const report: Report = {
	version: 1,
	runId: 'r1',
	exercise: plan.exercise,
	mode: 'check',
	engine: { id: 'remote', reason: 'default' },
	status: 'ran',
	diagnostics: [],
	runs: []
};
const lines = (...all: object[]) => new Response(all.map((line) => `${JSON.stringify(line)}\n`).join(''));
const outcome = lines.bind(null, { outcome: { report, grade: null } });
const refused = (status: number, code: string, headers = {}) =>
	Response.json({ refused: code }, { status, headers });
const started = { event: { type: 'started', runId: 'r1', run: 'suite' } };

/** The engine on a server that gives these answers in turn; waits take no time and are written down. */
async function run(answers: (() => Response | Promise<Response>)[], signal = new AbortController().signal) {
	const asked: { url: string; body: unknown }[] = [];
	const slept: number[] = [];
	const events: EngineEvent[] = [];
	const engine = createRemoteEngine({
		url: '/api/verify',
		healthUrl: '/api/health',
		async fetch(url, init) {
			if (url === '/api/health') return Response.json({ verify: { available: true } });
			asked.push({ url, body: JSON.parse(String(init.body)) });
			init.signal?.throwIfAborted();
			return (answers.shift() ?? (() => Promise.reject(new TypeError('network'))))();
		},
		async sleep(ms, until) {
			until.throwIfAborted();
			slept.push(ms);
		},
		reason: () => 'low-memory'
	});
	const session = await engine.boot(new AbortController().signal);
	const ended = await session.run(plan, { signal, onEvent: (event) => void events.push(event) });
	return { ended, asked, slept, events };
}

test('sends the submission and what it is for; no script, no suite, no limit', async () => {
	const { ended, asked } = await run([outcome]);
	expect(ended).toEqual(report);
	expect(asked).toEqual([
		{
			url: '/api/verify',
			body: {
				exercise: { id: 'a/b', hash: 'h' },
				mode: 'check',
				submission: { 'main.js': 'x' },
				runId: 'r1',
				reason: 'low-memory'
			}
		}
	]);
});

test('a busy server is asked again when it said, and the learner is told', async () => {
	const busy = () => refused(429, 'queue-full', { 'retry-after': '4' });
	const { ended, slept, events } = await run([busy, busy, outcome]);
	expect(ended.status).toBe('ran');
	expect(slept).toEqual([4000, 4000]);
	expect(events).toEqual(Array(2).fill({ type: 'waiting', runId: 'r1', wait: { step: 'busy', seconds: 4 } }));
});

test('a connection that breaks in the middle is tried again, and nothing is shown twice', async () => {
	const cut = () => lines(started);
	const { ended, events, asked } = await run([cut, () => lines(started, { outcome: { report } })]);
	expect(ended).toEqual(report);
	expect(events).toEqual([started.event]);
	expect(asked).toHaveLength(2);
});

test('a network that is gone for good ends in a report that does not count', async () => {
	const { ended, asked } = await run([]);
	expect(ended).toMatchObject({
		status: 'engine-failed',
		runId: 'r1',
		engine: { reason: 'offline' },
		runs: [{ id: 'suite', status: 'engine-failed' }]
	});
	expect(asked).toHaveLength(4);
});

test.each([404, 409, 413, 503])('an answer %i is not asked for again', async (status) => {
	const { ended, asked } = await run([() => refused(status, 'why')]);
	expect(ended).toMatchObject({ status: 'engine-failed', engine: { reason: 'why' } });
	expect(asked).toHaveLength(1);
});

test('a proxy’s own error is a broken connection', async () => {
	const { ended } = await run([() => new Response('<html>', { status: 502 }), outcome]);
	expect(ended.status).toBe('ran');
});

test.each([
	['of another run', { ...report, runId: 'r2' }],
	['that is none', { passed: true }]
])('a report %s is not believed', async (_, forged) => {
	const { ended } = await run([() => lines({ outcome: { report: forged } })]);
	expect(ended).toMatchObject({ status: 'engine-failed', engine: { reason: 'no-report' } });
});

test('a late event of another run is dropped', async () => {
	const { events } = await run([
		() => lines({ event: { type: 'started', runId: 'r0', run: 'suite' } }, { outcome: { report } })
	]);
	expect(events).toEqual([]);
});

test('an abort rejects with its reason', async () => {
	const controller = new AbortController();
	const answer = () => {
		controller.abort(new Error('stopped'));
		throw new TypeError('network');
	};
	await expect(run([answer], controller.signal)).rejects.toThrow('stopped');
});

test.each([
	['offline', () => Promise.reject(new TypeError('network'))],
	['unavailable', async () => Response.json({ verify: { available: false, reason: 'deno-not-installed' } })]
])('does not boot where the server is %s', async (reason, fetch) => {
	const engine = createRemoteEngine({ url: '/v', healthUrl: '/h', fetch });
	const error: unknown = await engine.boot(new AbortController().signal).catch((why: unknown) => why);
	expect(error).toBeInstanceOf(EngineError);
	expect(error).toMatchObject({ reason });
});
