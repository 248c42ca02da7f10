import type { Compiler } from '../../compile/compiler.ts';

/** How much later than the engine's own limit a loop is stopped from inside: the engine says what happened. */
const LOOP_GRACE_MS = 500;

/**
 * A compiler whose scripts end their own endless loops: for pages, in browsers whose frames share their thread with the
 * page around them and so cannot be ended from outside.
 */
export const withLoopGuard = (compiler: Compiler, timeLimitMs: number): Compiler => ({
	async compile(source, signal) {
		const result = await compiler.compile(source, signal);
		if (!result.ok) return result;
		const { guardLoops } = await import('../../compile/guard-loops.ts');
		const code = guardLoops(result.script.code, timeLimitMs + LOOP_GRACE_MS);
		return { ...result, script: { ...result.script, code } };
	}
});
