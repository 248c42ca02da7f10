import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';

/** Prints while every object that is made into JSON, or is asked for it, tells what it is. */
const SPY = `export const seen = [];
const spy = (prototype, value) => Object.defineProperty(prototype, 'toJSON', { value });
spy(Object.prototype, function () { seen.push(...Object.keys(this)); return this; });
spy(Array.prototype, function () { seen.push('list'); return this; });
JSON.stringify({ asked: 1 });
for (let round = 0; round < 3; round++) {
	for (const end = performance.now() + 80; performance.now() < end; );
	console.log('round', round);
}`;

describe.each([
	['threads of Node', openNative('worker')],
	['the worker engine in Chromium', openWorker],
	['processes of Deno', openRemote('worker')]
])('in %s', (_, open: () => Promise<Subject>) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test('an exercise whose prototypes may be changed shows its program no message to the host', async () => {
		const plan = await makePlan({
			files: { 'main.js': SPY },
			suite: {
				'tests/x.test.js': `import { expect, test } from 'vitest';
import { seen } from '../start/main.js';
test('it', () => expect(seen.join()).toBe('asked'));`
			},
			expected: ['it'],
			allowPrototype: true,
			timeMs: 10_000
		});
		const { status, runs } = await subject.session.run(plan, { signal: new AbortController().signal });
		expect([status, runs[0]!.tests[0]!.failure]).toEqual(['ran', null]);
		expect(runs[0]!.console.length).toBe(3);
	});
});
