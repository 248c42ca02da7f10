import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestResult } from '../../src/lib/contract/report.ts';
import { openEnginePage, type EnginePage } from '../support/engine-page.ts';
import { makePlan } from '../support/make-plan.ts';
import { runNativeVitest, type Verdict } from './native-vitest.ts';

const FEATURES = fileURLToPath(new URL('../fixtures/features', import.meta.url));
const read = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(join(FEATURES, folder)).map((name) => [
			name,
			readFileSync(join(FEATURES, folder, name), 'utf8')
		])
	);
const files = read('start');
const suites = Object.entries(read('tests'));

/** The engine gives a test half of the run's time. */
const TEST_TIMEOUT_MS = 10_000;

function toVerdict({ name, state, failure }: TestResult): Verdict {
	if (state === 'missing' || state === 'not-run') throw new Error(`"${name}" is ${state}`);
	if (!failure) return { name, state, error: null };
	return {
		name,
		state,
		error: `${failure.name}: ${[failure.note, failure.message].filter(Boolean).join(': ')}`
	};
}

/**
 * What differs on purpose, by suite and test: the state here, and why. Everything else is the same to the last letter of
 * the message. A difference that is gone must leave this list.
 */
const DIFFERENT: Readonly<Record<string, Readonly<Record<string, readonly [Verdict['state'], string]>>>> = {
	'assert.test.js': {
		'assert > should': ['fail', 'should() adds to Object.prototype, which is frozen'],
		'thrown > several errors': [
			'fail',
			'an error made of errors is told itself: of one that is empty nothing would be'
		],
		'thrown > an object': ['fail', 'what is thrown and is no error is told as it is printed: else as nothing']
	},
	'hooks-all-fail.test.js': {
		'a beforeAll that throws > never starts': [
			'fail',
			'a learner is shown the error of the hook, not "skipped"'
		],
		'a beforeAll that throws > never starts either': ['fail', 'as above']
	},
	'mocks.test.js': {
		'globals > replace what the language has': ['fail', 'functions of the realm are locked, besides timers']
	}
};

let engine: EnginePage;
let native: Map<string, Verdict[]>;
beforeAll(async () => {
	[engine, native] = await Promise.all([openEnginePage(), runNativeVitest(FEATURES, TEST_TIMEOUT_MS)]);
}, 120_000);
afterAll(() => engine?.close());

test.each(suites)('%s has the verdicts of native Vitest', { timeout: 60_000 }, async (name, text) => {
	const plan = await makePlan({ files, suite: { [`tests/${name}`]: text }, timeMs: TEST_TIMEOUT_MS * 2 });
	const { report } = await engine.run(plan);
	expect(report.status).toBe('ran');
	const different = DIFFERENT[name] ?? {};
	const all = report.runs[0]!.tests.map(toVerdict);
	const same = (verdict: Verdict) => !(verdict.name in different);
	expect(all.filter(same)).toEqual(native.get(name)?.filter(same));
	for (const [test, [state]] of Object.entries(different)) {
		const [here, there] = [all, native.get(name)].map((verdicts) =>
			verdicts?.find((verdict) => verdict.name === test)
		);
		expect(here?.state, test).toBe(state);
		expect(there, `"${test}" is the same by now: take it off the list`).not.toEqual(here);
	}
});

test('there are enough features, passing and failing', () => {
	const all = [...native.values()].flat();
	const count = (state: string) => all.filter((verdict) => verdict.state === state).length;
	expect(all.length).toBeGreaterThan(400);
	expect(count('pass')).toBeGreaterThan(200);
	expect(count('fail')).toBeGreaterThan(150);
	expect(count('skipped')).toBeGreaterThan(10);
});
