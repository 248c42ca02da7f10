import { setSafeTimers } from '@vitest/utils/timers';
import { NODE_GLOBALS, takeBridge } from '../bridge.ts';
import { createUncaught } from '../host-link.ts';
import { bootSandbox } from '../sandbox.ts';
import { createPageWorld, type PageMachinery } from './page-world.ts';

declare module '../bridge.ts' {
	interface SandboxBridge {
		/** Put there by happy-dom-entry.ts, which is loaded before. */
		page?: PageMachinery;
	}
}

const bridge = takeBridge();
setSafeTimers();

const { load, send, warmUps, harden, page } = bridge;
const uncaught = createUncaught();
bridge.onUncaught(uncaught.tell);
const { ErrorEvent } = window as Window & typeof globalThis;
// What a listener of the page threw. The first that captures is called first; what an element could not load has no error.
window.addEventListener(
	'error',
	(event) => {
		if (event instanceof ErrorEvent) uncaught.tell(event.error);
	},
	true
);
void bootSandbox(
	{ load, send, onUncaught: uncaught.listen, keepGlobals: NODE_GLOBALS, warmUps },
	{ harden },
	createPageWorld(load, page!)
).then((take) => bridge.receive((message) => void take(message)));
