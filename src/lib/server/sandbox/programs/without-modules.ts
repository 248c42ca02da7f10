import type { SandboxBridge } from '../../../engines/harness/bridge.ts';
import { openBridge } from './bridge.ts';
import { replaceTimers } from './timers.ts';

/** The bridge for a harness that asks for no module of Node: they take 20 ms. */
export function openWithoutModules(): SandboxBridge {
	replaceTimers();
	return openBridge((name) => {
		throw new Error(`There is no ${name} here`);
	});
}
