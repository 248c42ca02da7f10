import * as esbuild from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileProgram } from '../../src/lib/compile/compile-program.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { report as reportSchema, type Report } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { sourceOf, type CodeRunnable } from '../../src/lib/kinds/code-workbench.ts';
import { runRefactor } from '../../src/lib/kinds/refactor-safely/run.ts';
import { instrument } from '../../src/lib/server/compile/instrument.ts';
import { openNativeSession } from '../support/native-session.ts';

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

const exercise: CodeRunnable = {
	id: 'testing/some',
	hash: 'h',
	kind: 'refactor-safely',
	need: 'worker',
	files: [],
	entry: 'fares.test.js',
	packages: {},
	mocked: [],
	timeLimitMs: 2000,
	points: 10,
	hasExamples: false,
	allowPrototype: false,
	allowsUnhandled: [],
	serves: false,
	program: {},
	plants: ['fares.js']
};

/** Checks a learner's tests and program, and gives the report and one line of what the three parts came to. */
async function check(tests: string, program: string): Promise<{ report: Report; said: string }> {
	const files = { 'fares.test.js': tests, 'fares.js': program };
	const learner = await compileLearner(esbuild, sourceOf(exercise, files));
	if (!learner.ok) throw new Error(learner.diagnostics[0]?.text);
	const compiled = await compileProgram(
		{ esbuild, instrument },
		{ 'fares.js': UGLY },
		[],
		'worker',
		() => true
	);
	const script = await compileSuite(esbuild, { 'tests/fares.test.js': SUITE }, files, 'worker');
	const suite = {
		...script,
		hash: 'h',
		expected: ['free', 'pays', 'form > no let'],
		translations: { tests: {}, messages: {} },
		loads: 'await __passerelle_learner__.import("../start/fares.test.js");',
		program: compiled.program,
		bugs: []
	};
	const parts = runRefactor.plan({
		mode: 'check',
		exercise,
		submission: files,
		script: learner.script,
		suite,
		packages: null
	});
	const about = { id: exercise.id, hash: exercise.hash };
	const plan: Plan = {
		version: 1,
		runId: 'r',
		exercise: about,
		mode: 'check',
		need: 'worker',
		submission: files,
		...parts
	};
	const report = await session.run(plan, { signal: new AbortController().signal });
	expect(reportSchema.parse(report)).toEqual(report);
	const { parts: graded = [], passed } = runRefactor.grade(report, exercise);
	const codes = graded.flatMap((part) => part.codes.map(({ code }) => code));
	return { report, said: `${passed ? 'passed' : 'open'}: ${codes.join(' ')}` };
}

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
