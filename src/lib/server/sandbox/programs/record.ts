import { Script } from 'node:vm';
import type { SandboxBridge } from '../../../engines/harness/bridge.ts';
import { HARNESS_SCRIPT } from '../../../engines/harness/protocol.ts';
import { send } from './bridge.ts';
import { deno } from './deno.ts';
import { harness } from './given.ts';

const [, file = ''] = deno.args;
const writeFile = deno.writeFileSync.bind(deno, file);
const { apply } = Reflect;
const { createCachedData, runInThisContext } = Script.prototype;

/**
 * Becomes the harness, and after its run also writes V8's code of it to a file: of every function that was called, where
 * Deno's own cache has only what is compiled when a script is read. For code of our own only.
 */
export function startRecording(bridge: SandboxBridge): void {
	const recorded = new Script(harness, { filename: `script:${HARNESS_SCRIPT}` });
	bridge.warmUps = { rounds: 0, afterMs: 0 };
	bridge.send = (message) => {
		if (message.type === 'done') writeFile(apply(createCachedData, recorded, []) as Uint8Array);
		send(message);
	};
	setTimeout(() => apply(runInThisContext, recorded, []), 0);
}
