import { setSafeTimers } from '@vitest/utils/timers';
import { NODE_GLOBALS, takeBridge } from '../bridge.ts';
import { bootSandbox } from '../sandbox.ts';
import type { MemoryFiles } from './memory-files.ts';
import { createMemoryWorld } from './memory-world.ts';

declare module '../bridge.ts' {
	interface SandboxBridge {
		/** Put there by memory-files.ts, which is loaded before. */
		files?: MemoryFiles;
	}
}

const bridge = takeBridge();
setSafeTimers();
const { load, send, onUncaught, warmUps, harden, files } = bridge;
void bootSandbox(
	{ load, send, onUncaught, keepGlobals: NODE_GLOBALS, warmUps },
	{ harden },
	createMemoryWorld(files!)
).then((take) => bridge.receive((message) => void take(message)));
