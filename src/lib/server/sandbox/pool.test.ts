import { expect, test, vi } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import type { EngineEvent } from '../../engines/engine.ts';
import { plan } from '../../engines/host/fake-sandbox.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';
import type { SandboxProcess } from './deno-sandbox.ts';
import { TurnRefused } from '../guard/turns.ts';
import { createPool, type PoolOptions } from './pool.ts';

const planOf = (runId: string): Plan => ({
	...plan,
	runId,
	suite: { code: '', statics: [], expected: [] },
	limits: { timeMs: 5000, outputChars: 100 }
});

/** Processes that a test drives by hand. */
function fakeProcesses(boots: (count: number) => boolean = () => true) {
	const made: { process: SandboxProcess; done(): void; killed: boolean }[] = [];
	const start = (): SandboxProcess => {
		let listener: (message: SandboxMessage) => void = () => {};
		let nonce = '';
		let end: () => void = () => {};
		const closed = new Promise<void>((resolve) => (end = resolve));
		const there = boots(made.length);
		const one = {
			killed: false,
			process: {
				ready: Promise.resolve(there),
				closed,
				pid: made.length,
				sandbox: {
					post: (request) => void (nonce = request.nonce),
					listen: (next) => void (listener = next),
					ended: closed.then(() => 'crash' as const),
					kill() {
						one.killed = true;
						end();
					}
				}
			} satisfies SandboxProcess as SandboxProcess,
			done: () =>
				listener({
					type: 'done',
					nonce,
					status: 'ran',
					tests: [],
					failure: null,
					unhandled: [],
					durationMs: 1
				})
		};
		if (!there) end();
		made.push(one);
		return one.process;
	};
	return { made, start };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const settings: Omit<PoolOptions, 'start'> = {
	warm: { worker: 1, dom: 0, node: 0 },
	parallel: 1,
	queue: 2,
	perClient: 2
};
const from = (client: string, events: EngineEvent[] = [], signal = new AbortController().signal) => ({
	client,
	reason: 'default',
	signal,
	onEvent: (event: EngineEvent) => void events.push(event)
});

test('one process for one run: it is ended after it, and a spare is there before the next', async () => {
	const { made, start } = fakeProcesses();
	const pool = createPool({ ...settings, start });
	const first = pool.run(planOf('one'), from('a'));
	await settle();
	expect(made).toHaveLength(2);
	made[0]!.done();
	expect((await first).status).toBe('ran');
	expect(made.map(({ killed }) => killed)).toEqual([true, false]);
	const second = pool.run(planOf('two'), from('a'));
	await settle();
	made[1]!.done();
	expect((await second).engine).toEqual({ id: 'remote', reason: 'default' });
	expect(made[1]!.killed).toBe(true);
	expect(pool.metrics()).toMatchObject({ served: 2, busy: 0, idle: 1, coldStarts: 1 });
});

test('who waits hears the place; when nobody more can wait, it is said for how long', async () => {
	const { made, start } = fakeProcesses();
	const pool = createPool({ ...settings, start });
	const events: EngineEvent[] = [];
	const runs = ['a', 'b', 'c'].map((client) => pool.run(planOf(client), from(client, events)));
	const waits = events.flatMap((event) =>
		event.type === 'waiting' && event.wait.step === 'queued' ? [event.wait.position] : []
	);
	expect(waits).toEqual([1, 2]);
	const refused = await pool.run(planOf('d'), from('d')).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(TurnRefused);
	expect(refused).toMatchObject({ reason: 'queue-full', seconds: expect.any(Number) });
	for (let index = 0; index < 3; index++) {
		await settle();
		made[index]!.done();
	}
	expect((await Promise.all(runs)).map(({ runId }) => runId)).toEqual(['a', 'b', 'c']);
});

test('an abort takes a waiting run out, and ends the process of one that is under way', async () => {
	const { made, start } = fakeProcesses();
	const pool = createPool({ ...settings, start });
	const [running, waiting] = [new AbortController(), new AbortController()];
	const ends = [running, waiting].map(({ signal }, index) =>
		pool.run(planOf(`${index}`), from('a', [], signal)).catch((error: unknown) => String(error))
	);
	await settle();
	waiting.abort(new Error('left'));
	expect(await ends[1]).toBe('Error: left');
	expect(pool.metrics()).toMatchObject({ busy: 1, queued: 0 });
	running.abort(new Error('stopped'));
	expect(await ends[0]).toBe('Error: stopped');
	expect(made[0]!.killed).toBe(true);
	expect(pool.metrics()).toMatchObject({ busy: 0, served: 0 });
});

test('a process that does not boot is tried once more', async () => {
	const { made, start } = fakeProcesses((count) => count > 0);
	const pool = createPool({ ...settings, warm: { worker: 0, dom: 0, node: 0 }, start });
	const run = pool.run(planOf('one'), from('a'));
	await settle();
	made[1]!.done();
	expect((await run).status).toBe('ran');
});

test('a client is charged for the run, and not for the start of a process that was not there yet', async () => {
	vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
	const charged: number[] = [];
	const usage = { used: () => 0, charge: (_name: string, seconds: number) => void charged.push(seconds) };
	const { made, start } = fakeProcesses();
	const slow = () => ({
		...start(),
		ready: new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 2000))
	});
	const pool = createPool({ ...settings, warm: { worker: 0, dom: 0, node: 0 }, usage, start: slow });
	const run = pool.run(planOf('one'), from('a'));
	await vi.advanceTimersByTimeAsync(2300);
	made[0]!.done();
	await run;
	vi.useRealTimers();
	expect(charged).toEqual([0.3]);
});

test('where nothing boots the fault is ours, and the place is free again', async () => {
	const { start } = fakeProcesses(() => false);
	const pool = createPool({ ...settings, start });
	expect((await pool.run(planOf('one'), from('a'))).status).toBe('engine-failed');
	expect((await pool.run(planOf('two'), from('a'))).status).toBe('engine-failed');
	expect(pool.metrics()).toMatchObject({ failed: 2, busy: 0 });
});

test('why a process could not be started is said in the log, and not to a stranger', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const start = (): SandboxProcess => {
		throw new Error('ENOSPC: /srv/site/.cache/verify/main.js');
	};
	const pool = createPool({ ...settings, start });
	const report = await pool.run(planOf('one'), from('a'));
	expect(report.status).toBe('engine-failed');
	expect(JSON.stringify(report)).not.toContain('/srv/site');
	expect(String(log.mock.calls[0]?.[1])).toContain('/srv/site');
	log.mockRestore();
});

test('disposing ends every process, the spares too', async () => {
	const { made, start } = fakeProcesses();
	const pool = createPool({ ...settings, warm: { worker: 2, dom: 1, node: 1 }, start });
	pool.warm();
	expect(made).toHaveLength(4);
	await pool.dispose();
	expect(made.every(({ killed }) => killed)).toBe(true);
});

test('a page whose browser fails is judged as the next ones are, where browsers were given up with it', async () => {
	const failing = fakeProcesses(() => false);
	const { made, start } = fakeProcesses();
	let given = true;
	const pages = () => (given ? () => failing.start() : null);
	const pool = createPool({ ...settings, start, pages });
	const judged: boolean[] = [];
	const run = (runId: string) =>
		pool.run(
			{ ...planOf(runId), need: 'dom' },
			{ ...from('a'), judged: (inBrowser) => void judged.push(inBrowser) }
		);
	expect((await run('still tried')).status).toBe('engine-failed');
	const running = run('given up');
	given = false;
	await vi.waitFor(() => expect(made).toHaveLength(1));
	await settle();
	made[0]!.done();
	expect((await running).status).toBe('ran');
	expect(judged).toEqual([false]);
	await pool.dispose();
});
