import { nodeModule } from '../../../lib/contract/modules.ts';
import type { ModuleShape } from './syntax.ts';

/** Where an import of a suite leads in our folder. */
export type Target =
	| {
			kind: 'learner';
			/** From the suite's new place, for example "../start/two-fer.js". */
			specifier: string;
			/** Of the start's file and of the solution's: `mixed` where they differ. */
			shape: ModuleShape | 'mixed';
	  }
	| { kind: 'suite'; specifier: string }
	| { kind: 'node'; specifier: string }
	| { kind: 'api' }
	| { kind: 'refused'; reason: string };

/** What gives suites their functions in Jest and Vitest. */
const API_PACKAGES = new Set(['@jest/globals', 'vitest', 'expect', 'jest-without-globals']);

/** Modules of Node that start processes or threads or open sockets: no sandbox of ours has them. */
const FORBIDDEN_NODE = new Set(
	'child_process worker_threads cluster net tls dgram dns dns/promises http2 https inspector v8 vm repl module perf_hooks async_hooks zlib tty sys diagnostics_channel trace_events wasi test sqlite'.split(
		' '
	)
);

/** An import that names no file. */
export function targetOfPackage(specifier: string): Target {
	if (API_PACKAGES.has(specifier)) return { kind: 'api' };
	const given = nodeModule(specifier);
	if (given) return { kind: 'node', specifier: given };
	const plain = specifier.replace(/^node:/, '');
	if (FORBIDDEN_NODE.has(plain) || specifier.startsWith('node:'))
		return { kind: 'refused', reason: `needs Node's ${plain}, which no sandbox has` };
	if (specifier === 'rewire')
		return {
			kind: 'refused',
			reason: 'needs rewire, which reaches what a file does not export: export it, and import it in the suite'
		};
	return { kind: 'refused', reason: `needs the npm package ${specifier}` };
}
