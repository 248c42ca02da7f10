import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CompileResult, Compiler, LearnerSource } from '../../compile/compiler.ts';
import type { CompiledSuite } from '../../contract/exercise.ts';
import type { PublicCode } from '../../kinds/code/runnable.ts';
import type { Wait } from '../../engines/engine.ts';
import { FakeEngine } from '../../engines/fake.ts';
import { COMPILE_DELAY_MS } from '../compile/compile-ahead.ts';
import { EngineHost } from '../engines/engine-host.ts';
import { resultKeeper } from '../run/kept-result.ts';
import { WorkspaceFault } from '../run/fault.ts';
import { memoryBackend } from '../storage/storage-backend.ts';
import { createStorage, type Storage } from '../storage/storage.ts';
import { CodeSession, type CodeState } from './code-session.ts';

const exercise: PublicCode = {
	id: 'programming/shout',
	hash: 'h1',
	locale: 'fr',
	title: 'Crier',
	kind: 'code',
	workbench: 'code',
	need: 'worker',
	briefHtml: '',
	hintsHtml: ['a', 'b'],
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	],
	entry: 'main.js',
	timeLimitMs: 2000,
	points: 10,
	level: 1,
	minutes: 10,
	skills: ['functions'],
	prerequisites: [],
	allowPrototype: false,
	allowsUnhandled: [],
	hasExamples: true,
	mocked: [],
	packages: {},
	serves: false,
	textLocale: 'fr',
	origin: null
};
const suite: CompiledSuite = {
	hash: 'h1',
	code: '',
	statics: [],
	expected: ['adds', 'shouts'],
	translations: { tests: { adds: 'additionne' }, messages: {} }
};

/** One engine, as if it were the only one there is. */
const hostOf = (only: FakeEngine): EngineHost =>
	new EngineHost({
		load: () => Promise.resolve(only),
		facts: () => ({
			need: 'worker',
			device: { isolated: true, workers: true, ios: false, memoryGb: null, slowLine: false },
			operator: { webcontainer: false, remote: false, prefer: [] },
			online: true
		}),
		preflight: () => Promise.resolve('unknown'),
		agreement: { read: () => null, write: () => undefined },
		wish: { read: () => null, write: () => undefined }
	});

class FakeCompiler implements Compiler {
	readonly sources: LearnerSource[] = [];
	result: CompileResult | Error = { ok: true, script: { code: 'x', map: '{}', pages: {} }, warnings: [] };

	async compile(source: LearnerSource): Promise<CompileResult> {
		this.sources.push(source);
		if (this.result instanceof Error) throw this.result;
		return this.result;
	}
}

let engine: FakeEngine;
let compiler: FakeCompiler;
let storage: Storage;
let states: CodeState[];
let session: CodeSession;
/** What the tab's storage holds; null: none. */
let keptInTab: Parameters<typeof resultKeeper>[0] = null;
let fetchSuite: () => Promise<CompiledSuite | null>;

/** Lets everything that is ready to go on, go on. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function open(
	target = exercise,
	kept: Promise<Storage> = Promise.resolve(storage),
	tab = keptInTab
): Promise<CodeSession> {
	let run = 0;
	let second = 0;
	const opened = new CodeSession(
		target,
		{
			compiler,
			engine: hostOf(engine),
			suite: () => fetchSuite(),
			keptSuite: () => null,
			storage: kept,
			kept: resultKeeper(tab, target),
			now: () => `2026-11-22T10:00:${String(10 + second++)}.000Z`,
			newRunId: () => `run-${++run}`
		},
		(state) => states.push(state)
	);
	await settle();
	return opened;
}

/** How often a run ended, by kind. */
const endings = (): string[] => {
	const ended: string[] = [];
	let last: unknown = null;
	for (const { run } of states) {
		if (run !== last && ['done', 'failed', 'cancelled'].includes(run.kind)) ended.push(run.kind);
		last = run;
	}
	return ended;
};

beforeEach(async () => {
	vi.useFakeTimers();
	engine = new FakeEngine();
	compiler = new FakeCompiler();
	storage = await createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2026',
		device: 'here'
	});
	states = [];
	fetchSuite = () => Promise.resolve(suite);
	session = await open();
});
afterEach(() => {
	session.dispose();
	vi.useRealTimers();
});

test('a check that passes is graded, kept and counted once', async () => {
	void session.session.start('check');
	await settle();
	engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.grade).toMatchObject({ passed: true, points: 10 });
	expect(session.state.progress).toMatchObject({ attempts: 1, passed: 'practised' });
	expect(session.state.before).toBeNull();
	expect(endings()).toEqual(['done']);
});

test('a check pressed before the texts were read begins when they were, once, with the learner’s own', async () => {
	session.texts.change('main.js', 'mine');
	await settle();
	session.dispose();
	const opening = open();
	session = await opening;
	session.dispose();
	let arrive: (storage: Storage) => void = () => undefined;
	const late = new Promise<Storage>((resolve) => (arrive = resolve));
	const early = await open(exercise, late);
	void early.session.start('check');
	void early.session.start('check');
	expect(early.state.run).toEqual({ kind: 'queued', mode: 'check' });
	arrive(storage);
	await settle();
	expect(engine.runs).toHaveLength(1);
	expect(compiler.sources.at(-1)?.files['main.js']).toBe('mine');
	engine.runs[0]?.finish(true);
	await settle();
	expect(early.state).toMatchObject({ run: { kind: 'done' }, progress: { attempts: 1 } });
	early.dispose();
});

test('a check that waits to begin can be taken back', async () => {
	let arrive: (storage: Storage) => void = () => undefined;
	const early = await open(exercise, new Promise<Storage>((resolve) => (arrive = resolve)));
	void early.session.start('check');
	early.session.stop();
	arrive(storage);
	await settle();
	expect(early.state.run.kind).toBe('cancelled');
	expect(engine.runs).toHaveLength(0);
	early.dispose();
});

test('a second click while a run goes on starts nothing', async () => {
	void session.session.start('check');
	void session.session.start('check');
	void session.session.start('run');
	await settle();
	void session.session.start('check');
	await settle();
	expect(engine.runs).toHaveLength(1);
	engine.runs[0]?.finish(true);
	await settle();
	expect(endings()).toEqual(['done']);
	expect(session.state.progress?.attempts).toBe(1);
});

test('stopping aborts the engine, ends once, counts nothing, and a new run can start at once', async () => {
	void session.session.start('check');
	await settle();
	session.session.stop();
	session.session.stop();
	expect(session.state.run.kind).toBe('cancelled');
	expect(engine.runs[0]?.aborted).toBe(true);
	void session.session.start('check');
	await settle();
	engine.runs[0]?.finish(false);
	engine.runs[1]?.finish(true);
	await settle();
	expect(endings()).toEqual(['cancelled', 'done']);
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
	engine.runs[0]?.emit({ type: 'console', runId: 'run-1', run: 'suite', entries: [entry] });
	engine.runs[1]?.emit({ type: 'console', runId: 'run-1', run: 'suite', entries: [entry] });
	expect(session.state.console).toEqual([]);
	engine.runs[1]?.emit({
		type: 'console',
		runId: 'run-2',
		run: 'suite',
		entries: [{ ...entry, text: 'now' }]
	});
	expect(session.state.console.map(({ text }) => text)).toEqual(['now']);
});

const line = (text: string, during: string | null = null) => ({ level: 'log', text, test: during }) as const;
/** What a run that printed this is changed by in the fake's report. */
const printing = (runIndex: number, entries: ReturnType<typeof line>[]): void => {
	const { plan } = engine.runs[runIndex]!;
	const tests = (plan.suite?.expected ?? []).map(
		(name) => ({ name, state: 'pass', durationMs: 1, failure: null }) as const
	);
	const run = { ...EMPTY_RUN, id: plan.runs[0]!.id, tests, console: entries };
	engine.runs[runIndex]!.finish(true, { runs: [run] });
};
const EMPTY_RUN = {
	status: 'ran' as const,
	failure: null,
	unhandled: [],
	consoleTruncated: false,
	durationMs: 1
};
const shownLines = (): string[] => session.state.console.map(({ text }) => text);

test('what a run printed stays in sight while a check goes on, and what its tests print comes below', async () => {
	session = await open();
	void session.session.start('run');
	await settle();
	printing(0, [line('Hello')]);
	await settle();
	expect(shownLines()).toEqual(['Hello']);
	void session.session.start('check');
	await settle();
	expect(shownLines()).toEqual(['Hello']);
	const entries = [line('tested', 'adds')];
	engine.runs[1]?.emit({ type: 'console', runId: 'run-2', run: 'suite', entries });
	expect(shownLines()).toEqual(['Hello', 'tested']);
	printing(1, entries);
	await settle();
	expect(shownLines()).toEqual(['Hello', 'tested']);
	// A check that begins the program itself is the newer run of it.
	void session.session.start('check');
	await settle();
	printing(2, [line('Hello again'), line('tested', 'adds')]);
	await settle();
	expect(shownLines()).toEqual(['Hello again', 'tested']);
	void session.session.start('run');
	await settle();
	expect(shownLines()).toEqual([]);
});

test('starting over takes the verdict and the output back, and ends a run that goes on', async () => {
	session = await open();
	session.texts.change('main.js', 'mine');
	void session.session.start('check');
	await settle();
	printing(0, [line('tested', 'adds')]);
	await settle();
	expect(session.state.finished).not.toBeNull();
	void session.session.start('check');
	await settle();
	session.texts.reset();
	await settle();
	expect(session.state).toMatchObject({ finished: null, console: [], run: { kind: 'idle' } });
	expect(engine.runs[1]?.aborted).toBe(true);
});

test('leaving the page aborts the run, and nothing changes any more', async () => {
	void session.session.start('check');
	await settle();
	session.dispose();
	const count = states.length;
	expect(engine.runs[0]?.aborted).toBe(true);
	engine.runs[0]?.finish(true);
	void session.session.start('check');
	await settle();
	expect(states).toHaveLength(count);
	expect(engine.runs).toHaveLength(1);
	expect(await storage.progressOf(exercise.id)).toBeNull();
});

test('stopping while the suite is still on its way runs nothing later', async () => {
	let arrive: (value: CompiledSuite) => void = () => undefined;
	fetchSuite = () => new Promise((resolve) => (arrive = resolve));
	void session.session.start('check');
	await settle();
	expect(session.state.run).toMatchObject({ kind: 'preparing', waiting: ['suite'] });
	session.session.stop();
	arrive(suite);
	await settle();
	expect(engine.runs).toHaveLength(0);
	expect(endings()).toEqual(['cancelled']);
});

test('a suite that cannot be had is our fault: no attempt, and the next click tries again', async () => {
	fetchSuite = () => Promise.reject(new WorkspaceFault('changed'));
	await session.session.start('check');
	expect(session.state.run).toMatchObject({ kind: 'failed', code: 'changed' });
	expect(session.state.progress).toBeNull();
	fetchSuite = () => Promise.resolve(suite);
	void session.session.start('check');
	await settle();
	engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.run.kind).toBe('done');
});

test('an engine that does not boot is our fault, and is booted again at the next click', async () => {
	engine.bootError = new Error('blocked');
	await session.session.start('check');
	expect(session.state.run).toMatchObject({ kind: 'failed', code: 'engine' });
	engine.bootError = null;
	void session.session.start('check');
	await settle();
	expect(engine.boots).toBe(2);
	expect(engine.runs).toHaveLength(1);
});

test('a run that the engine could not do does not count', async () => {
	void session.session.start('check');
	await settle();
	engine.runs[0]?.finish(false, { status: 'engine-failed', runs: [] });
	await settle();
	expect(session.state.finished?.grade).toMatchObject({ counts: false });
	expect(session.state.progress).toBeNull();
	expect(engine.disposed).toBe(1);
});

test('the report says why this engine ran', async () => {
	void session.session.start('check');
	await settle();
	engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.report.engine).toEqual({ id: 'fake', reason: 'default' });
});

test('what a run waits for is shown, its log grows, and both are gone when it starts', async () => {
	void session.session.start('check');
	await settle();
	const [run] = engine.runs;
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
	const [run] = engine.runs;
	run?.emit({ type: 'waiting', runId: run.plan.runId, wait: QUEUED });
	expect(session.state.wait?.step).toBe('queued');
	session.session.stop();
	run?.emit({ type: 'waiting', runId: run.plan.runId, wait: QUEUED });
	expect(session.state).toMatchObject({ wait: null, run: { kind: 'cancelled' } });
	expect(run?.aborted).toBe(true);
});

test('a compile error ends the run without the engine', async () => {
	compiler.result = { ok: false, diagnostics: [] };
	await session.session.start('check');
	expect(session.state.finished?.report.status).toBe('compile-error');
	expect(engine.runs).toHaveLength(0);
});

test('a click finds the text already compiled', async () => {
	session.texts.change('main.js', 'a');
	session.texts.change('main.js', 'ab');
	session.texts.change('main.js', 'abc');
	await vi.advanceTimersByTimeAsync(COMPILE_DELAY_MS + 1);
	expect(compiler.sources.map(({ files }) => files['main.js'])).toEqual(['abc']);
	void session.session.start('check');
	await settle();
	expect(compiler.sources).toHaveLength(1);
	expect(engine.runs[0]?.plan.learner.code).toBe('x');
});

test('a compilation that failed in the background is tried again by the click', async () => {
	compiler.result = new Error('network');
	session.texts.change('main.js', 'a');
	await vi.advanceTimersByTimeAsync(COMPILE_DELAY_MS + 1);
	compiler.result = { ok: true, script: { code: 'x', map: '{}', pages: {} }, warnings: [] };
	void session.session.start('check');
	await settle();
	expect(engine.runs).toHaveLength(1);
});

test('what is typed during a run does not change what is judged', async () => {
	void session.session.start('check');
	session.texts.change('main.js', 'later');
	await settle();
	expect(compiler.sources[0]?.files['main.js']).toBe('start');
	engine.runs[0]?.finish(true);
	await settle();
	expect(session.state.finished?.submission['main.js']).toBe('start');
});

test('hints open one at a time, are recorded, and stay open after a reload', async () => {
	session.session.openHint();
	session.session.openHint();
	session.session.openHint();
	await settle();
	expect(session.state.hintsOpened).toBe(2);
	session.dispose();
	session = await open();
	expect(session.state.hintsOpened).toBe(2);
});

/** A tab's storage. */
function tabStorage(): NonNullable<typeof keptInTab> {
	const texts = new Map<string, string>();
	return {
		getItem: (key) => texts.get(key) ?? null,
		setItem: (key, text) => void texts.set(key, text),
		removeItem: (key) => void texts.delete(key)
	};
}

test('a result is there again after a reload and in another language, and is gone with the text or the version', async () => {
	const tab = tabStorage();
	session = await open(exercise, undefined, tab);
	session.texts.change('main.js', 'mine');
	void session.session.start('check');
	await settle();
	printing(0, [line('tested', 'adds')]);
	await settle();
	const attempts = session.state.progress?.attempts;
	session.dispose();

	session = await open(exercise, undefined, tab);
	const { state } = session;
	expect(state.finished?.report.runId).toBe('run-1');
	expect(state.finished?.translations.tests).toEqual({ adds: 'additionne' });
	// About the work as it is: nobody is told that they have gone on.
	expect(state.finished?.submission).toBe(session.texts.submission);
	expect(shownLines()).toEqual(['tested']);
	expect(state.progress?.attempts).toBe(attempts);
	session.dispose();

	fetchSuite = async () => ({ ...suite, translations: { tests: { adds: 'telt op' }, messages: {} } });
	session = await open({ ...exercise, locale: 'nl' }, undefined, tab);
	expect(session.state.finished?.translations.tests).toEqual({ adds: 'telt op' });
	session.dispose();

	session = await open({ ...exercise, hash: 'h2' }, undefined, tab);
	expect(session.state.finished).toBeNull();
	session.dispose();

	session = await open(exercise, undefined, tab);
	session.texts.reset();
	session.dispose();
	session = await open(exercise, undefined, tab);
	expect(session.state.finished).toBeNull();
});
