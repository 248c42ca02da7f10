import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { runRefactor } from '../../src/lib/kinds/refactor-safely/run.ts';
import { openNativeSession } from '../support/native-session.ts';
import { checkOwnProgram, type OwnProgram } from '../support/own-program.ts';

const UGLY = `export function priceFor(age) {
	let price;
	if (age < 6) {
		price = 0;
	} else {
		price = 2;
	}
	return price;
}
`;
const CLEAN = 'export const priceFor = (age) => (age < 6 ? 0 : 2);\n';
/** A branch that the first program does not have. */
const CHECKED = 'export const priceFor = (age) => (age >= 0 && age < 6 ? 0 : 2);\n';
const SUITE = `import { describe, expect, test } from 'vitest';
import { source } from 'passerelle/run';
import { priceFor } from '../start/fares.js';
test('free', () => { for (const age of [0, 5]) expect(priceFor(age)).toBe(0); });
test('pays', () => { for (const age of [6, 90]) expect(priceFor(age)).toBe(2); });
describe('form', () => { test('no let', () => expect(source('fares.js')).not.toMatch(/let /)); });`;
const HEAD = `import { expect, test } from 'vitest';\nimport { priceFor } from './fares.js';\n`;
const WEAK = `${HEAD}test('five', () => expect(priceFor(5)).toBe(0));`;
const NET = `${HEAD}test('five', () => expect(priceFor(5)).toBe(0));\ntest('six', () => expect(priceFor(6)).toBe(2));`;

let session: EngineSession;
beforeAll(async () => void (session = await openNativeSession()));
afterAll(() => session.dispose());

const EXERCISE: OwnProgram = {
	kind: runRefactor,
	correct: UGLY,
	buggy: null,
	suite: SUITE,
	expected: ['free', 'pays', 'form > no let'],
	more: { plants: ['fares.js'] }
};
const check = (tests: string, program: string) => checkOwnProgram(EXERCISE, [tests, program], session);

test('a net, a better program, and the net holds under that one too', async () => {
	const { report, said } = await check(NET, CLEAN);
	expect(said).toBe('passed: all-caught form-reached guard-holds');
	const { bugs, kills } = report.planted!;
	expect(kills.tests).toEqual(['five', 'six']);
	expect(bugs.map(({ file, line, becomes }) => `${file}:${line} ${becomes}`)).toContain(
		'fares.js:1 export const priceFor = (age) => (age <= 6 ? 0 : 2);'
	);
	expect(kills.bugs.map(({ id }) => id)).toEqual(bugs.map(({ id }) => id));
});

test('as it was: the program works, and is not written better; nothing is planted', async () => {
	const { report, said } = await check(WEAK, UGLY);
	expect(said).toBe('open: some-escaped form-open');
	expect(report.planted).toBeUndefined();
});

test('a program that does something else, and tests that notice nothing of it', async () => {
	const { said } = await check(WEAK, CLEAN.replace('6', '7'));
	expect(said).toBe('open: some-escaped behaviour-changed');
});

test('a new branch that no test of the learner goes into is found; the line is named', async () => {
	const { report, said } = await check(NET, CHECKED);
	expect(said).toBe('open: all-caught form-reached guard-open');
	const { bugs, kills } = report.planted!;
	const escaped = kills.bugs.flatMap(({ id, state }) => (state === 'caught' ? [] : [id]));
	expect(bugs.filter(({ id }) => escaped.includes(id)).map(({ becomes }) => becomes.trim())).toContain(
		'export const priceFor = (age) => (age > 0 && age < 6 ? 0 : 2);'
	);
});

test('what no test of ours notices does not count', async () => {
	// Nobody says what an age below zero costs.
	const { report, said } = await check(NET, CLEAN.replace('age < 6', 'age > -9 && age < 6'));
	expect(said).toBe('passed: all-caught form-reached guard-holds');
	const told = report.planted!.bugs.map(({ becomes }) => becomes);
	expect(told.some((one) => one.includes('age >= -9'))).toBe(false);
});

test('a version that never ends on some bug: it is stopped, and counts as caught', async () => {
	const loop =
		'export function priceFor(age) {\n\tfor (const left of [age]) { let years = 0; while (years < left) years += 1; if (years >= 6) return 2; }\n\treturn 0;\n}\n';
	const { report, said } = await check(NET, loop.replace('let years', 'var years'));
	expect(said).toBe('passed: all-caught form-reached guard-holds');
	expect(report.planted!.kills.bugs.some(({ how }) => how === 'endless')).toBe(true);
});

const ASKS = 'typeof stryMutAct_9fa48 === "function" || typeof stryMutAct_9fa48_0 === "function"';
const HOSTILE: Record<string, [tests: string, program: string]> = {
	'a program that asks whether it is looked at, and tests that only hear of it': [
		`${HEAD}import * as all from './fares.js';\ntest('five', () => expect(priceFor(5)).toBe(0));\ntest('asked', () => expect(all.asked()).toBe(false));`,
		`${CHECKED}export const asked = () => ${ASKS};`
	],
	'tests that read the program': [
		`${WEAK}\ntest('text', () => { if (/stryMut|bug/.test(String(priceFor))) throw new Error('seen'); });`,
		CHECKED
	],
	'a program that makes our suite blind with Vitest': [
		WEAK,
		`import('vitest').then(({ expect }) => expect.extend({ toBe: () => ({ pass: true, message: () => '' }) }), () => {});\n${CHECKED}`
	],
	'tests that fail by chance': [
		`${WEAK}\ntest('six', () => { priceFor(6); if (Math.random() < 0.25) throw new Error('chance'); });`,
		CHECKED
	],
	'tests that remember what they saw first': [
		`${HEAD}const seen = priceFor(0) + 10 * priceFor(6);\nDate.seen ??= seen;\ntest('six', () => expect(priceFor(0) + 10 * priceFor(6)).toBe(Date.seen));`,
		CHECKED
	]
};

test.each(Object.entries(HOSTILE))('%s: no net', async (_, [tests, program]) => {
	const { said } = await check(tests, program);
	expect(said).not.toMatch(/passed|all-caught|guard-holds/);
});
