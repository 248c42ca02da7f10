import * as esbuild from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { Compiler } from '../../src/lib/compile/compiler.ts';
import type { PlannedRun } from '../../src/lib/contract/plan.ts';
import { report as reportSchema, type ConsoleEntry, type Failure } from '../../src/lib/contract/report.ts';
import { runCode } from '../../src/lib/kinds/code/run.ts';
import type { CodeRunnable } from '../../src/lib/kinds/code-workbench.ts';
import { runPipeline, type Outcome } from '../../src/lib/pipeline.ts';
import { explainError } from '../../src/lib/workspace/run/explain-error.ts';
import { AMPLE_MS, makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { some } from '../support/thorough.ts';
import { compileFixtureSuite, readOutcomes, type OutcomeFixture } from './outcome-fixtures.ts';
import type { Subject } from './subjects/subject.ts';

const native: Compiler = { compile: (source) => compileLearner(esbuild, source) };

/** The whole arrow for one fixture, as the page would go through it. */
async function runFixture(
	fixture: OutcomeFixture,
	{ session, need }: Subject,
	timeMs: number
): Promise<Outcome> {
	const suite = await compileFixtureSuite(fixture);
	const { mode = 'check', entry = 'main.js' } = fixture.expect;
	const exercise: CodeRunnable = {
		id: `fixtures/${fixture.name}`,
		hash: 'hash',
		kind: runCode.name,
		need,
		files: [],
		entry,
		packages: {},
		mocked: suite?.mocked ?? [],
		timeLimitMs: timeMs,
		points: 10,
		hasExamples: true,
		allowPrototype: false,
		allowsUnhandled: [],
		serves: false
	};
	const input = {
		mode,
		runId: fixture.name,
		kind: runCode,
		exercise,
		submission: fixture.files,
		suite: async () => suite,
		signal: new AbortController().signal
	};
	return runPipeline(input, native, async () => session);
}

const outcomes = readOutcomes();
const sum = {
	files: { 'main.js': "console.log('hi'); export const add = (a, b) => a + b;" },
	suite: {
		'tests/x.test.js': `import { expect, test } from 'vitest';
import { add } from '../start/main.js';
test('adds', () => expect(add(1, 2)).toBe(3));`
	},
	timeMs: AMPLE_MS
};
/** Its limit is beyond that of a test: whatever ends it sooner is the abort. */
const endless = {
	...sum,
	files: { 'main.js': 'while (true); export const add = 1;' },
	reference: sum.files,
	timeMs: 120_000
};

/** What never ends is waited for as long as the limit: a short one, unless the machine is too busy for what comes before it. */
const patiently = (timeMs: number, attempt: (timeMs: number) => Promise<void>): Promise<void> =>
	timeMs < AMPLE_MS ? attempt(timeMs).catch(() => attempt(AMPLE_MS)) : attempt(timeMs);

const never = () => ({ signal: new AbortController().signal });

/** How much a program has printed: what is shown, and what is said to be left out. */
function printedIn(entries: readonly ConsoleEntry[]): { lines: number; characters: number } {
	const left = (unit: 'lines' | 'characters') =>
		entries.reduce((sum, { leftOut }) => sum + (leftOut?.unit === unit ? leftOut.count : 0), 0);
	const texts = entries.filter(({ text, leftOut }) => text !== '' || !leftOut).map(({ text }) => text);
	const shown = texts.join('\n');
	// Where lines are left out of one text, its beginning and its end are two lines, and stand together.
	const joined = entries.filter(({ text, leftOut }) => text !== '' && leftOut?.unit === 'lines').length;
	return {
		lines: shown.split('\n').length + joined + left('lines'),
		characters: shown.length + left('characters')
	};
}

type Told = Partial<Failure> | null | undefined;
/** What an error's words mean, where the page explains them; else the words. */
const meaningOf = (error: Partial<Failure> & { message: string }): string =>
	explainError({ kind: 'error', name: 'TypeError', ...error })?.code ?? error.message;
/** A failure as it is in all engines of JavaScript: each counts columns in its own way, and has its own words for its errors. */
const withoutWords = (told: Told): object | null | undefined =>
	told && {
		...told,
		...(told.message === undefined ? {} : { message: meaningOf({ ...told, message: told.message }) }),
		...(told.location ? { location: { file: told.location.file, line: told.location.line } } : {})
	};
const UNCAUGHT = /^Uncaught (\w+): (.*) \((.*)\)$/;
/** A line of the console about an error that nobody caught, likewise. */
const uncaughtWithoutWords = (line: string): string =>
	line.replace(
		UNCAUGHT,
		(_, name: string, message: string, place: string) =>
			`Uncaught ${name}: ${meaningOf({ name, message })} (${place})`
	);
const asTold = (told: Told): object | null | undefined => told;

/**
 * The one suite that every engine must pass: each outcome folder, and how runs begin, end and stop. `otherWords`: the realm is
 * not V8's, in whose words and columns the outcomes are written; its own words must then mean the same to the page. `step`: of a
 * slow engine, which every other test run has more of.
 */
export function describeConformance(
	engines: readonly (readonly [name: string, open: () => Promise<Subject>])[],
	{ otherWords = false, step = 1 }: { otherWords?: boolean; step?: number } = {}
): void {
	const told = otherWords ? withoutWords : asTold;
	const printed = (entries: readonly { text: string }[]): object[] =>
		entries.map((entry) => (otherWords ? { ...entry, text: uncaughtWithoutWords(entry.text) } : entry));
	const testsOf = (tests: readonly { failure?: Told }[]): object[] =>
		tests.map(({ failure, ...test }) => ({
			...test,
			...(failure === undefined ? {} : { failure: told(failure) })
		}));
	describe.each(engines)('%s', (engine, open) => {
		let subject: Subject;
		openHere(async () => void (subject = await open()));
		afterAll(() => subject?.close());

		/** Runs a fixture within a limit, and looks at all that its outcome names. */
		async function expectOutcome(fixture: OutcomeFixture, timeMs: number): Promise<void> {
			const wanted = fixture.expect;
			const { report, grade } = await runFixture(fixture, subject, timeMs);
			expect(reportSchema.parse(report)).toEqual(report);
			expect(report).toMatchObject({
				version: 1,
				runId: fixture.name,
				mode: wanted.mode ?? 'check',
				status: wanted.status
			});
			if (wanted.diagnostics) expect(report.diagnostics).toMatchObject(wanted.diagnostics);
			expect(grade?.codes.map(({ code }) => code)).toEqual(wanted.grade);
			if (wanted.status === 'compile-error') return expect(report.runs).toEqual([]);
			const [run] = report.runs;
			expect(testsOf(run!.tests)).toMatchObject(testsOf(wanted.tests ?? []));
			expect(run!.unhandled.map(told)).toMatchObject((wanted.unhandled ?? []).map(told));
			if (wanted.failure !== undefined)
				expect({ failure: told(run!.failure) }).toMatchObject({ failure: told(wanted.failure) });
			const lines = run!.console.map(({ text }) => text);
			if (wanted.console) expect(printed(run!.console)).toEqual(printed(wanted.console));
			if (wanted.consoleStartsWith)
				expect(lines.slice(0, wanted.consoleStartsWith.length)).toEqual(wanted.consoleStartsWith);
			if (wanted.consoleEndsWith)
				expect(lines.slice(-wanted.consoleEndsWith.length)).toEqual(wanted.consoleEndsWith);
			if (wanted.printedLines) expect(printedIn(run!.console).lines).toBe(wanted.printedLines);
			if (wanted.printedChars) expect(printedIn(run!.console).characters).toBe(wanted.printedChars);
			if (wanted.consoleLevels) expect(run!.console.map(({ level }) => level)).toEqual(wanted.consoleLevels);
			expect(run!.consoleTruncated).toBe(wanted.consoleTruncated ?? false);
			expect(lines.join('\n').length).toBeLessThanOrEqual(64 * 1024);
			expect(lines.length).toBeLessThanOrEqual(1000);
		}

		const here = some(
			outcomes.filter(({ expect: { only = engine } }) => only === engine),
			step
		);
		test.each(here.map((fixture) => [fixture.name, fixture] as const))(
			'%s',
			{ timeout: 80_000 },
			(_, fixture) => patiently(fixture.expect.timeMs ?? AMPLE_MS, (timeMs) => expectOutcome(fixture, timeMs))
		);

		test('says that it started, then what happened, each time with the id of the run', async () => {
			const plan = await makePlan({ ...sum, need: subject.need });
			const { report, events } = await subject.attempt(plan);
			expect(report.status).toBe('ran');
			expect(events.map(({ type }) => type).sort()).toEqual(['console', 'ended', 'started', 'test']);
			expect([events[0]?.type, events.at(-1)?.type]).toEqual(['started', 'ended']);
			expect(new Set(events.map(({ runId }) => runId))).toEqual(new Set([plan.runId]));
		});

		test('all runs of a plan are done, each with its own frozen input, also after one that never ended', async () => {
			const suite = `import { expect, test } from 'vitest';
import { input } from 'passerelle/run';
import { work } from '../start/main.js';
test('works', () => {
	expect(() => { 'use strict'; input.list.push(1); }).toThrow(TypeError);
	expect(() => { 'use strict'; input.list[0].deep = 'x'; }).toThrow(TypeError);
	expect(work(input)).toEqual([{ deep: 'a' }]);
});`;
			const work = `let asked = 0;
export function work(input) {
	if (input.loop) for (;;);
	// Nothing of one run is left in the next one.
	return ++asked === 1 ? input.list : null;
}`;
			const fixture = { files: { 'main.js': work }, suite: { 'tests/x.test.js': suite } };
			const plan = await makePlan({ ...fixture, expected: ['works'], need: subject.need });
			const runs: PlannedRun[] = [
				{ id: 'first', input: { list: [{ deep: 'a' }] } },
				{ id: 'loops', input: { loop: true, list: [{}] } },
				{ id: 'last', input: { list: [{ deep: 'a' }] } }
			];
			const wanted = [
				['first', 'ran', 'pass'],
				['loops', 'timeout', 'not-run'],
				['last', 'ran', 'pass']
			];
			const attempt = async (timeMs: number) => {
				const report = await subject.runAsIs({ ...plan, runs, limits: { ...plan.limits, timeMs } });
				expect(report.runs.map(({ id, status, tests }) => [id, status, tests[0]?.state])).toEqual(wanted);
				expect(report.status).toBe('timeout');
			};
			await patiently(1000, attempt);
		});

		test('a suite reads the files of the learner as they were written', async () => {
			const files = {
				'main.js': '// a remark\nlet total = 3;\nexport const sum = () => total;\n',
				'notes.md': '# à lire'
			};
			const suite = `import { expect, test } from 'vitest';
import { source } from 'passerelle/run';
import { sum } from '../start/main.js';
test('reads', () => {
	expect(sum()).toBe(3);
	expect([source('main.js'), source('notes.md')]).toEqual(${JSON.stringify(Object.values(files))});
	expect(() => source('none.js')).toThrow('There is no file "none.js"');
	expect(() => source('toString')).toThrow('There is no file "toString"');
});`;
			const fixture = { files, suite: { 'tests/x.test.js': suite }, expected: ['reads'] };
			const { report } = await subject.attempt(await makePlan({ ...fixture, need: subject.need }));
			expect(report.runs[0]?.tests.map(({ state, failure }) => [state, failure?.message])).toEqual([
				['pass', undefined]
			]);
		});

		test('an aborted run rejects with the reason before its limit, nothing is heard of it later, and the next one runs', async () => {
			const [plan, next] = [
				await makePlan({ ...endless, need: subject.need }),
				await makePlan({ ...sum, need: subject.need })
			];
			const { aborted, late } = await subject.attempt(plan, { abortAfterMs: 300, next });
			expect({ aborted, late }).toEqual({ aborted: 'Error: stopped', late: 0 });
			expect((await subject.attempt(next)).report.status).toBe('ran');
		});

		test('a run aborted before it begins never reports', async () => {
			const plan = await makePlan({ ...sum, need: subject.need });
			const { aborted, report } = await subject.attempt(plan, { abortAfterMs: 0 });
			// The abort and the run start in the same turn: whichever wins, there is one end.
			expect(['Error: stopped', 'ran']).toContain(aborted ?? report.status);
		});

		test('an abort after the report changes nothing', async () => {
			const plan = await makePlan({ ...sum, need: subject.need });
			const { report, late } = await subject.attempt(plan, { abortAtEnd: true, next: plan });
			expect([report.status, late]).toEqual(['ran', 0]);
		});

		test('two runs asked for at once both end, each with its own report', async () => {
			const [one, two] = [
				await makePlan({ ...sum, need: subject.need }),
				await makePlan({ ...endless, need: subject.need, timeMs: 300 })
			];
			const [first, second] = await Promise.all([
				subject.session.run(two, never()),
				subject.session.run(one, never())
			]);
			expect([first.runId, first.status]).toEqual([two.runId, 'timeout']);
			expect([second.runId, second.status]).toEqual([one.runId, 'ran']);
		});
	});
}
