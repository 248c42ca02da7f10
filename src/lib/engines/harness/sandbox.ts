import './worker-state.ts';
import { describe, expect, test, vi } from 'vitest';
import { RUN_MODULE } from '../../contract/modules.ts';
import type { Failure, TestResult } from '../../contract/report.ts';
import type { Baseline } from '../../contract/tested-program.ts';
import { bareCopy } from './bare-copy.ts';
import { canariesHold } from './canaries.ts';
import { captureConsole, type ConsoleCapture } from './console-capture.ts';
import { describeFailure } from './failure.ts';
import { createHoldGuard } from './hold-guard.ts';
import { freezeIntrinsics, removeGlobals } from './harden.ts';
import { hideProgram } from './hidden-program.ts';
import { createLoader, isNotRead, loadFunction, type ScriptLoader } from './load-scripts.ts';
import { createLostErrors } from './lost-errors.ts';
import { createModules, type LearnerFunction, type Modules } from './modules.ts';
import { now, setTimer } from './natives.ts';
import { trackTimers } from './pending-timers.ts';
import { privateGlobal } from './private-registry.ts';
import { createRejections, type Rejections } from './rejections.ts';
import { createRunModule } from './run-input.ts';
import {
	PACKAGES_SCRIPT,
	type HostMessage,
	type RunRequest,
	type SandboxHost,
	type SandboxMessage
} from './protocol.ts';
import {
	api,
	currentTestName,
	onlyTest,
	runSuite,
	type SuiteOptions,
	type SuiteOutcome
} from './run-suite.ts';
import { runBaseline, type TestedRuns } from './tested-program.ts';
import { tryBugs } from './try-bugs.ts';
import { bareWorld, type World, type WorldRun } from './world.ts';

const warmLearner: LearnerFunction = (define) =>
	define({
		'main.js': {
			format: 'module',
			sources: [],
			imports: [],
			passedOn: [],
			stars: [],
			later: [],
			unnamed: false,
			waits: false,
			*body() {
				yield { one: () => 1 };
			}
		}
	});

/** Runs a small suite once, so that Vitest's code is compiled before the learner's click. */
async function warmUp(settle: () => Promise<void>): Promise<void> {
	const load = async () => {
		await createModules(warmLearner, bareWorld).loadStatics(['main.js']);
		describe('warm', () => {
			test('passes', () => expect({ a: [1, 'b'] }).toEqual({ a: [1, 'b'] }));
			test('fails', () => expect([1, 2, 3], 'note').toEqual([1, 2, 4]));
			test('spies', () => expect(vi.fn(() => 1)()).toBe(1));
			test.each([['abc', 'abd']])('%s is not %s', async (a, b) => expect(a).toBe(b));
		});
	};
	await runSuite(load, { testTimeout: 1000, settle });
	await canariesHold();
}

/** In a page: while nobody asks for anything there is time, and later rounds run faster code. */
const PAGE_WARM_UPS = { rounds: 4, afterMs: 30 };

/** Runs the warm-up until a run begins; a run that comes between two rounds waits for nothing. */
function warmUpUntilAsked(
	{ rounds, afterMs }: NonNullable<SandboxHost['warmUps']>,
	settle: () => Promise<void>
) {
	let asked = false;
	let round: Promise<void> | null = null;
	void (async () => {
		for (let done = 0; done < rounds; done++) {
			// A turn of the event loop, so that a request that came meanwhile is heard first.
			await new Promise((resolve) => setTimer(resolve, done === 0 ? afterMs : 0));
			if (asked) return;
			await (round = warmUp(settle));
		}
	})();
	return {
		/** No more rounds; settles when one that has begun is over. */
		async stop(): Promise<void> {
			asked = true;
			await round;
		}
	};
}

/** A host whose messages no prototype has a part in: they are what a program must not see in an open realm. */
const withBareMessages = (host: SandboxHost): SandboxHost => ({
	...host,
	send: (message) => host.send(bareCopy(message) as SandboxMessage)
});

/**
 * Readies the realm: globals removed, intrinsics frozen; then warms Vitest up until it is asked to run. Returns what
 * takes the host's messages: any number of `prepare`, then one `run`.
 */
export async function bootSandbox(
	given: SandboxHost,
	options: { harden: boolean },
	world: World = bareWorld
): Promise<(message: HostMessage) => Promise<void>> {
	const host = options.harden ? given : withBareMessages(given);
	const keep = [...host.keepGlobals, ...world.keepGlobals];
	removeGlobals(keep);
	if (options.harden) {
		freezeIntrinsics(keep, world.lock?.());
		world.harden?.();
	}
	const { send } = host;
	send({ type: 'ready' });
	const rejections = createRejections(host.onUncaught);
	const loader = createLoader(host);
	let asked = false;
	const warming = warmUpUntilAsked(host.warmUps ?? PAGE_WARM_UPS, rejections.heard);
	return async (message) => {
		if (asked) return;
		if (message.type === 'prepare') {
			try {
				await loader.learner(message.learner);
				// A run that has come meanwhile has its own.
				if (message.suite !== null && !asked) await loader.suite(message.suite);
			} catch {
				// The run will meet the same error and report it.
			}
			return;
		}
		asked = true;
		try {
			await warming.stop();
			await rejections.begun;
			await run(host, message, loader, rejections, world);
		} catch {
			// A warm-up that failed; or, where the realm is open, a program has changed what a report is made with.
			const { nonce } = message;
			const nothing = { tests: [], failure: null, unhandled: [], durationMs: 0 };
			send({ type: 'done', nonce, status: 'engine-failed', ...nothing });
		}
	};
}

/** What a learner's tests import: Vitest besides what the world has. */
const withVitest = (world: World): World => ({
	...world,
	learnerModule: (name) => (name === 'npm:vitest' ? api : world.learnerModule?.(name))
});

async function run(
	host: SandboxHost,
	request: RunRequest,
	loader: ScriptLoader,
	rejections: Rejections,
	world: World
): Promise<void> {
	const { nonce, limits } = request;
	const started = now();
	const send = host.send;
	send({ type: 'started', nonce });
	const output = captureConsole(limits.outputChars, currentTestName, (said) =>
		send({ type: 'console', nonce, ...said })
	);
	let tests: TestResult[] = [];
	let failure: Failure | null = null;
	let baseline: Baseline | undefined;
	let unstable: number[] | undefined;
	let whole = true;
	const lost = createLostErrors({
		rejections,
		takes: (thrown, promise) => world.uncaught?.(thrown, promise) ?? false,
		allows: request.allowsUnhandled,
		test: onlyTest,
		print: output.error
	});
	// A frame may share its page's thread: that the run began is heard there before a program that never ends.
	if (request.need === 'dom') await rejections.heard();
	if (request.program) hideProgram();
	try {
		const learner = await loader.learner(request.learner);
		const suite = request.suite && (await loader.suite(request.suite.code));
		const onHeld = () => {
			send({ type: 'held', nonce });
			world.halt?.();
		};
		const guard = host.later && createHoldGuard({ now, later: host.later, onHeld });
		const learnersWorld = request.ownTests ? withVitest(world) : world;
		const fresh = () => createModules(learner, learnersWorld, guard);
		const modules = fresh();
		const runModule = createRunModule(request.input, request.files);
		const packages = request.packages
			? ((await loadFunction(host, request.packages, 'require', PACKAGES_SCRIPT)) as WorldRun['packages'])
			: null;
		await world.begin?.({
			request,
			modules,
			fresh,
			packages,
			crashed: lost.crashed
		});
		if (request.mode === 'run') {
			failure = await runEntry(fresh(), world, request, output);
			await rejections.heard();
			failure ??= lost.takeAll()[0] ?? null;
			output.onlyTests();
		}
		const runTests = async (own: Modules, wanted: Partial<SuiteOptions> = {}): Promise<SuiteOutcome> => {
			lost.begin();
			privateGlobal.__vitest_mocker__ = own.mocker;
			const load = async () => {
				await own.loadStatics(request.suite?.statics ?? []);
				const { import: load, loaded } = own;
				const given = (name: string) => (name === RUN_MODULE ? runModule : own.given(name));
				await suite!(api, { import: load, loaded, given, ...(world.fetch ? { fetch: world.fetch } : {}) });
				// What was forgotten while the files were read is no test's.
				await rejections.heard();
			};
			const outcome = await runSuite(load, {
				// Half the run's time: one test that waits for ever leaves time for the others.
				testTimeout: limits.timeMs / 2,
				collectOnly: request.mode === 'collect',
				settle: () => {
					// Before anything that the program put off gets its turn.
					whole &&= world.intact?.() ?? true;
					return rejections.heard();
				},
				onResetModules: own.reset,
				...wanted
			});
			await lost.end();
			return { ...outcome, tests: outcome.tests.map(lost.explained) };
		};
		const onTest = (result: TestResult): void => send({ type: 'test', nonce, test: lost.explained(result) });
		if (request.program) {
			const { scripts, try: wanted, ours } = request.program;
			const testedWorld = ours ? world : withVitest(world);
			const runs: TestedRuns = {
				scripts: await Promise.all(scripts.map(loader.program)),
				tests: learner,
				run: ({ program, ...options }) =>
					runTests(createModules(program, testedWorld, guard), { ...options, hideTimeout: true })
			};
			if (wanted) {
				output.silence();
				unstable = await tryBugs(runs, wanted, {
					trying: (bug, test) => send({ type: 'trying', nonce, bug, test }),
					bug: (result) => send({ type: 'bug', nonce, bug: result })
				});
			} else {
				const found = await runBaseline(runs, onTest);
				({ tests, loadFailure: failure } = found.outcome);
				baseline = found.baseline;
			}
		} else if (suite && !failure) {
			({ tests, loadFailure: failure } = await runTests(modules, { onTest }));
		}
	} catch (error) {
		failure = (isNotRead(error) ? lost.takeAll()[0] : null) ?? describeFailure(error, 'error');
	}
	output.flush();
	const intact = (await canariesHold()) && whole && rejections.listens && (world.intact?.() ?? true);
	const ran = tests.length > 0 || failure !== null || request.suite === null || unstable !== undefined;
	const status = !intact ? 'tampered' : ran ? 'ran' : 'nothing-ran';
	const unhandled = lost.takeAll();
	send({
		type: 'done',
		nonce,
		status,
		tests,
		failure,
		unhandled,
		durationMs: now() - started,
		...(baseline && { baseline }),
		...(unstable && { unstable })
	});
}

/** Starts the learner's program and waits until it has nothing left to do. Returns what it threw. */
async function runEntry(
	modules: Modules,
	world: World,
	{ entry, start }: RunRequest,
	output: ConsoleCapture
): Promise<Failure | null> {
	const timers = trackTimers();
	try {
		if (world.start) (await world.start(entry, modules, start)).forEach(output.ending);
		else await modules.start(entry);
		await timers.idle();
		return timers.error === undefined ? null : describeFailure(timers.error.thrown, 'error');
	} catch (error) {
		return describeFailure(error, 'error');
	} finally {
		timers.restore();
	}
}
