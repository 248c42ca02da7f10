import { getBuiltinModule as builtin } from 'node:process';
import type { SandboxBridge } from '../../../engines/harness/bridge.ts';
import { openBridge } from './bridge.ts';
import { modules } from './given.ts';

/** The bridge for a harness that asks for modules of Node. */
export function openWithModules(): SandboxBridge {
	// Deno's versions of them look for `Deno` while they are loaded: before it is taken away.
	for (const specifier of modules) {
		try {
			builtin(specifier);
		} catch {
			// The harness says what it cannot be without.
		}
	}
	return openBridge(builtin);
}
