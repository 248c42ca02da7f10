import { describe, expect, test, vi } from 'vitest';
import type { Compiler, CompileResult } from './compile/compiler.ts';
import { OUTPUT_CHARS } from './contract/plan.ts';
import { FakeEngine } from './engines/fake.ts';
import { runCode } from './kinds/code/run.ts';
import type { CodeRunnable } from './kinds/code-workbench.ts';
import { runPipeline, type PipelineInput } from './pipeline.ts';

const exercise: CodeRunnable = {
	id: 'a/b',
	hash: 'hash',
	kind: 'code',
	need: 'worker',
	files: [],
	entry: 'main.js',
	packages: {},
	mocked: [],
	timeLimitMs: 700,
	points: 10,
	hasExamples: true,
	allowPrototype: true,
	allowsUnhandled: [],
	serves: false
};
const script = { code: 'code', map: 'map', pages: {} };
const suite = {
	hash: 'h',
	code: 'suite',
	statics: ['main.js'],
	expected: ['one', 'two'],
	translations: { tests: {}, messages: {} }
};
const broken = { severity: 'error', text: 'x', code: 'unexpected-end', params: {}, location: null } as const;

function setUp(
	change: Partial<PipelineInput> = {},
	compiled: CompileResult = { ok: true, script, warnings: [] }
) {
	const engine = new FakeEngine();
	const controller = new AbortController();
	const compile = vi.fn(async () => compiled);
	const compiler: Compiler = { compile };
	const input: PipelineInput = {
		mode: 'check',
		runId: 'run',
		kind: runCode,
		exercise,
		submission: { 'main.js': 'x' },
		suite: async () => suite,
		signal: controller.signal,
		...change
	};
	const outcome = runPipeline(input, compiler, () => engine.boot());
	return { engine, controller, compile, outcome };
}
const begun = async (engine: FakeEngine) => {
	await vi.waitFor(() => expect(engine.runs).toHaveLength(1));
	return engine.runs[0]!;
};

describe('the arrow', () => {
	test('a check is compiled, run and graded', async () => {
		const { engine, outcome } = setUp();
		const run = await begun(engine);
		expect(run.plan).toEqual({
			version: 1,
			runId: 'run',
			exercise: { id: 'a/b', hash: 'hash' },
			mode: 'check',
			need: 'worker',
			submission: { 'main.js': 'x' },
			files: { 'main.js': 'x' },
			packages: { versions: {}, code: null },
			learner: script,
			entry: 'main.js',
			suite: { code: 'suite', statics: ['main.js'], expected: ['one', 'two'] },
			runs: [{ id: 'suite', input: null }],
			limits: { timeMs: 700, outputChars: OUTPUT_CHARS },
			allowPrototype: true,
			allowsUnhandled: []
		});
		run.finish(true);
		const { report, grade } = await outcome;
		expect(report.status).toBe('ran');
		expect(grade).toMatchObject({ passed: true, points: 10, trust: 'practised' });
	});

	test('a run is not graded, and may have no suite', async () => {
		const { engine, outcome } = setUp({ mode: 'run', suite: async () => null });
		const run = await begun(engine);
		expect(run.plan.suite).toBeNull();
		run.finish(true);
		expect((await outcome).grade).toBeNull();
	});

	test('a compile error never reaches the engine, and is graded', async () => {
		const { engine, outcome } = setUp({}, { ok: false, diagnostics: [broken] });
		const { report, grade } = await outcome;
		expect(engine.runs).toHaveLength(0);
		expect(report).toMatchObject({ runId: 'run', status: 'compile-error', diagnostics: [broken], runs: [] });
		expect(grade).toMatchObject({ passed: false, codes: [{ code: 'compile-error', params: { count: 1 } }] });
	});

	test('the page hears the engine’s events', async () => {
		const onEvent = vi.fn();
		const { engine, outcome } = setUp({ onEvent });
		const run = await begun(engine);
		run.emit({ type: 'started', runId: 'run', run: 'suite' });
		run.finish(false);
		await outcome;
		expect(onEvent).toHaveBeenCalledExactlyOnceWith({ type: 'started', runId: 'run', run: 'suite' });
	});
});

describe('what ends without a report', () => {
	test('an abort while it compiles: the engine is never asked', async () => {
		const { engine, controller, outcome } = setUp();
		controller.abort(new Error('stopped'));
		await expect(outcome).rejects.toThrow('stopped');
		expect(engine.runs).toHaveLength(0);
	});

	test('an abort while it runs reaches the engine', async () => {
		const { engine, controller, outcome } = setUp();
		const run = await begun(engine);
		controller.abort(new Error('stopped'));
		await expect(outcome).rejects.toThrow('stopped');
		expect(run.aborted).toBe(true);
	});

	test('a suite that cannot be had is our own fault', async () => {
		const { engine, outcome } = setUp({ suite: () => Promise.reject(new Error('offline')) });
		await expect(outcome).rejects.toThrow('offline');
		expect(engine.runs).toHaveLength(0);
	});
});
