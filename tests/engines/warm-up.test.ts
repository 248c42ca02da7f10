import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { SandboxMessage } from '../../src/lib/engines/harness/protocol.ts';
import { nodeHarnesses } from '../support/make-plan.ts';

/** The bridge of a host whose warm-up begins only after this test would have failed. */
const BOOT = `
const { parentPort, workerData } = require('node:worker_threads');
const { runInThisContext } = require('node:vm');
const realm = process;
globalThis.__passerelle_bridge__ = {
	load: (text) => { runInThisContext(text); },
	send: parentPort.postMessage.bind(parentPort),
	receive: parentPort.on.bind(parentPort, 'message'),
	onUncaught: (listener) => void realm.on('unhandledRejection', listener),
	harden: true,
	warmUps: { rounds: 1, afterMs: 3_600_000 }
};
runInThisContext(workerData.harness);
`;

test('a request does not wait for a warm-up that has not begun', { timeout: 30_000 }, async () => {
	const { worker: harness } = await nodeHarnesses();
	const thread = new Worker(BOOT, { eval: true, env: {}, workerData: { harness } });
	try {
		const done = await new Promise<SandboxMessage>((resolve, reject) => {
			thread.on('error', reject);
			thread.on('message', (message: SandboxMessage) => {
				if (message.type === 'done') resolve(message);
				if (message.type !== 'ready') return;
				thread.postMessage({
					type: 'run',
					nonce: 'one',
					mode: 'check',
					learner: '__passerelle_define__({});',
					suite: { code: `__passerelle_api__.test('runs', () => {});`, statics: [] },
					entry: 'main.js',
					need: 'worker',
					files: {},
					pages: {},
					packages: null,
					limits: { timeMs: 5000, outputChars: 1000 },
					allowsUnhandled: []
				});
			});
		});
		expect(done).toMatchObject({ status: 'ran', tests: [{ name: 'runs', state: 'pass' }] });
	} finally {
		await thread.terminate();
	}
});
