import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { asCodeExercise } from '../../src/lib/kinds/code/exercise.ts';
import { runKind } from '../../src/lib/kinds/page-kinds.ts';
import { runPipeline } from '../../src/lib/pipeline.ts';
import { openCatalog } from '../../src/lib/server/catalog/catalog.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

const root = fileURLToPath(new URL('../../exercises', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/suites', import.meta.url));
const catalog = await openCatalog({ roots: [root], harnesses: await nodeHarnesses(), cache });
const exercises = catalog
	.ids()
	.map((id) => asCodeExercise(catalog.exercise(id)!))
	.filter(({ manifest }) => manifest.need === 'dom');

/** The grade, and the tests that do not pass. */
async function verdict(id: string, files: FileMap, session: EngineSession) {
	const suite = await catalog.suite(id, 'hidden', 'en');
	const runnable = (await catalog.runnable(id))!;
	const { report, grade } = await runPipeline(
		{
			mode: 'check',
			runId: 'parity',
			kind: runKind(runnable.kind),
			exercise: runnable,
			submission: files,
			suite: async () => suite,
			signal: new AbortController().signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
	const tests = report.runs[0]?.tests ?? [];
	const failed = tests.filter(({ state }) => state !== 'pass').map(({ name }) => name);
	return { status: report.status, points: grade?.points, passed: grade?.passed, failed };
}

let browser: Subject;
let node: Subject;
beforeAll(async () => {
	[browser, node] = await Promise.all([openDom('dom')(), openNative('dom')()]);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), node?.close()]));

test('there are page exercises to compare', () => expect(exercises.length).toBeGreaterThanOrEqual(1));

describe.each(exercises)('$id', (exercise) => {
	const complete = { ...exercise.start, ...exercise.solution };

	test('the start has the same verdict in Chromium and on happy-dom', async () => {
		const [here, there] = await Promise.all(
			[browser, node].map(({ session }) => verdict(exercise.id, exercise.start, session))
		);
		expect(here).toEqual(there);
	});

	test('the solution passes in Chromium', async () => {
		const { passed, failed } = await verdict(exercise.id, complete, browser.session);
		expect(failed).toEqual([]);
		expect(passed).toBe(true);
	});

	// On happy-dom tests/exercises.test.ts proves the same, for all exercises.
	test.each(exercise.also)('the other right way "$name" passes in Chromium', async ({ files }) => {
		const { passed, failed } = await verdict(exercise.id, { ...complete, ...files }, browser.session);
		expect(failed).toEqual([]);
		expect(passed).toBe(true);
	});

	test.each(exercise.wrong)(
		'the mistake "$name" fails in Chromium exactly the tests it names',
		async ({ files, fails }) => {
			const { status, failed } = await verdict(exercise.id, { ...complete, ...files }, browser.session);
			expect(failed.sort(), `The run ended as: ${status}`).toEqual([...fails].sort());
		}
	);
});
