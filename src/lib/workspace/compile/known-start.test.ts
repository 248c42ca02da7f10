import { expect, test } from 'vitest';
import type { LearnerScript } from '../../contract/plan.ts';
import { withKnownStart } from './known-start.ts';

const script: LearnerScript = { code: 'kept', map: '', pages: {} };
const files = [
	{ path: 'main.js', editable: true, text: 'let a;' },
	{ path: 'data.js', editable: false, text: 'export {};' }
];
const { signal } = new AbortController();
const source = (texts: Record<string, string>) =>
	({ files: texts, entry: 'main.js', mocked: [], need: 'worker', packages: [] }) as const;

function compilerOf(startScript: LearnerScript | null) {
	const asked: unknown[] = [];
	const compiler = withKnownStart(
		{ files, ...(startScript ? { startScript } : {}) },
		{
			compile: async ({ files }) => {
				asked.push(files);
				return { ok: false, diagnostics: [] };
			}
		}
	);
	return { asked, compiler };
}

test('the start is not compiled again where its script came with the page', async () => {
	const { asked, compiler } = compilerOf(script);
	const result = await compiler.compile(source({ 'main.js': 'let a;', 'data.js': 'export {};' }), signal);
	expect(result).toEqual({ ok: true, script, warnings: [] });
	expect(asked).toEqual([]);
});

test.each([
	['a changed text', { 'main.js': 'let b;', 'data.js': 'export {};' }, script],
	['a start that came without its script', { 'main.js': 'let a;', 'data.js': 'export {};' }, null]
])('%s is compiled', async (_, texts, startScript) => {
	const { asked, compiler } = compilerOf(startScript);
	await compiler.compile(source(texts), signal);
	expect(asked).toEqual([texts]);
});
