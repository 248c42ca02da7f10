import { expect, test } from 'vitest';
import type { CompileResult } from '../../compile/compiler.ts';
import { withLoopGuard } from './loop-guard.ts';

const compile = (result: CompileResult) =>
	withLoopGuard({ compile: () => Promise.resolve(result) }, 50).compile(
		{ files: {}, entry: 'main.js', mocked: [], need: 'dom', packages: [] },
		new AbortController().signal
	);

test('an endless loop ends itself soon after the exercise’s limit', async () => {
	const result = await compile({
		ok: true,
		script: { code: 'while (true) {}', map: '{}', pages: {} },
		warnings: []
	});
	if (!result.ok) throw new Error('it compiles');
	expect(() => new Function(result.script.code)()).toThrow();
});

test('what does not compile stays as it is', async () => {
	const wrong: CompileResult = { ok: false, diagnostics: [] };
	expect(await compile(wrong)).toBe(wrong);
});
