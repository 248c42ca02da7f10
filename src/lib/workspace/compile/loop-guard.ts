import type { Compiler } from '../../compile/compiler.ts';

/**
 * A compiler whose scripts end what keeps their thread for too long: for pages, in browsers whose frames share their thread
 * with the page around them and so cannot be ended from outside.
 */
export const withLoopGuard = (compiler: Compiler): Compiler => ({
	async compile(source, signal) {
		const result = await compiler.compile(source, signal);
		if (!result.ok) return result;
		const { guardLoops } = await import('../../compile/guard-loops.ts');
		return { ...result, script: { ...result.script, code: guardLoops(result.script.code) } };
	}
});
