import { expect, test } from 'vitest';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';

test('a program in a thread can name nothing of what started it', async () => {
	const subject = await openNative('worker')();
	const names = ['vm', 'post', 'on', 'script', 'uncaught', 'parentPort', 'workerData', 'process'];
	const types = names.map((name) => `typeof ${name}`);
	// The name itself is there: the compiler's own, which refuses.
	types.push(
		"(() => { try { return typeof require(['node:fs'].join()); } catch { return 'undefined'; } })()"
	);
	const plan = await makePlan({
		files: { 'main.js': `export default [${types.join()}];` },
		suite: {
			'tests/x.test.js': `import { expect, test } from 'vitest';
import types from '../start/main.js';
test('names', () => expect(types).toEqual(Array(${types.length}).fill('undefined')));`
		},
		expected: ['names'],
		timeMs: 20_000
	});
	const report = await subject.runAsIs(plan);
	expect(report.runs[0]!.tests).toMatchObject([{ state: 'pass', failure: null }]);
	await subject.close();
});
