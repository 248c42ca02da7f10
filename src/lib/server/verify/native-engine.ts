import { Worker } from 'node:worker_threads';
import type { Plan } from '../../contract/plan.ts';
import type { Engine, EngineSession, RunOptions } from '../../engines/engine.ts';
import { runInSandbox, type Sandbox } from '../../engines/harness/host-run.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';

/** Evaluated in the thread: gives the harness its bridge, then becomes it. */
const BOOT = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const post = parentPort.postMessage.bind(parentPort);
const on = parentPort.on.bind(parentPort);
let uncaught = () => {};
process.on('unhandledRejection', (reason) => uncaught(reason));
process.on('uncaughtException', (error) => uncaught(error));
globalThis.__passerelle_bridge__ = {
	load: (text) => { vm.runInThisContext(text); },
	send: post,
	receive: (listener) => { on('message', listener); },
	onUncaught: (listener) => { uncaught = listener; },
	harden: workerData.harden
};
vm.runInThisContext(workerData.harness, { filename: 'passerelle-harness.js' });
`;

/** Heap of one thread, MB: an exercise that needs more is a loop. */
const HEAP_MB = 256;

interface Thread {
	sandbox: Sandbox;
	/** Resolves when the harness is warm, or the thread has ended. */
	ready: Promise<void>;
}

function startThread(harness: string, harden: boolean): Thread {
	const worker = new Worker(BOOT, {
		eval: true,
		workerData: { harness, harden },
		env: {},
		stdout: true,
		stderr: true,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }
	});
	let listener: (message: SandboxMessage) => void = () => {};
	let becomeReady = () => {};
	const ready = new Promise<void>((resolve) => (becomeReady = resolve));
	worker.on('message', (message: SandboxMessage) => {
		if (message.type === 'ready') becomeReady();
		listener(message);
	});
	const ended = new Promise<'crash' | 'out-of-memory'>((resolve) => {
		worker.on('error', (error: Error & { code?: string }) =>
			resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crash')
		);
		worker.on('exit', () => resolve('crash'));
	});
	void ended.then(becomeReady);
	return {
		ready,
		sandbox: {
			post: (request) => worker.postMessage(request),
			listen: (next) => (listener = next),
			ended,
			kill: () => void worker.terminate()
		}
	};
}

/** Collecting runs no test: a suite that takes this long does its work outside its tests. */
const COLLECT_LIMIT_MS = 10_000;

/**
 * The full names of a suite's tests, in order, found by collecting it beside the given learner's script (the
 * solution). Throws when the suite cannot be collected.
 */
export async function collectTestNames(
	harness: string,
	learner: string,
	suite: { code: string; statics: readonly string[] }
): Promise<string[]> {
	const { sandbox, ready } = startThread(harness, true);
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		await ready;
		const done = await new Promise<Extract<SandboxMessage, { type: 'done' }>>((resolve, reject) => {
			const fail = (why: string) => () => reject(new Error(`The suite could not be collected: ${why}`));
			timer = setTimeout(fail(`it took longer than ${COLLECT_LIMIT_MS} ms`), COLLECT_LIMIT_MS);
			void sandbox.ended.then((status) => fail(status)());
			sandbox.listen((message) => void (message.type === 'done' && resolve(message)));
			const limits = { timeMs: COLLECT_LIMIT_MS, outputChars: 1000 };
			sandbox.post({ type: 'run', nonce: 'collect', mode: 'collect', learner, suite, entry: '', limits });
		});
		if (done.failure)
			throw new Error(`The suite could not be collected: ${done.failure.name}: ${done.failure.message}`);
		return done.tests.map((test) => test.name);
	} finally {
		clearTimeout(timer);
		sandbox.kill();
	}
}

/**
 * The same harness in a thread of Node: for collecting test names, for coaches' checks and for the conformance suite.
 * It is NOT a sandbox against hostile code: only for what a coach or we ourselves wrote.
 */
export function createNativeEngine(harness: string): Engine {
	return {
		id: 'native',
		supports: (need) => (need === 'worker' ? { ok: true } : { ok: false, reason: 'needs-page' }),
		async boot(): Promise<EngineSession> {
			return {
				async run(plan: Plan, options: RunOptions) {
					const { sandbox, ready } = startThread(harness, !plan.allowPrototype);
					await ready;
					return runInSandbox(sandbox, plan, { id: 'native', reason: 'asked' }, options);
				},
				dispose() {}
			};
		}
	};
}
