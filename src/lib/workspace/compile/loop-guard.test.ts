import { expect, test } from 'vitest';
import type { CompileResult } from '../../compile/compiler.ts';
import { withLoopGuard } from './loop-guard.ts';

const compile = (result: CompileResult) =>
	withLoopGuard({ compile: () => Promise.resolve(result) }).compile(
		{ files: {}, entry: 'main.js', mocked: [], need: 'dom', packages: [] },
		new AbortController().signal
	);

test('an endless loop asks its guard', async () => {
	const result = await compile({
		ok: true,
		script: { code: 'while (true) {}', map: '{}', pages: {} },
		warnings: []
	});
	expect(result).toMatchObject({ ok: true, script: { code: 'while (true) {__passerelle_guard__();}' } });
});

test('what does not compile stays as it is', async () => {
	const wrong: CompileResult = { ok: false, diagnostics: [] };
	expect(await compile(wrong)).toBe(wrong);
});
