import { setSafeTimers } from '@vitest/utils/timers';
import { NODE_GLOBALS, takeBridge } from '../bridge.ts';
import { bootSandbox } from '../sandbox.ts';
import { createRealWorld, type RealPlace } from './real-world.ts';

declare module '../bridge.ts' {
	interface SandboxBridge {
		/** Of a whole machine: where the exercise is, and what is installed there. */
		place?: RealPlace;
	}
}

const bridge = takeBridge();
setSafeTimers();
const { load, send, onUncaught, harden, place } = bridge;
void bootSandbox(
	{ load, send, onUncaught, keepGlobals: NODE_GLOBALS },
	{ harden },
	createRealWorld(place!)
).then((take) => bridge.receive((message) => void take(message)));
