import { expect, test } from 'vitest';
import type { FileMap } from '../../contract/exercise.ts';
import type { Attempt } from '../proof.ts';
import { testsThatNeverFail } from './proofs.ts';

const RIGHT = { 'till.js': 'export const total = (a, b) => a + b;\n', 'till.test.js': 'expect(1 + 1);\n' };

/** A run in which these hidden tests fail. */
const attempt = (...failed: string[]): Attempt =>
	({
		durationMs: 10,
		tests: failed.map((name) => ({ name, state: 'fail', failure: { kind: 'assertion' } }))
	}) as unknown as Attempt;

/** Proves that hidden tests can fail, where the start fails `adds`. Gives what was tried too. */
async function prove(expected: string[], run: (files: FileMap) => Attempt) {
	const tried: FileMap[] = [];
	const problems = await testsThatNeverFail({
		exercise: { id: 'testing/till', manifest: { timeLimitMs: 2000 }, start: {}, solution: RIGHT },
		artifacts: { hidden: { expected } },
		faulty: [attempt('adds')],
		solution: attempt(),
		esbuild: {},
		run: async (files: FileMap) => (tried.push(files), run(files))
	} as unknown as Parameters<typeof testsThatNeverFail>[0]);
	return { tried, named: problems.map(({ detail, params }) => `${detail} ${JSON.stringify(params)}`) };
}

test('what the bug or a mistake fails needs no more proof', async () => {
	const { tried, named } = await prove(['adds'], () => attempt());
	expect({ tried, named }).toEqual({ tried: [], named: [] });
});

test('else the correct program is changed until the test fails, and never the tests beside it', async () => {
	const { tried, named } = await prove(['adds', 'can fail'], () => attempt('can fail'));
	expect(named).toEqual([]);
	expect(tried).toHaveLength(1);
	expect(tried[0]!['till.js']).not.toBe(RIGHT['till.js']);
	expect(tried[0]!['till.test.js']).toBe(RIGHT['till.test.js']);
});

test('a test that nothing fails is named', async () => {
	const { tried, named } = await prove(['adds', 'checks nothing'], () => attempt());
	expect(tried.length).toBeGreaterThan(0);
	expect(named).toEqual(['test-never-fails {"test":"checks nothing"}']);
});
