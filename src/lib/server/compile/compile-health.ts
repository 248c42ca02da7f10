import type { CompileEnd } from './compile-process.ts';

/** How the compiler of strangers' code is. */
export interface CompileHealth {
	/** `asleep`: nobody needed it yet. `starting`: no process can compile now, one will. `down`: the last did not start. */
	status: 'ok' | 'asleep' | 'starting' | 'down';
	/** Processes that can compile now. */
	ready: number;
	/** Compilations under way, and those that wait for a place. */
	busy: number;
	queued: number;
	/** Since the start: sources that were compiled or have errors, and sources that passed a limit. */
	compiled: number;
	tooHard: number;
	/** Processes that were ended, or ended, by why. Each was replaced. */
	ended: Readonly<Record<CompileEnd, number>>;
}

interface Now {
	started: number;
	ready: number;
	busy: number;
	queued: number;
}

/** Counts what a pool of compilers does. */
export function createCompileRecord() {
	const ended: Record<CompileEnd, number> = { time: 0, memory: 0, output: 0, ended: 0 };
	let compiled = 0;
	let tooHard = 0;
	let failed = false;

	function statusOf({ started, ready }: Now): CompileHealth['status'] {
		if (ready > 0) return 'ok';
		if (failed) return 'down';
		return started > 0 ? 'starting' : 'asleep';
	}
	return {
		compiled() {
			compiled += 1;
			failed = false;
		},
		tooHard: () => void (tooHard += 1),
		ended: (why: CompileEnd) => void (ended[why] += 1),
		failedToStart: () => void (failed = true),
		health(now: Now): CompileHealth {
			const { ready, busy, queued } = now;
			return { status: statusOf(now), ready, busy, queued, compiled, tooHard, ended: { ...ended } };
		}
	};
}
