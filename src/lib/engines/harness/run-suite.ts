import * as vitest from 'vitest';
import { TestRunner } from 'vitest';
import { startTests } from 'vitest/internal/browser';
import type { VitestRunner } from '@vitest/runner';
import type { Failure, TestResult } from '../../contract/report.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import { describeFailure } from './failure.ts';
import { now } from './natives.ts';
import { notes, privateGlobal } from './private-registry.ts';
import { putInOrder } from './setting/put-in-order.ts';
import { setting } from './setting/setting.ts';
import { config, SUITE_PATH } from './worker-state.ts';

type Task = import('vitest').RunnerTask;
export type Test = import('vitest').RunnerTestCase;
type File = import('vitest').RunnerTestFile;

/** What a suite imports from "vitest". A fresh object: the suite cannot change the harness's own. */
export const api: Readonly<Record<string, unknown>> = Object.freeze(
	Object.assign(Object.create(null) as Record<string, unknown>, {
		...vitest,
		TestRunner: undefined,
		BenchmarkRunner: undefined
	})
);

const traces = {
	$: (_name: string, options: unknown, run?: unknown) =>
		typeof options === 'function' ? options() : (run as () => unknown)()
};

const worker = () =>
	privateGlobal.__vitest_worker__ as { current?: Task; evaluatedModules: { idToModuleMap: unknown } };

/** "group > test": Vitest's own way to name a test in full. */
function fullName(task: Task): string {
	const names: string[] = [];
	for (let at: Task | undefined = task; at && !('filepath' in at); at = at.suite) names.unshift(at.name);
	return names.join(' > ');
}

export function currentTestName(): string | null {
	const task = worker().current;
	return task && task.type === 'test' ? fullName(task) : null;
}

/** Tests under way, until all that they left unawaited has been told. */
const running = new Set<Test>();

/** Tests under way. */
export const testsUnderWay = (): ReadonlySet<Test> => running;

/** Full name of the only test under way; null where there is none, or several at once. */
export function onlyTest(): string | null {
	// One that skips itself says nothing of its end.
	const [first, ...others] = [...running].filter(({ mode }) => mode !== 'skip');
	return first && others.length === 0 ? fullName(first) : null;
}

function toResult(task: Test, fallback: Failure | null): TestResult {
	const state = task.result?.state;
	const error = task.result?.errors?.[0];
	const failed = state === 'fail' || (fallback !== null && state !== 'pass');
	return {
		name: fullName(task),
		state: failed ? 'fail' : state === 'pass' ? 'pass' : 'skipped',
		durationMs: task.result?.duration ?? 0,
		failure: failed ? (error ? describeFailure(error, 'error') : fallback) : null
	};
}

function collectTests(tasks: readonly Task[], into: Test[] = []): Test[] {
	for (const task of tasks) {
		if (task.type === 'test') into.push(task);
		else collectTests(task.tasks, into);
	}
	return into;
}

/** A failed hook fails its group: its error is the failure of the tests that never ran. */
function groupFailure(task: Test): Failure | null {
	for (let at: Task | undefined = task.suite ?? task.file; at; at = at.suite) {
		const error = at.result?.errors?.[0];
		if (error) return describeFailure(error, 'error');
	}
	const fileError = task.file.result?.errors?.[0];
	return fileError ? describeFailure(fileError, 'error') : null;
}

export interface SuiteOutcome {
	tests: TestResult[];
	/** What the suite's file threw while it was collected: usually the learner's file throwing when loaded. */
	loadFailure: Failure | null;
	durationMs: number;
}

export interface SuiteOptions {
	testTimeout: number;
	collectOnly?: boolean;
	/** Awaited at the end of each test, before it is told. */
	settle?: () => Promise<void>;
	onTest?: (result: TestResult, test: Test) => void;
	onResetModules?: () => void;
	/** All tests, in their order, before the first begins: they can be left out. */
	onCollected?: (tests: readonly Test[]) => void;
	onStart?: (test: Test) => void;
	/** Whether a test may not read how long it may take. */
	hideTimeout?: boolean;
	/** Default: that of the setting. */
	order?: RunSetting['order'];
}

/**
 * Runs (or only collects) one suite with Vitest's own runner. `load` evaluates the suite's file.
 * `onTest` is called as each test ends.
 */
export async function runSuite(load: () => Promise<unknown>, options: SuiteOptions): Promise<SuiteOutcome> {
	config.testTimeout = options.testTimeout;
	// Vitest walks over this map to forget modules (`forEach`) and to wait for them (iteration).
	worker().evaluatedModules.idToModuleMap = Object.assign(new Map(), {
		forEach: () => options.onResetModules?.()
	});
	const runner: VitestRunner & { onBeforeRunTask(task: Test): unknown; onAfterRunTask(task: Test): unknown } =
		new TestRunner(config as never) as never;
	Object.assign(runner, { _otel: traces });
	runner.importFile = load;
	runner.onTestAnnotate = async (_task, annotation) => annotation;
	const ended = new Set<string>();
	const beforeTask = runner.onBeforeRunTask.bind(runner);
	runner.onBeforeRunTask = (task: Test) => {
		if (task.mode === 'run' || task.mode === 'queued') {
			running.add(task);
			options.onStart?.(task);
		}
		return beforeTask(task);
	};
	const afterTask = runner.onAfterRunTask.bind(runner);
	runner.onAfterRunTask = async (task: Test) => {
		afterTask(task);
		if (ended.has(task.id)) return;
		ended.add(task.id);
		await options.settle?.();
		running.delete(task);
		// A soft failure or a `fails` test is settled only now, so the state is read here.
		options.onTest?.(toResult(task, null), task);
	};
	runner.onCollected = async (files) => {
		files.forEach(({ tasks }) => putInOrder(tasks, options.order ?? setting.order));
		const all = files.flatMap(({ tasks }) => collectTests(tasks));
		// Its limit stands already: what a test reads here must not tell it which run this is.
		if (options.hideTimeout) for (const test of all) test.timeout = 0;
		options.onCollected?.(all);
	};
	if (options.collectOnly) runner.onBeforeRunSuite = async (suite) => void (suite.mode = 'skip');

	notes.clear();
	running.clear();
	const started = now();
	const files: File[] = await startTests(
		[{ filepath: SUITE_PATH, fileTags: [], testLocations: undefined }] as never,
		runner
	);
	const file = files[0];
	if (!file) return { tests: [], loadFailure: null, durationMs: now() - started };
	const tests = collectTests(file.tasks);
	const loadError = tests.length === 0 ? file.result?.errors?.[0] : undefined;
	return {
		tests: tests.map((test) => toResult(test, groupFailure(test))),
		loadFailure: loadError ? describeFailure(loadError, 'load') : null,
		durationMs: now() - started
	};
}
