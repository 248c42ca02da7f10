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
const once = parentPort.once.bind(parentPort);
globalThis.__passerelle_bridge__ = {
	load: (text) => { vm.runInThisContext(text); },
	send: post,
	receive: (listener) => { once('message', listener); },
	harden: workerData.harden
};
vm.runInThisContext(workerData.harness, { filename: 'passerelle-harness.js' });
`;

/** Heap of one thread, MB: an exercise that needs more is a loop. */
const HEAP_MB = 256;

/**
 * The same harness in a thread of Node: for collecting test names, for coaches' checks and for the conformance suite.
 * It is NOT a sandbox against hostile code: only for what a coach or we ourselves wrote.
 */
export function createNativeEngine(harness: string): Engine {
	const spawn = (harden: boolean): { sandbox: Sandbox; ready: Promise<void> } => {
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
			worker.on('error', (error: Error & { code?: string }) => {
				if (process.env.PASSERELLE_DEBUG) console.error(error);
				resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crash');
			});
			worker.on('exit', () => resolve('crash'));
		});
		void ended.then(becomeReady);
		const sandbox: Sandbox = {
			post: (request) => worker.postMessage(request),
			listen: (next) => (listener = next),
			ended,
			kill: () => void worker.terminate()
		};
		return { sandbox, ready };
	};

	return {
		id: 'native',
		supports: (need) => (need === 'worker' ? { ok: true } : { ok: false, reason: 'needs-page' }),
		async boot(): Promise<EngineSession> {
			return {
				async run(plan: Plan, options: RunOptions) {
					const { sandbox, ready } = spawn(!plan.allowPrototype);
					await ready;
					return runInSandbox(sandbox, plan, { id: 'native', reason: 'asked' }, options);
				},
				dispose() {}
			};
		}
	};
}
