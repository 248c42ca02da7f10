import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { sourceOf } from '../../src/lib/compile/compiler.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { runPipeline } from '../../src/lib/pipeline.ts';
import { openCatalog } from '../../src/lib/server/catalog/catalog.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

const root = fileURLToPath(new URL('../../exercises', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/suites', import.meta.url));
const catalog = await openCatalog({ root, harnesses: await nodeHarnesses(), cache });
const exercises = catalog
	.ids()
	.map((id) => catalog.exercise(id)!)
	.filter(({ manifest }) => manifest.engine === 'dom');

/** The grade, and the state of each test. */
async function verdict(id: string, files: FileMap, session: EngineSession) {
	const suite = await catalog.suite(id, 'hidden', 'en');
	const page = (await catalog.publicExercise(id, 'en'))!;
	const { report, grade } = await runPipeline(
		{
			mode: 'check',
			runId: 'parity',
			target: page,
			source: sourceOf(page, files),
			suite: async () => suite,
			signal: new AbortController().signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
	const tests = report.runs[0]?.tests.map(({ name, state }) => [name, state]);
	return { status: report.status, points: grade?.points, passed: grade?.passed, tests };
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
	const versions: [string, FileMap][] = [
		['the start', exercise.start],
		['the solution', complete],
		...exercise.wrong.map(({ name, files }): [string, FileMap] => [
			`the mistake "${name}"`,
			{ ...complete, ...files }
		])
	];

	test.each(versions)('%s has the same verdict in Chromium and on happy-dom', async (_, files) => {
		const [here, there] = await Promise.all(
			[browser, node].map(({ session }) => verdict(exercise.id, files, session))
		);
		expect(here).toEqual(there);
	});
});
