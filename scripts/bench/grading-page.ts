import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LearnerSource } from '../../src/lib/compile/compiler.ts';
import type { CompiledSuite } from '../../src/lib/contract/exercise.ts';
import { openEnginePage } from '../../tests/support/engine-page.ts';

/** The page's own modules, from the text in the editor to the grade; only the pixels are missing. */
const script = (createEngine: string, more: string) => `
import * as esbuild from 'esbuild-wasm/esm/browser.js';
import { startWasmCompiler } from './src/lib/compile/wasm-compiler.ts';
import { createDomEngine } from './src/lib/engines/dom/dom-engine.ts';
import { createWorkerEngine } from './src/lib/engines/worker/worker-engine.ts';
import { runCode } from './src/lib/kinds/code/run.ts';
import { runPipeline } from './src/lib/pipeline.ts';
import { CompileAhead } from './src/lib/workspace/compile/compile-ahead.ts';
import { onCompilerCrash } from './src/lib/workspace/compile/compiler-crash.ts';
const signal = new AbortController().signal;
const session = ${createEngine}.boot(signal);
const ahead = startWasmCompiler({ ...esbuild, onCrash: onCompilerCrash }, '/esbuild.wasm').then((compiler) => new CompileAhead(compiler));
window.booted = Promise.all([session, ahead]).then(() => true);
window.sample = async (source, suite, pauseMs) => {
	const [engine, compiler] = await Promise.all([session, ahead]);
	const prepare = async () => {
		const compiled = await compiler.compile(source, signal);
		if (compiled.ok) engine.prepare({ learner: compiled.script.code, suite: suite.code });
	};
	if (pauseMs > 0) {
		void prepare();
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
	const exercise = { id: 'bench/one', hash: 'h', kind: 'code', files: [], ...source, packages: {}, timeLimitMs: 5000, points: 10, allowPrototype: false };
	const started = performance.now();
	const { report, grade } = await runPipeline(
		{ mode: 'check', runId: String(started), kind: runCode, exercise, submission: source.files, suite: async () => suite, signal }, compiler, () => session);
	return { ms: performance.now() - started, passed: grade.passed, tests: report.runs[0].tests.length };
};
${more}`;

export interface GradingPage {
	/**
	 * Milliseconds from click to grade. `pauseMs`: how long the learner looks at what was written before the click; 0 for
	 * a click in the instant of the last key. Throws when the program does not pass all its tests.
	 */
	sample(source: LearnerSource, suite: CompiledSuite, pauseMs: number): Promise<number>;
	evaluate(expression: string): Promise<unknown>;
	close(): Promise<void>;
}

/** A page that grades with the real compiler and a real engine; `createEngine` and `more` are code of that page. */
export async function openGradingPage(
	createEngine: string,
	files: Record<string, { type: string; body: string | Buffer }> = {},
	more = ''
): Promise<GradingPage> {
	const wasm = readFileSync(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'));
	const engine = await openEnginePage(script(createEngine, more), {
		...files,
		'/esbuild.wasm': { type: 'application/wasm', body: wasm }
	});
	return {
		async sample(source, suite, pauseMs) {
			const result = await engine.page.evaluate(
				(all) =>
					(
						window as never as Record<
							string,
							(...all: unknown[]) => Promise<{ ms: number; passed: boolean; tests: number }>
						>
					).sample!(...all),
				[source, suite, pauseMs] as const
			);
			if (!result.passed || result.tests !== suite.expected.length)
				throw new Error(`The bench program did not pass its ${suite.expected.length} tests`);
			return result.ms;
		},
		evaluate: (expression) => engine.page.evaluate(expression),
		close: () => engine.close()
	};
}
