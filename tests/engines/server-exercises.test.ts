import { afterAll, expect, test } from 'vitest';
import type { Verifier } from '../../src/lib/server/verify/verify.ts';
import { openDenoPool } from '../support/deno-pool.ts';
import {
	expectedVerdicts,
	fewMistakes,
	handInsOf,
	openOwnExercises,
	verdicts
} from '../support/exercise-hand-ins.ts';
import { openHere } from '../support/not-here.ts';
import { verifierFor } from './subjects/remote.ts';

/** Of one exercise: all of them run in this sandbox, by the same pipeline, in tests/exercises.test.ts. Here verifying is looked at. */
const MISTAKES = 1;

/** Up to thirty runs in new processes, on a machine that does other things too. */
const PATIENCE_MS = 180_000;

const { catalog, exercises } = await openOwnExercises();
let pool: Awaited<ReturnType<typeof openDenoPool>>;
let verifier: Verifier;
openHere(async () => {
	pool = await openDenoPool({}, { browser: true });
	verifier = verifierFor(pool, catalog);
});
afterAll(() => pool?.dispose());

test.each(exercises)(
	'$id: the server verifies the solution and every other right way, and a mistake fails the tests it names',
	async (exercise) => {
		const { id, hash } = exercise;
		const handIns = fewMistakes(handInsOf(exercise), MISTAKES);
		const trust = new Set<string>();
		const found = await verdicts(handIns, async ({ files, name }) => {
			const editable = exercise.manifest.files.filter((file) => file.editable).map(({ path }) => path);
			const submission = Object.fromEntries(editable.map((path) => [path, files[path] ?? '']));
			const done = await verifier.verify(
				{ exercise: { id, hash }, mode: 'check', submission, runId: name.replaceAll('/', '-') },
				{ client: 'test', signal: new AbortController().signal }
			);
			trust.add(done.grade?.trust ?? 'none');
			return done;
		});
		expect(found).toEqual(expectedVerdicts(handIns));
		expect([...trust]).toEqual(['verified']);
	},
	PATIENCE_MS
);
