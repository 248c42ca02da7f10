import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CompiledSuite } from '../../contract/exercise.ts';
import type { Wait } from '../../engines/engine.ts';
import { COMPILE_DELAY_MS } from '../compile/compile-ahead.ts';
import { WorkspaceFault } from '../run/fault.ts';
import type { Storage } from '../storage/storage.ts';
import {
	createBench,
	exercise,
	settle,
	suite,
	type SessionBench
} from '../../../../tests/support/session-bench.ts';
import type { CodeSession } from './code-session.ts';

let bench: SessionBench;
let session: CodeSession;

beforeEach(async () => {
	vi.useFakeTimers();
	bench = await createBench();
	session = await bench.open();
});
afterEach(() => {
	session.dispose();
	vi.useRealTimers();
});

test('a check that passes is graded, kept and counted once', async () => {
	void session.session.start('check');
	await settle();
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.grade).toMatchObject({ passed: true, points: 10 });
	expect(session.state.progress).toMatchObject({ attempts: 1, passed: 'practised' });
	expect(session.state.before).toBeNull();
	expect(bench.endings()).toEqual(['done']);
});

test('a check pressed before the texts were read begins when they were, once, with the learner’s own', async () => {
	session.texts.change('main.js', 'mine');
	await settle();
	session.dispose();
	const opening = bench.open();
	session = await opening;
	session.dispose();
	let arrive: (storage: Storage) => void = () => undefined;
	const late = new Promise<Storage>((resolve) => (arrive = resolve));
	const early = await bench.open(exercise, late);
	void early.session.start('check');
	void early.session.start('check');
	expect(early.state.run).toEqual({ kind: 'queued', mode: 'check' });
	arrive(bench.storage);
	await settle();
	expect(bench.engine.runs).toHaveLength(1);
	expect(bench.compiler.sources.at(-1)?.files['main.js']).toBe('mine');
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(early.state).toMatchObject({ run: { kind: 'done' }, progress: { attempts: 1 } });
	early.dispose();
});

test('a check that waits to begin can be taken back', async () => {
	let arrive: (storage: Storage) => void = () => undefined;
	const early = await bench.open(exercise, new Promise<Storage>((resolve) => (arrive = resolve)));
	void early.session.start('check');
	early.session.stop();
	arrive(bench.storage);
	await settle();
	expect(early.state.run.kind).toBe('cancelled');
	expect(bench.engine.runs).toHaveLength(0);
	early.dispose();
});

test('a second click while a run goes on starts nothing', async () => {
	void session.session.start('check');
	void session.session.start('check');
	void session.session.start('run');
	await settle();
	void session.session.start('check');
	await settle();
	expect(bench.engine.runs).toHaveLength(1);
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(bench.endings()).toEqual(['done']);
	expect(session.state.progress?.attempts).toBe(1);
});

test('stopping aborts the engine, ends once, counts nothing, and a new run can start at once', async () => {
	void session.session.start('check');
	await settle();
	session.session.stop();
	session.session.stop();
	expect(session.state.run.kind).toBe('cancelled');
	expect(bench.engine.runs[0]?.aborted).toBe(true);
	void session.session.start('check');
	await settle();
	bench.engine.runs[0]?.finish(false);
	bench.engine.runs[1]?.finish(true);
	await settle();
	expect(bench.endings()).toEqual(['cancelled', 'done']);
	expect(session.state.finished?.report.runId).toBe('run-2');
	expect(session.state.progress?.attempts).toBe(1);
});

test('what a stopped run still prints is dropped', async () => {
	const entry = { level: 'log' as const, text: 'late', test: null };
	void session.session.start('run');
	await settle();
	session.session.stop();
	void session.session.start('run');
	await settle();
	bench.engine.runs[0]?.emit({ type: 'console', runId: 'run-1', run: 'suite', entries: [entry] });
	bench.engine.runs[1]?.emit({ type: 'console', runId: 'run-1', run: 'suite', entries: [entry] });
	expect(session.state.console).toEqual([]);
	bench.engine.runs[1]?.emit({
		type: 'console',
		runId: 'run-2',
		run: 'suite',
		entries: [{ ...entry, text: 'now' }]
	});
	expect(session.state.console.map(({ text }) => text)).toEqual(['now']);
});

test('leaving the page aborts the run, and nothing changes any more', async () => {
	void session.session.start('check');
	await settle();
	session.dispose();
	const count = bench.states.length;
	expect(bench.engine.runs[0]?.aborted).toBe(true);
	bench.engine.runs[0]?.finish(true);
	void session.session.start('check');
	await settle();
	expect(bench.states).toHaveLength(count);
	expect(bench.engine.runs).toHaveLength(1);
	expect(await bench.storage.progressOf(exercise.id)).toBeNull();
});

test('stopping while the suite is still on its way runs nothing later', async () => {
	let arrive: (value: CompiledSuite) => void = () => undefined;
	bench.fetchSuite = () => new Promise((resolve) => (arrive = resolve));
	void session.session.start('check');
	await settle();
	expect(session.state.run).toMatchObject({ kind: 'preparing', waiting: ['suite'] });
	session.session.stop();
	arrive(suite);
	await settle();
	expect(bench.engine.runs).toHaveLength(0);
	expect(bench.endings()).toEqual(['cancelled']);
});

test('a suite that cannot be had is our fault: no attempt, and the next click tries again', async () => {
	bench.fetchSuite = () => Promise.reject(new WorkspaceFault('changed'));
	await session.session.start('check');
	expect(session.state.run).toMatchObject({ kind: 'failed', code: 'changed' });
	expect(session.state.progress).toBeNull();
	bench.fetchSuite = () => Promise.resolve(suite);
	void session.session.start('check');
	await settle();
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.run.kind).toBe('done');
});

test('an engine that does not boot is our fault, and is booted again at the next click', async () => {
	bench.engine.bootError = new Error('blocked');
	await session.session.start('check');
	expect(session.state.run).toMatchObject({ kind: 'failed', code: 'engine' });
	bench.engine.bootError = null;
	void session.session.start('check');
	await settle();
	expect(bench.engine.boots).toBe(2);
	expect(bench.engine.runs).toHaveLength(1);
});

test('a run that the engine could not do does not count', async () => {
	void session.session.start('check');
	await settle();
	bench.engine.runs[0]?.finish(false, { status: 'engine-failed', runs: [] });
	await settle();
	expect(session.state.finished?.grade).toMatchObject({ counts: false });
	expect(session.state.progress).toBeNull();
	expect(bench.engine.disposed).toBe(1);
});

test('the report says why this engine ran', async () => {
	void session.session.start('check');
	await settle();
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.report.engine).toEqual({ id: 'fake', reason: 'default' });
});

test('what a run waits for is shown, its log grows, and both are gone when it starts', async () => {
	void session.session.start('check');
	await settle();
	const [run] = bench.engine.runs;
	const wait = (wait: Wait) => run?.emit({ type: 'waiting', runId: run.plan.runId, wait });
	wait({ step: 'mounting' });
	wait({ step: 'installing', log: 'added 1' });
	wait({ step: 'installing', log: ' package' });
	expect(session.state.wait).toEqual({ step: 'installing', log: 'added 1 package' });
	run?.emit({ type: 'started', runId: run.plan.runId, run: 'suite' });
	expect(session.state.wait).toBeNull();
	run?.finish(true);
});

const QUEUED: Wait = { step: 'queued', position: 1, seconds: 1 };

test('a run that is stopped while it waits waits no more, and late news of it is dropped', async () => {
	void session.session.start('check');
	await settle();
	const [run] = bench.engine.runs;
	run?.emit({ type: 'waiting', runId: run.plan.runId, wait: QUEUED });
	expect(session.state.wait?.step).toBe('queued');
	session.session.stop();
	run?.emit({ type: 'waiting', runId: run.plan.runId, wait: QUEUED });
	expect(session.state).toMatchObject({ wait: null, run: { kind: 'cancelled' } });
	expect(run?.aborted).toBe(true);
});

test('a compile error ends the run without the engine', async () => {
	bench.compiler.result = { ok: false, diagnostics: [] };
	await session.session.start('check');
	expect(session.state.finished?.report.status).toBe('compile-error');
	expect(bench.engine.runs).toHaveLength(0);
});

test('a click finds the text already compiled', async () => {
	session.texts.change('main.js', 'a');
	session.texts.change('main.js', 'ab');
	session.texts.change('main.js', 'abc');
	await vi.advanceTimersByTimeAsync(COMPILE_DELAY_MS + 1);
	expect(bench.compiler.sources.map(({ files }) => files['main.js'])).toEqual(['abc']);
	void session.session.start('check');
	await settle();
	expect(bench.compiler.sources).toHaveLength(1);
	expect(bench.engine.runs[0]?.plan.learner.code).toBe('x');
});

test('a compilation that failed in the background is tried again by the click', async () => {
	bench.compiler.result = new Error('network');
	session.texts.change('main.js', 'a');
	await vi.advanceTimersByTimeAsync(COMPILE_DELAY_MS + 1);
	bench.compiler.result = { ok: true, script: { code: 'x', map: '{}', pages: {} }, warnings: [] };
	void session.session.start('check');
	await settle();
	expect(bench.engine.runs).toHaveLength(1);
});

test('what is typed during a run does not change what is judged', async () => {
	void session.session.start('check');
	session.texts.change('main.js', 'later');
	await settle();
	expect(bench.compiler.sources[0]?.files['main.js']).toBe('start');
	bench.engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.submission['main.js']).toBe('start');
});
