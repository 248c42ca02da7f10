import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';
import { compileLearner } from '../src/lib/compile/compile-learner.ts';
import { sourceOf } from '../src/lib/compile/compiler.ts';
import type { Exercise, FileMap } from '../src/lib/contract/exercise.ts';
import { LOCALES, TRANSLATED_LOCALES } from '../src/lib/contract/locale.ts';
import type { Plan } from '../src/lib/contract/plan.ts';
import type { Report } from '../src/lib/contract/report.ts';
import { checkSuiteNames } from '../src/lib/exercise/check-suite-names.ts';
import { compileMessages } from '../src/lib/exercise/message-patterns.ts';
import { runPipeline, type Outcome } from '../src/lib/pipeline.ts';
import { openCatalog } from '../src/lib/server/catalog/catalog.ts';
import { createNativeEngine } from '../src/lib/server/verify/native-engine.ts';
import { nodeHarnesses } from './support/make-plan.ts';

const root = fileURLToPath(new URL('../exercises', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/suites', import.meta.url));
const catalog = await openCatalog({ roots: [root], harnesses: await nodeHarnesses(), cache });
const session = await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal);
const exercises = catalog.ids().map((id) => catalog.exercise(id)!);

async function run(mode: Plan['mode'], exercise: Exercise, files: FileMap): Promise<Outcome> {
	const suite = await catalog.suite(exercise.id, mode === 'check' ? 'hidden' : 'examples', 'en');
	const page = (await catalog.publicExercise(exercise.id, 'en'))!;
	return runPipeline(
		{
			mode,
			runId: 'proof',
			target: page,
			source: sourceOf(page, files),
			packages: (await catalog.packages(exercise.id)) ?? undefined,
			suite: async () => suite,
			signal: new AbortController().signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
}

interface Checked {
	report: Report;
	passed: boolean;
	failed: string[];
}

const checked = new Map<string, Promise<Checked>>();
/** Several tests look at the same start or mistake from different sides: it is checked once. */
function check(exercise: Exercise, files: FileMap): Promise<Checked> {
	const key = JSON.stringify([exercise.id, files]);
	let result = checked.get(key);
	if (!result) checked.set(key, (result = checkOnce(exercise, files)));
	return result;
}

async function checkOnce(exercise: Exercise, files: FileMap): Promise<Checked> {
	const { report, grade } = await run('check', exercise, files);
	const tests = report.runs[0]?.tests ?? [];
	return {
		report,
		passed: grade!.passed,
		failed: tests.filter((one) => one.state !== 'pass').map((one) => one.name)
	};
}

test('every folder of exercises/ and the map are without problems', () => {
	expect(catalog.problems()).toEqual([]);
	expect(exercises.length).toBeGreaterThanOrEqual(26);
});

describe.each(exercises)('$id', (exercise) => {
	const complete = { ...exercise.start, ...exercise.solution };

	test('the start does not pass', async () => {
		const { passed, report } = await check(exercise, exercise.start);
		expect(passed).toBe(false);
		expect(report.status).toBe('ran');
	});

	test('the solution passes, well within its time', async () => {
		const { passed, failed, report } = await check(exercise, complete);
		expect(failed).toEqual([]);
		expect(passed).toBe(true);
		expect(report.runs[0]!.durationMs).toBeLessThan(exercise.manifest.timeLimitMs / 2);
	});

	test.each(exercise.wrong)(
		'the mistake "$name" fails exactly the tests it names',
		async ({ files, fails }) => {
			const { passed, failed } = await check(exercise, { ...complete, ...files });
			expect(passed).toBe(false);
			expect([...failed].sort()).toEqual([...fails].sort());
		}
	);

	test('every hidden test is failed by the start or by a mistake', async () => {
		const suite = (await catalog.suite(exercise.id, 'hidden', 'en'))!;
		const fallible = new Set((await check(exercise, exercise.start)).failed);
		for (const { fails } of exercise.wrong) for (const name of fails) fallible.add(name);
		expect(suite.expected.filter((name) => !fallible.has(name))).toEqual([]);
	});

	test('the visible tests pass with the solution', async () => {
		const suite = await catalog.suite(exercise.id, 'examples', 'en');
		if (!suite) return expect(Object.keys(exercise.examples)).toEqual([]);
		const { report } = await run('run', exercise, complete);
		expect(report.runs[0]!.tests.map((one) => one.state)).toEqual(suite.expected.map(() => 'pass'));
	});

	test('every test name is translated, and nothing else', async () => {
		const hidden = (await catalog.suite(exercise.id, 'hidden', 'en'))!.expected;
		const examples = (await catalog.suite(exercise.id, 'examples', 'en'))?.expected ?? [];
		expect(checkSuiteNames(exercise, { hidden, examples })).toEqual([]);
	});

	test('every failure note that the start and the mistakes meet is translated', async () => {
		const notes = new Set<string>();
		for (const files of [
			exercise.start,
			...exercise.wrong.map((wrong) => ({ ...complete, ...wrong.files }))
		]) {
			const { report } = await check(exercise, files);
			for (const { failure } of report.runs[0]!.tests) if (failure?.note) notes.add(failure.note);
		}
		expect(notes.size).toBeGreaterThan(0);
		for (const locale of TRANSLATED_LOCALES) {
			const translate = compileMessages(exercise.messages[locale].messages);
			expect([...notes].filter((note) => translate(note) === null)).toEqual([]);
		}
	});

	test('has a title, a brief and three hints or more in every language', () => {
		for (const locale of LOCALES) {
			expect(exercise.manifest.title[locale].length).toBeLessThanOrEqual(22);
			expect(exercise.brief[locale].length).toBeGreaterThan(200);
			expect(exercise.hints[locale].length).toBeGreaterThanOrEqual(3);
		}
		expect(exercise.wrong.length).toBeGreaterThanOrEqual(2);
	});
});
