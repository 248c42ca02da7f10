import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompileResult, LearnerSource } from '../../src/lib/compile/compiler.ts';
import { openEnginePage, type EnginePage } from '../support/engine-page.ts';

/** So long that a compiler whose end is not noticed is not taken for one that is slow. */
const LIMIT_MS = 600_000;
/** The compiler of the page in its own worker, as the site starts it. */
const PAGE = `
import * as esbuild from 'esbuild-wasm/esm/browser.min.js';
import { startWasmCompiler } from './src/lib/compile/wasm-compiler.ts';
import { onCompilerCrash } from './src/lib/workspace/compile/compiler-crash.ts';
const compiler = startWasmCompiler({ ...esbuild, onCrash: onCompilerCrash }, '/esbuild.wasm', ${LIMIT_MS});
window.compile = async (source) => (await compiler).compile(source, new AbortController().signal);
window.booted = compiler.then(() => true);
`;
const wasm = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');

const DEPTH = 10_000;
const deep = (open: string, middle: string, close: string, file = 'main.js', before = '') => ({
	[file]: `${before}${open.repeat(DEPTH)}${middle}${close.repeat(DEPTH)}\n`
});
const DEEP: Readonly<Record<string, Record<string, string>>> = {
	blocks: deep('{', '', '}'),
	lists: deep('[', '', ']'),
	arrows: deep('a=>', 'a', ''),
	functions: deep('(function(){', '', '})()'),
	generics: deep('A<', 'B', '>;', 'main.ts', 'let x:'),
	elements: deep('<A>', 'b', '</A>')
};

let page: EnginePage;
beforeAll(async () => {
	page = await openEnginePage(PAGE, {
		'/esbuild.wasm': { type: 'application/wasm', body: readFileSync(wasm) }
	});
}, 60_000);
afterAll(() => page?.close());

const compile = (files: Record<string, string>): Promise<CompileResult> => {
	const source: LearnerSource = {
		files,
		entry: Object.keys(files)[0]!,
		mocked: [],
		need: 'worker',
		packages: []
	};
	return page.page.evaluate(
		(source) => (window as never as { compile(source: unknown): never }).compile(source),
		source
	);
};

test.each(Object.entries(DEEP))(
	'code that is the end of the page’s compiler is said to be too hard at once, and the next is compiled: %s',
	{ timeout: 100_000 },
	async (_, files) => {
		expect(await compile(files)).toMatchObject({
			ok: false,
			diagnostics: [{ code: 'too-hard-to-compile' }]
		});
		expect(await compile({ 'main.js': 'export const a = 1;' })).toMatchObject({ ok: true });
	}
);
