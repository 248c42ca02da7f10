import { getBuiltinModule } from 'node:process';
import { Script, runInThisContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { HARNESS_SCRIPT } from '../../engines/harness/protocol.ts';
import type { ThreadData, ThreadMessage } from './protocol.ts';

/*
 * The program of a thread: gives the harness its bridge, then becomes it. Bundled into a function: what is declared at the
 * top of a script can be named by every other script of its realm, and so by the exercise.
 */

const { harness, harden, setting, code, record } = workerData as ThreadData;
const port = parentPort!;
const post: (message: ThreadMessage) => void = port.postMessage.bind(port);
const evaluate = runInThisContext;

let uncaught: (thrown: unknown, promise?: Promise<unknown>) => void = () => {};
process.on('unhandledRejection', (reason, promise) => uncaught(reason, promise));
process.on('uncaughtException', (error) => uncaught(error));
globalThis.__passerelle_bridge__ = {
	load: (text) => void evaluate(text),
	send: post,
	receive: (listener) => void port.on('message', listener),
	onUncaught: (listener) => void (uncaught = listener),
	builtin: (name) => getBuiltinModule(`node:${name}`),
	harden,
	setting
};
const script = new Script(harness, { filename: HARNESS_SCRIPT, cachedData: code ?? undefined });
if (record)
	port.on('message', (message: unknown) => {
		if (message === 'record') post({ type: 'code', code: script.createCachedData() });
	});
script.runInThisContext();
