import * as native from 'esbuild';
import { expect, test } from 'vitest';
import type { LearnerSource } from './compiler.ts';
import type { Esbuild } from './esbuild-port.ts';
import { startWasmCompiler, type EsbuildWasm } from './wasm-compiler.ts';

/** esbuild that never answers where a file is called "hang.js", and is then of no use until it is started again. */
function fakeWasm() {
	const log: string[] = [];
	let state: 'off' | 'on' | 'hangs' = 'off';
	const build: Esbuild['build'] = async (options) => {
		if (state === 'off') throw new Error('not initialized');
		if (state === 'hangs') return new Promise(() => {});
		const result = await native.build({ ...options, metafile: true });
		if (Object.keys(result.metafile.inputs).some((path) => path.includes('hang.js'))) {
			state = 'hangs';
			return new Promise(() => {});
		}
		return result;
	};
	let crash = () => {};
	const esbuild: EsbuildWasm = {
		build,
		onCrash: (listener) => void (crash = listener),
		async initialize() {
			log.push('initialize');
			state = 'on';
		},
		async stop() {
			log.push('stop');
			state = 'off';
		}
	};
	return { esbuild, log, crash: () => crash() };
}

const source = (path: string): LearnerSource => ({
	files: { [path]: 'export const a = 1;' },
	entry: path,
	mocked: [],
	need: 'worker',
	packages: []
});
const { signal } = new AbortController();

test('a source that the page’s compiler never answers is too hard, and the next one is compiled by a new one', async () => {
	const { esbuild, log } = fakeWasm();
	const compiler = await startWasmCompiler(esbuild, 'x.wasm', 2000);
	expect(await compiler.compile(source('hang.js'), signal)).toMatchObject({
		ok: false,
		diagnostics: [{ code: 'too-hard-to-compile' }]
	});
	expect(await compiler.compile(source('main.js'), signal)).toMatchObject({ ok: true });
	expect(log).toEqual(['initialize', 'stop', 'initialize']);
});

test('a source that waited behind it is compiled too', async () => {
	const { esbuild, log } = fakeWasm();
	const compiler = await startWasmCompiler(esbuild, 'x.wasm', 2000);
	const hard = compiler.compile(source('hang.js'), signal);
	await new Promise((resolve) => setTimeout(resolve, 1000));
	const behind = compiler.compile(source('main.js'), signal);
	expect(await hard).toMatchObject({ ok: false });
	expect(await behind).toMatchObject({ ok: true });
	expect(log).toEqual(['initialize', 'stop', 'initialize']);
});

test('where the compiler itself fails, nobody waits for the limit', async () => {
	const { esbuild, log, crash } = fakeWasm();
	const compiler = await startWasmCompiler(esbuild, 'x.wasm', 600_000);
	const hard = compiler.compile(source('hang.js'), signal);
	const behind = compiler.compile(source('main.js'), signal);
	await new Promise((resolve) => setTimeout(resolve, 500));
	crash();
	// Said of the old worker while the new one starts: the second source is not blamed for it.
	crash();
	expect(await hard).toMatchObject({ ok: false, diagnostics: [{ code: 'too-hard-to-compile' }] });
	expect(await behind).toMatchObject({ ok: true });
	expect(log).toEqual(['initialize', 'stop', 'initialize']);
});

test('a compiler that fails while nothing is compiled is started again', async () => {
	const { esbuild, log, crash } = fakeWasm();
	const compiler = await startWasmCompiler(esbuild, 'x.wasm', 2000);
	crash();
	expect(await compiler.compile(source('main.js'), signal)).toMatchObject({ ok: true });
	expect(log).toEqual(['initialize', 'stop', 'initialize']);
});

test('where the compiler cannot be started again, the next source tries once more', async () => {
	const { esbuild } = fakeWasm();
	const { initialize } = esbuild;
	const compiler = await startWasmCompiler(esbuild, 'x.wasm', 2000);
	esbuild.initialize = () => Promise.reject(new Error('offline'));
	expect(await compiler.compile(source('hang.js'), signal)).toMatchObject({ ok: false });
	await expect(compiler.compile(source('main.js'), signal)).rejects.toThrow('offline');
	esbuild.initialize = initialize;
	await compiler.compile(source('main.js'), signal).catch(() => {});
	expect(await compiler.compile(source('main.js'), signal)).toMatchObject({ ok: true });
});
