import { expect, test } from 'vitest';
import { sourceOf } from './compiler.ts';
import { createRemoteCompiler } from './remote-compiler.ts';

test('the server is told all that a compilation depends on', async () => {
	const asked: unknown[] = [];
	const compiler = createRemoteCompiler(async (_url, { body }) => {
		asked.push(JSON.parse(String(body)));
		return Response.json({ ok: false, diagnostics: [] });
	}, '/api/compile');
	const exercise = {
		entry: 'main.js',
		mocked: ['a.js'],
		need: 'node',
		packages: { slugify: '1.6.9' }
	} as const;
	const source = sourceOf({ ...exercise, mocked: [...exercise.mocked] }, { 'main.js': 'x' });
	await compiler.compile(source, new AbortController().signal);
	expect(asked).toEqual([source]);
});
