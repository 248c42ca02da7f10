import './worker-state.ts';
import { describe, expect, test, vi } from 'vitest';
import type { Failure, TestResult } from '../../contract/report.ts';
import { canariesHold } from './canaries.ts';
import { captureConsole } from './console-capture.ts';
import { describeFailure } from './failure.ts';
import { freezeIntrinsics, removeGlobals } from './harden.ts';
import { createModules, type LearnerFunction, type Modules } from './modules.ts';
import { defineProperty, now, randomName } from './natives.ts';
import { trackTimers } from './pending-timers.ts';
import { privateGlobal } from './private-registry.ts';
import { LEARNER_SCRIPT, SUITE_SCRIPT, type RunRequest, type SandboxHost } from './protocol.ts';
import { api, currentTestName, runSuite } from './run-suite.ts';

type SuiteFunction = (api: object, learner: Pick<Modules, 'import' | 'loaded'>) => Promise<void>;

const LEARNER_PARAMETERS = '__passerelle_define__, __passerelle_require__, __passerelle_meta__';
const SUITE_PARAMETERS = '__passerelle_api__, __passerelle_learner__';

/** Runs a small suite once, so that Vitest's code is compiled before the learner's click. */
async function warmUp(): Promise<void> {
	const load = async () => {
		describe('warm', () => {
			test('passes', () => expect({ a: [1, 'b'] }).toEqual({ a: [1, 'b'] }));
			test('fails', () => expect([1, 2, 3], 'note').toEqual([1, 2, 4]));
			test('spies', () => expect(vi.fn(() => 1)()).toBe(1));
			test.each([['abc', 'abd']])('%s is not %s', async (a, b) => expect(a).toBe(b));
		});
	};
	await runSuite(load, { testTimeout: 1000 });
	await canariesHold();
}

/** Takes the function that a script hands over through a global whose name nobody can guess. */
function loadFunction(host: SandboxHost, body: string, parameters: string, name: string): unknown {
	const hook = randomName();
	let taken: unknown;
	defineProperty(globalThis, hook, { value: (fn: unknown) => void (taken = fn), configurable: true });
	try {
		host.load(`${hook}(async function (${parameters}) {"use strict";\n${body}\n})\n//# sourceURL=${name}`);
	} finally {
		Reflect.deleteProperty(globalThis, hook);
	}
	return taken;
}

/** Readies the realm: Vitest warm, globals removed, intrinsics frozen. Returns the function that runs one request. */
export async function bootSandbox(
	host: SandboxHost,
	options: { harden: boolean }
): Promise<(request: RunRequest) => Promise<void>> {
	await warmUp();
	removeGlobals(host.keepGlobals);
	if (options.harden) freezeIntrinsics(host.keepGlobals);
	host.send({ type: 'ready' });
	return (request) => run(host, request);
}

async function run(host: SandboxHost, request: RunRequest): Promise<void> {
	const { nonce, limits } = request;
	const started = now();
	const send = host.send;
	send({ type: 'started', nonce });
	const output = captureConsole(limits.outputChars, currentTestName, (entries, truncated) =>
		send({ type: 'console', nonce, entries, truncated })
	);
	let tests: TestResult[] = [];
	let failure: Failure | null = null;
	try {
		const learner = loadFunction(host, request.learner, LEARNER_PARAMETERS, LEARNER_SCRIPT) as LearnerFunction;
		const suite = request.suite && (loadFunction(host, request.suite.code, SUITE_PARAMETERS, SUITE_SCRIPT) as SuiteFunction);
		if (request.mode === 'run') failure = await runEntry(learner, request.entry);
		if (suite && !failure) {
			const modules = createModules(learner);
			privateGlobal.__vitest_mocker__ = modules.mocker;
			const load = async () => {
				await modules.loadStatics(request.suite?.statics ?? []);
				await suite(api, { import: modules.import, loaded: modules.loaded });
			};
			const outcome = await runSuite(load, {
				// Half the run's time: one test that waits for ever leaves time for the others.
				testTimeout: limits.timeMs / 2,
				collectOnly: request.mode === 'collect',
				onTest: (result) => send({ type: 'test', nonce, test: result }),
				onResetModules: modules.reset
			});
			tests = outcome.tests;
			failure = outcome.loadFailure;
		}
	} catch (error) {
		failure = describeFailure(error, 'error');
	}
	output.flush();
	const intact = await canariesHold();
	const ran = tests.length > 0 || failure !== null || request.suite === null;
	const status = !intact ? 'tampered' : ran ? 'ran' : 'nothing-ran';
	send({ type: 'done', nonce, status, tests, failure, durationMs: now() - started });
}

/** Starts the learner's program and waits until it has nothing left to do. Returns what it threw. */
async function runEntry(learner: LearnerFunction, entry: string): Promise<Failure | null> {
	const timers = trackTimers();
	try {
		await createModules(learner).load(entry);
		await timers.idle();
		return timers.error === undefined ? null : describeFailure(timers.error.thrown, 'error');
	} catch (error) {
		return describeFailure(error, 'error');
	} finally {
		timers.restore();
	}
}
