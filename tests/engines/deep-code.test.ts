import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

const DEPTH = 10_000;
const nested = (open: string, middle: string, close: string, depth = DEPTH) =>
	`${open.repeat(depth)}${middle}${close.repeat(depth)}`;
const DEEP: Readonly<Record<string, string>> = {
	// Node 22 reads 10,000 of them.
	lists: nested('[', '', ']', 25_000),
	calls: nested('f(', '1', ')'),
	templates: nested('`${', '1', '}`'),
	functions: nested('() => ', '1', '')
};
const exporting = (value: string) => `const f = (value) => value;\nexport const deep = ${value};`;
/** Stands in the compiled script where the deep value comes to stand. */
const PLACE = '"the place of it"';
const SUITE = `import { expect, test } from 'vitest';
import { deep } from '../start/main.js';
test('it', () => expect(deep).toBe(0));`;

test.each(Object.entries(DEEP))('the compiler says that it is too hard, and where: %s', async (_, value) => {
	const files = { 'main.js': exporting(value) };
	const source = { files, entry: 'main.js', mocked: [], need: 'worker' as const, packages: [] };
	expect(await compileLearner(esbuild, source)).toMatchObject({
		ok: false,
		diagnostics: [{ code: 'too-hard-to-compile', location: { file: 'main.js', line: 2 } }]
	});
});

const planOf = (subject: Subject, value: string) =>
	makePlan({
		need: subject.need,
		files: { 'main.js': exporting(value) },
		suite: { 'tests/x.test.js': SUITE },
		expected: ['it'],
		timeMs: 20_000
	});
const run = (subject: Subject, plan: Plan) =>
	subject.session.run(plan, { signal: new AbortController().signal });

describe.each<[string, () => Promise<Subject>, 'compiled here' | 'compiled there']>([
	['threads of Node', openNative('worker'), 'compiled here'],
	['the worker engine in Chromium', openWorker, 'compiled here'],
	['the dom engine in Chromium', openDom('dom'), 'compiled here'],
	['processes of Deno', openRemote('worker'), 'compiled there']
])('in %s', (_, open, compiled) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test.each(Object.entries(DEEP))(
		'the learner is told that the code is nested too deeply: %s',
		{ timeout: 60_000 },
		async (_, value) => {
			const plan = await planOf(subject, PLACE);
			if (compiled === 'compiled there') {
				const report = await run(subject, { ...plan, submission: { 'main.js': exporting(value) } });
				expect(report.status).toBe('compile-error');
				expect(report.diagnostics).toMatchObject([{ code: 'too-hard-to-compile' }]);
				return;
			}
			// Of code that no compiler refused.
			const learner = { ...plan.learner, code: plan.learner.code.replace(PLACE, () => value) };
			const report = await run(subject, { ...plan, learner });
			expect(report.status).toBe('ran');
			expect(report.runs[0]!.tests[0]!.failure).toMatchObject({
				name: 'RangeError',
				message: 'The code is nested too deeply'
			});
		}
	);

	test('a function that calls itself for ever is not taken for deep code', { timeout: 60_000 }, async () => {
		const report = await run(subject, await planOf(subject, '(function f() { return f() + 1; })()'));
		expect(report.status).toBe('ran');
		expect(report.runs[0]!.tests[0]!.failure).toMatchObject({
			name: 'RangeError',
			message: 'Maximum call stack size exceeded'
		});
	});
});
