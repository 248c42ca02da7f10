import { Worker } from 'node:worker_threads';
import { ENGINE_NEEDS, type EngineNeed } from '../../contract/exercise.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Engine, EngineSession, RunOptions } from '../../engines/engine.ts';
import type { Sandbox } from '../../engines/host/talk-with.ts';
import { runPlan } from '../../engines/host/run-plan.ts';
import type { SandboxRequest } from '../../engines/host/take-sandbox.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';
import type { Collectable } from '../../kinds/kind.ts';
import { collectIn } from '../sandbox/collect.ts';
import type { BrowserPages } from '../browser/serve-page.ts';
import type { DenoPrograms } from '../sandbox/sandbox-script.ts';
import type { ThreadData } from './protocol.ts';
import { createThreadCode } from './thread-code.ts';

/** Heap of one thread, MB: an exercise that needs more is a loop. */
const HEAP_MB = 256;

/** The harness for Node, one text for each need, and the programs that it runs in. */
export interface Harnesses extends Readonly<Record<EngineNeed, string>> {
	/** Text of the bundled `thread-entry.ts`. */
	readonly thread: string;
	readonly deno: DenoPrograms;
	readonly browser: BrowserPages;
}

interface Thread {
	sandbox: Sandbox;
	/** Resolves when the harness is warm, or the thread has ended. */
	ready: Promise<void>;
}

function startThread(program: string, data: ThreadData): Thread {
	const worker = new Worker(program, {
		eval: true,
		workerData: data,
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

/**
 * The full names of a suite's tests, collected in a thread: for suites and solutions that a coach or we ourselves wrote.
 * Throws `CollectError`.
 */
export async function collectTestNames(harnesses: Harnesses, from: Collectable): Promise<string[]> {
	const { sandbox, ready } = startThread(harnesses.thread, { harness: harnesses[from.need], harden: true });
	await ready;
	return collectIn(sandbox, from);
}

/**
 * The same harness in a thread of Node: for collecting test names, for coaches' checks and for the conformance suite.
 * It is NOT a sandbox against hostile code: only for what a coach or we ourselves wrote.
 * `codeFolder`: where V8's code of the harness is kept for other processes; default: nowhere.
 */
export function createNativeEngine(harnesses: Harnesses, options: { codeFolder?: string } = {}): Engine {
	const codes = createThreadCode(harnesses, options.codeFolder ?? null);
	return {
		id: 'native',
		supports: (need) => (ENGINE_NEEDS.includes(need) ? { ok: true } : { ok: false, reason: 'unknown-need' }),
		async boot(): Promise<EngineSession> {
			return {
				run(plan: Plan, options: RunOptions) {
					const { need, allowPrototype } = plan;
					const taking = async ({ signal }: SandboxRequest) => {
						const { sandbox, ready } = startThread(harnesses.thread, {
							harness: harnesses[need],
							harden: !allowPrototype,
							setting: options.setting ?? null,
							code: codes.get(need)
						});
						signal.addEventListener('abort', sandbox.kill, { once: true });
						await ready;
						signal.removeEventListener('abort', sandbox.kill);
						return sandbox;
					};
					return runPlan(taking, plan, { id: 'native', reason: 'asked' }, options);
				},
				dispose() {}
			};
		}
	};
}
