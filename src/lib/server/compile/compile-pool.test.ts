import { afterEach, expect, test, vi } from 'vitest';
import type { CompileResult, LearnerSource } from '../../compile/compiler.ts';
import { createCompilePool, CompilerUnavailable, type CompilePoolOptions } from './compile-pool.ts';
import type { CompileEnd, CompileProcess } from './compile-process.ts';

/** Processes that do what the test says. */
function fakes() {
	const started: FakeProcess[] = [];
	class FakeProcess implements CompileProcess {
		pid = started.length + 1;
		killed = false;
		becomeReady!: (there: boolean) => void;
		close!: () => void;
		answer: (result: CompileResult | CompileEnd) => void = () => {};
		ready = new Promise<boolean>((resolve) => (this.becomeReady = resolve));
		closed = new Promise<void>((resolve) => (this.close = resolve));
		asked: LearnerSource[] = [];
		compile(source: LearnerSource) {
			this.asked.push(source);
			return new Promise<CompileResult | CompileEnd>((resolve) => (this.answer = resolve));
		}
		kill() {
			this.killed = true;
			this.close();
		}
		/** It is ended by somebody else. */
		die() {
			this.answer('ended');
			this.becomeReady(false);
			this.close();
		}
	}
	const start = () => {
		const process = new FakeProcess();
		started.push(process);
		return process;
	};
	return { started, start };
}

const source: LearnerSource = { files: {}, entry: 'main.js', mocked: [], need: 'worker', packages: [] };
const compiled: CompileResult = { ok: true, script: { code: '', map: '', pages: {} }, warnings: [] };
const { signal } = new AbortController();
/** A test whose turns become long does so by a clock of its own. */
const ownClock = () => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
afterEach(() => void vi.useRealTimers());
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** One of two places is kept; 20 ms make a turn long. */
const KEPT = { places: 1, quickMs: 20 };
type Options = Partial<Omit<CompilePoolOptions, 'start'>>;
function open(more: Options = {}) {
	const { started, start } = fakes();
	const pool = createCompilePool({ start, places: 2, queue: 10, perClient: 10, ...more });
	return { started, pool };
}
async function openReady(more: Options = {}) {
	const { started, pool } = open(more);
	const warm = pool.warm();
	started.forEach((process) => process.becomeReady(true));
	await warm;
	return { started, pool };
}

test('two sources are compiled at a time, each in a process of its own; the third waits', async () => {
	const { started, pool } = await openReady();
	const results = ['a', 'b', 'c'].map((client) => pool.compile(source, { client, signal }));
	await soon();
	expect(started.map(({ asked }) => asked.length)).toEqual([1, 1]);
	expect(pool.health()).toMatchObject({ status: 'ok', ready: 2, busy: 2, queued: 1 });
	started[1]!.answer(compiled);
	expect(await results[1]).toEqual(compiled);
	await soon();
	expect(started[1]!.asked.length).toBe(2);
	started.forEach(({ answer }) => answer(compiled));
	expect(await Promise.all(results)).toEqual([compiled, compiled, compiled]);
	expect(pool.health()).toMatchObject({ busy: 0, queued: 0, compiled: 3 });
});

test.each(['time', 'memory', 'output'] as const)(
	'a source that passes the limit of %s is too hard; its process is ended and replaced',
	async (limit) => {
		const { started, pool } = await openReady();
		const result = pool.compile(source, { signal });
		await soon();
		started[0]!.answer(limit);
		expect(await result).toMatchObject({ ok: false, diagnostics: [{ code: 'too-hard-to-compile' }] });
		expect(started.map(({ killed }) => killed)).toEqual([true, false, false]);
		expect(pool.health()).toMatchObject({ ready: 1, tooHard: 1, ended: { [limit]: 1, ended: 0 } });
		started[2]!.becomeReady(true);
		await soon();
		expect(pool.health()).toMatchObject({ ready: 2 });
	}
);

test('a source whose process is ended by somebody is compiled by another', async () => {
	const { started, pool } = await openReady();
	const result = pool.compile(source, { signal });
	await soon();
	started[0]!.die();
	await soon();
	started[1]!.answer(compiled);
	expect(await result).toEqual(compiled);
	expect(pool.health()).toMatchObject({ tooHard: 0, ended: { ended: 1 } });
});

test('a source that is the end of two processes is too hard', async () => {
	const { started, pool } = await openReady();
	const result = pool.compile(source, { signal });
	await soon();
	started[0]!.die();
	await soon();
	started[1]!.die();
	expect(await result).toMatchObject({ ok: false, diagnostics: [{ code: 'too-hard-to-compile' }] });
	expect(pool.health()).toMatchObject({ tooHard: 1, ended: { ended: 2 } });
});

test('a process that ends while nobody needs it is replaced, and health says so meanwhile', async () => {
	const { started, pool } = await openReady();
	started[0]!.die();
	started[1]!.die();
	await soon();
	expect(pool.health()).toMatchObject({ status: 'starting', ready: 0, ended: { ended: 2 } });
	expect(started.length).toBe(4);
	started[2]!.becomeReady(true);
	await soon();
	expect(pool.health()).toMatchObject({ status: 'ok', ready: 1 });
});

test('a compiler that does not start is not started for ever: it says so, and the next source tries again', async () => {
	const { started, pool } = open();
	const result = pool.compile(source, { signal }).catch((error: unknown) => error);
	await soon();
	for (let tries = 0; tries < 5; tries++) {
		started.forEach((process) => process.die());
		await soon();
	}
	expect(await result).toBeInstanceOf(CompilerUnavailable);
	expect(pool.health()).toMatchObject({ status: 'down', ready: 0, busy: 0 });
	const before = started.length;
	expect(before).toBeLessThan(6);
	const next = pool.compile(source, { signal });
	await soon();
	expect(started.length).toBe(before + 2);
	started.at(-1)!.becomeReady(true);
	started.at(-2)!.becomeReady(true);
	await soon();
	started.forEach(({ answer }) => answer(compiled));
	expect(await next).toEqual(compiled);
	expect(pool.health()).toMatchObject({ status: 'ok' });
});

test('who goes away is let go at once; the process stays, and the place is free when it has answered', async () => {
	const { started, pool } = await openReady();
	const gone = new AbortController();
	const result = pool.compile(source, { signal: gone.signal });
	await soon();
	gone.abort(new Error('gone'));
	await expect(result).rejects.toThrow('gone');
	expect(started[0]!.killed).toBe(false);
	expect(pool.health().busy).toBe(1);
	started[0]!.answer(compiled);
	await soon();
	expect(pool.health().busy).toBe(0);
});

test('at the end every process is ended, and none is started any more', async () => {
	const { started, pool } = await openReady();
	await pool.dispose();
	expect(started.map(({ killed }) => killed)).toEqual([true, true]);
	await soon();
	expect(started.length).toBe(2);
});

test('what is part of another turn of its client is not charged a second time', async () => {
	const charged: string[] = [];
	const usage = { used: () => 0, charge: (name: string) => void charged.push(name) };
	const { started, start } = fakes();
	const pool = createCompilePool({ start, places: 2, queue: 10, perClient: 10, usage });
	const warm = pool.warm();
	started.forEach((process) => process.becomeReady(true));
	await warm;
	const results = [
		pool.compile(source, { client: 'a', signal, charged: true }),
		pool.compile(source, { client: 'b', signal })
	];
	await soon();
	started.forEach(({ answer }) => answer(compiled));
	await Promise.all(results);
	expect(charged).toEqual(['b']);
});

test('a source that takes long gives its place to a quick one, and is compiled anew in another process', async () => {
	const { started, pool } = await openReady({ kept: KEPT, spares: 1 });
	expect(started.length).toBe(3);
	const hard = ['a', 'b'].map((client) => pool.compile(source, { client, signal }));
	const quick = pool.compile(source, { client: 'c', signal });
	await expect.poll(() => started[1]!.killed).toBe(true);
	started[1]!.answer('ended');
	await expect.poll(() => started[2]!.asked.length).toBe(1);
	started[2]!.answer(compiled);
	expect(await quick).toEqual(compiled);
	// The spare has taken its place, and waits until the other long one is over.
	expect(started[2]!.asked.length).toBe(1);
	started[0]!.answer(compiled);
	await expect.poll(() => started[0]!.asked.length + started[2]!.asked.length).toBe(3);
	for (const { answer } of started) answer(compiled);
	expect(await Promise.all(hard)).toEqual([compiled, compiled]);
	expect(pool.health()).toMatchObject({ tooHard: 0, ended: { ended: 0, time: 0 } });
});

test('says when a source begins, once the processes are there and those before it are done', async () => {
	const { started, pool } = await openReady();
	const begun: string[] = [];
	const results = ['a', 'b', 'c'].map((client) =>
		pool.compile(source, { client, signal, begins: () => void begun.push(client) })
	);
	await soon();
	expect(begun).toEqual(['a', 'b']);
	started[0]!.answer(compiled);
	await soon();
	expect(begun).toEqual(['a', 'b', 'c']);
	started.forEach(({ answer }) => answer(compiled));
	await Promise.all(results);
});

test('one that has to give way while its second process starts does not compile in it', async () => {
	ownClock();
	const { started, pool } = await openReady({ kept: KEPT });
	const hard = ['a', 'b'].map((client) => pool.compile(source, { client, signal }));
	const quick = pool.compile(source, { client: 'c', signal });
	await soon();
	started[1]!.die();
	// The next process starts slowly; the turn is a long one meanwhile.
	await vi.advanceTimersByTimeAsync(60);
	started[2]!.becomeReady(true);
	await soon();
	expect(started[2]!.asked.length).toBe(1);
	started[2]!.answer(compiled);
	expect(await quick).toEqual(compiled);
	started[0]!.answer(compiled);
	await soon();
	expect(started[0]!.asked.length + started[2]!.asked.length).toBe(3);
	for (const { answer } of started) answer(compiled);
	expect(await Promise.all(hard)).toEqual([compiled, compiled]);
});

test('who waits because of hard sources of their own has begun before that', async () => {
	ownClock();
	const { started, pool } = await openReady({ kept: KEPT });
	const begun: string[] = [];
	const compile = (client: string) =>
		pool.compile(source, { client, signal, begins: () => void begun.push(client) });
	const hard = compile('hard');
	await soon();
	await vi.advanceTimersByTimeAsync(60);
	started[0]!.answer(compiled);
	await hard;
	const all = ['quick', 'other', 'hard', 'third'].map(compile);
	expect(begun).toEqual(['hard', 'hard']);
	for (let turn = 0; turn < 2; turn++) {
		await soon();
		started.forEach(({ answer }) => answer(compiled));
	}
	await Promise.all(all);
});
