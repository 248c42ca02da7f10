import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

const DEPTH = 10_000;
const nested = (open: string, middle: string, close: string, depth = DEPTH) =>
	`const f = (value) => value;\nexport const deep = ${open.repeat(depth)}${middle}${close.repeat(depth)};`;
const DEEP: Readonly<Record<string, string>> = {
	// Node 22 reads 10,000 of them.
	lists: nested('[', '', ']', 25_000),
	calls: nested('f(', '1', ')'),
	templates: nested('`${', '1', '}`'),
	functions: nested('() => ', '1', '')
};
const SUITE = `import { expect, test } from 'vitest';
import { deep } from '../start/main.js';
test('it', () => expect(deep).toBe(0));`;

describe.each([
	['threads of Node', openNative('worker')],
	['the worker engine in Chromium', openWorker],
	['the dom engine in Chromium', openDom('dom')],
	['processes of Deno', openRemote('worker')]
])('in %s', (_, open: () => Promise<Subject>) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());
	const failureOf = async (text: string) => {
		const plan = await makePlan({
			need: subject.need,
			files: { 'main.js': text },
			suite: { 'tests/x.test.js': SUITE },
			expected: ['it'],
			timeMs: 20_000
		});
		const report = await subject.session.run(plan, { signal: new AbortController().signal });
		expect(report.status).toBe('ran');
		return report.runs[0]!.tests[0]!.failure;
	};

	test.each(Object.entries(DEEP))(
		'the learner is told that the code is nested too deeply: %s',
		{ timeout: 60_000 },
		async (_, text) =>
			expect(await failureOf(text)).toMatchObject({
				name: 'RangeError',
				message: 'The code is nested too deeply'
			})
	);

	test('a function that calls itself for ever is not taken for deep code', { timeout: 60_000 }, async () =>
		expect(await failureOf('const f = () => f() + 1;\nexport const deep = f();')).toMatchObject({
			name: 'RangeError',
			message: 'Maximum call stack size exceeded'
		})
	);
});
