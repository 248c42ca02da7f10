import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	checkHandIn,
	expectedVerdicts,
	fewMistakes,
	handInsOf,
	openOwnExercises,
	verdictOf,
	verdicts
} from '../support/exercise-hand-ins.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';
import { openWorker } from './subjects/worker.ts';

/** What every check of ours is proved on, in the engine that a learner's page would choose, in Chromium. */
const IN_THE_PAGE = { worker: openWorker, dom: openDom('dom'), node: openWebcontainer };
const needs = ['worker', 'dom', 'node'] as const;

/**
 * Of one exercise. All of them run in the server's sandbox, where pages are judged by Chromium too (tests/exercises.test.ts): here
 * the engines of the page are looked at. A run in the container's stand-in takes two seconds.
 */
const MISTAKES = { worker: 8, dom: 4, node: 1 };

/** Up to thirty runs in a browser, on a machine that does other things too. */
const PATIENCE_MS = 180_000;

const { catalog, exercises } = await openOwnExercises();

describe.each(needs)('exercises that need "%s"', (need) => {
	const ours = exercises.filter(({ manifest }) => manifest.need === need);
	let page: Subject;
	beforeAll(async () => void (page = await IN_THE_PAGE[need]()), 60_000);
	afterAll(() => page?.close());

	test('are there', () => expect(ours.length).toBeGreaterThanOrEqual(4));

	test.each(ours)(
		'$id: the solution and every other right way pass in the page, mistakes fail the tests it names',
		async (exercise) => {
			const handIns = fewMistakes(handInsOf(exercise), MISTAKES[need]);
			const found = await verdicts(handIns, ({ files }) =>
				checkHandIn(catalog, exercise.id, files, page.session)
			);
			expect(found).toEqual(expectedVerdicts(handIns));
		},
		PATIENCE_MS
	);
});

describe('page exercises', () => {
	let browser: Subject;
	let node: Subject;
	beforeAll(async () => {
		[browser, node] = await Promise.all([openDom('dom')(), openNative('dom')()]);
	}, 60_000);
	afterAll(() => Promise.all([browser?.close(), node?.close()]));

	test.each(exercises.filter(({ manifest }) => manifest.need === 'dom'))(
		'$id: the start has the same verdict in Chromium and on happy-dom',
		async ({ id, start }) => {
			const [here, there] = await Promise.all(
				[browser, node].map(async ({ session }) => {
					const done = await checkHandIn(catalog, id, start, session);
					return { status: done.report.status, points: done.grade?.points, verdict: verdictOf(done) };
				})
			);
			expect(here).toEqual(there);
		}
	);
});
