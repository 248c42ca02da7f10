import { beforeEach, expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import { EngineError, type EngineEvent } from '../../engines/engine.ts';
import { FakeEngine } from '../../engines/fake.ts';
import { MAY_NOT_END, withElsewhere } from './slow-patterns-elsewhere.ts';

const plan = { runId: 'r', mode: 'run', runs: [], suite: null } as unknown as Plan;
const { signal } = new AbortController();
let here: FakeEngine;
let server: FakeEngine;
let events: EngineEvent[];
beforeEach(() => {
	here = new FakeEngine();
	server = new FakeEngine();
	events = [];
});

async function run(slow: boolean) {
	const session = withElsewhere(await here.boot(), {
		isSlow: async () => slow,
		other: () => server.boot()
	});
	const ended = session.run(plan, { signal, onEvent: (event) => events.push(event) });
	await expect.poll(() => here.runs.length + server.runs.length).toBe(1);
	[...here.runs, ...server.runs][0]!.finish(true);
	return ended;
}

test('what nobody could end runs on the server, and the learner is told', async () => {
	const { engine } = await run(true);
	expect(engine.reason).toBe(MAY_NOT_END);
	expect([here.runs.length, server.runs.length]).toEqual([0, 1]);
	expect(events).toEqual([{ type: 'waiting', runId: 'r', wait: { step: 'elsewhere' } }]);
	expect(server.disposed).toBe(1);
});

test('everything else runs here, and the server is not asked', async () => {
	expect((await run(false)).engine.reason).not.toBe(MAY_NOT_END);
	expect([here.runs.length, server.boots, events.length]).toEqual([1, 0, 0]);
});

test('where the server cannot be had it runs here', async () => {
	server.bootError = new EngineError('offline', 'away');
	await run(true);
	expect(here.runs.length).toBe(1);
});
