import { expect, test } from 'vitest';
import type { CodeRunnable } from '../code-workbench.ts';
import { codeSubmission } from './submission.ts';

const exercise: CodeRunnable = {
	id: 'programming/shout',
	hash: 'h',
	kind: 'code',
	need: 'worker',
	timeLimitMs: 1000,
	points: 1,
	allowPrototype: false,
	allowsUnhandled: [],
	hasExamples: false,
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' },
		{ path: 'constructor', editable: true, text: 'named so' }
	],
	entry: 'main.js',
	packages: {},
	mocked: [],
	serves: false
};
const accept = (sent: unknown) => codeSubmission.accept(exercise, codeSubmission.schema.parse(sent));

test('what was not sent is the start, also of a file called as something that every object inherits', () => {
	expect(accept({})).toEqual({ 'main.js': 'start', 'data.js': 'fixed', constructor: 'named so' });
});

test('what a learner may not change stays as it is, and a file that is not there is refused', () => {
	expect(accept({ 'main.js': 'mine', 'data.js': 'forged' })).toMatchObject({
		'main.js': 'mine',
		'data.js': 'fixed'
	});
	expect(accept({ 'main.js': 'mine', 'tests/x.test.js': '' })).toBeNull();
});
