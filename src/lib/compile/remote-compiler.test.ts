import { expect, test } from 'vitest';
import { createRemoteCompiler } from './remote-compiler.ts';

test('the server is told all that a compilation depends on', async () => {
	const asked: unknown[] = [];
	const compiler = createRemoteCompiler(async (_url, { body }) => {
		asked.push(JSON.parse(String(body)));
		return Response.json({ ok: false, diagnostics: [] });
	}, '/api/compile');
	const source = {
		files: { 'main.js': 'x' },
		entry: 'main.js',
		mocked: ['a.js'],
		need: 'node',
		packages: ['slugify']
	} as const;
	await compiler.compile(source, new AbortController().signal);
	expect(asked).toEqual([source]);
});

test.each([
	['a page of a proxy', '<html>'],
	['an answer of another shape', { ok: true, code: 'x' }],
	['a script without its map', { ok: true, script: { code: 'x', pages: {} }, warnings: [] }]
])('%s is no result of a compilation', async (_, body) => {
	const compiler = createRemoteCompiler(async () => Response.json(body), '/api/compile');
	const source = { files: {}, entry: 'main.js', mocked: [], need: 'worker', packages: [] } as const;
	await expect(compiler.compile(source, new AbortController().signal)).rejects.toThrow();
});

test('a code of a newer version leaves the compiler’s own words', async () => {
	const diagnostic = { severity: 'error', text: 'Odd', code: 'from-tomorrow', params: {}, location: null };
	const compiler = createRemoteCompiler(
		async () => Response.json({ ok: false, diagnostics: [diagnostic] }),
		'/api/compile'
	);
	const source = { files: {}, entry: 'main.js', mocked: [], need: 'worker', packages: [] } as const;
	expect(await compiler.compile(source, new AbortController().signal)).toEqual({
		ok: false,
		diagnostics: [{ ...diagnostic, code: null }]
	});
});
