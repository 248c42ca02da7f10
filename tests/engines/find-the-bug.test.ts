import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { runFind } from '../../src/lib/kinds/find-the-bug/run.ts';
import { openNativeSession } from '../support/native-session.ts';
import { checkOwnProgram, type OwnProgram } from '../support/own-program.ts';

const RIGHT = `export function priceFor(age) {
	if (age < 6) return 0;
	return 2.6;
}
`;
const BUGGY = RIGHT.replace('age < 6', 'age <= 6');
const SUITE = `import { expect, test } from 'vitest';
import { priceFor } from '../start/fares.js';
test('five is free', () => expect(priceFor(5)).toBe(0));
test('six pays', () => expect(priceFor(6)).toBe(2.6));`;
const HEAD = `import { expect, test } from 'vitest';\nimport { priceFor } from './fares.js';\n`;
const WEAK = `${HEAD}test('five', () => expect(priceFor(5)).toBe(0));`;
const SHOWS = `${HEAD}test('six', () => expect(priceFor(6)).toBe(2.6));`;

let session: EngineSession;
beforeAll(async () => void (session = await openNativeSession()));
afterAll(() => session.dispose());

const EXERCISE: OwnProgram = {
	kind: runFind,
	correct: RIGHT,
	buggy: BUGGY,
	suite: SUITE,
	expected: ['five is free', 'six pays']
};
const check = (tests: string, program: string) => checkOwnProgram(EXERCISE, [tests, program], session);

test('a test that shows the bug, and a mended program', async () => {
	const { report, said } = await check(SHOWS, RIGHT);
	expect(said).toBe('passed: test-shows-bug bug-mended');
	expect(report.runs.map(({ id, tests }) => `${id}: ${tests.map(({ state }) => state).join()}`)).toEqual([
		'tests: pass',
		'own: pass',
		'suite: pass,pass'
	]);
	expect(report.kills).toMatchObject({ tests: ['six'], bugs: [{ state: 'caught', by: [0] }] });
});

test('the test alone: it fails on the program as it is, and says with which values', async () => {
	const { report, said } = await check(SHOWS, BUGGY);
	expect(said).toBe('open: test-shows-bug bug-not-mended');
	expect(report.runs[1]!.tests[0]!.failure).toMatchObject({
		expected: '2.6',
		received: '0',
		location: { file: 'fares.test.js' }
	});
});

test('the program alone; a test that expects too much; nothing at all', async () => {
	expect((await check(WEAK, RIGHT)).said).toBe('open: test-misses-bug bug-mended');
	const invalid = `${HEAD}test('seven', () => expect(priceFor(7)).toBe(0));`;
	expect((await check(invalid, BUGGY)).said).toBe('open: tests-invalid bug-not-mended');
	expect((await check(HEAD, BUGGY)).said).toBe('open: nothing-ran bug-not-mended');
});

test('a repair that never ends leaves the test its due', async () => {
	const { said } = await check(SHOWS, RIGHT.replace('return 2.6', 'for (;;);'));
	expect(said).toBe('open: test-shows-bug timeout');
});

const HOSTILE: Record<string, [tests: string, program: string]> = {
	'a program that hands the test what is expected': [
		`${HEAD}import * as all from './fares.js';\ntest('six', () => expect(all.trap ?? priceFor(5)).toBe(0));`,
		`${BUGGY}export const trap = 0;`
	],
	'a program that asks for Vitest beside our suite': [
		WEAK,
		`import { expect } from 'vitest';\nexpect.extend({ toBe: () => ({ pass: true, message: () => '' }) });\n${BUGGY}`
	],
	'a program that loads the tests beside our suite': [
		`${WEAK}\nexpect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`,
		`await import('./fares.test.js');\n${BUGGY}`
	],
	'a test that fails where the program is the learner’s': [
		`${HEAD}test('six', () => { if (String(priceFor).includes('age')) throw new Error('mine'); });`,
		BUGGY
	],
	'a test that fails by chance': [
		`${HEAD}test('six', () => { priceFor(6); if (Math.random() < 0.25) throw new Error('chance'); });`,
		BUGGY
	],
	'a test that reads its limit, which is shorter where bugs are tried': [
		`${HEAD}test('six', ({ task }) => {
	const seen = priceFor(6);
	if (task.timeout > 0 && task.timeout < 800) expect(seen).not.toBe((Date.first ??= seen));
});`,
		BUGGY
	],
	'a test that remembers what it saw first': [
		`${HEAD}const seen = priceFor(6);\nDate.seen ??= seen;\ntest('six', () => expect(priceFor(6)).toBe(Date.seen));`,
		BUGGY
	]
};

test.each(Object.entries(HOSTILE))('%s shows and mends nothing', async (_, [tests, program]) => {
	const { said } = await check(tests, program);
	expect(said).not.toMatch(/passed|test-shows-bug|bug-mended/);
});
