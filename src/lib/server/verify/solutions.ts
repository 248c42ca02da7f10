import { z } from 'zod';
import { exerciseId, type Exercise } from '../../contract/exercise.ts';
import type { JsonValue } from '../../contract/json.ts';
import { kinds } from '../../kinds/kinds.ts';
import { endpoint, type EndpointEvent } from '../guard/endpoint.ts';
import type { Guard } from '../guard/guard.ts';
import { Refused } from '../guard/refusal.ts';
import { BODY_BYTES } from './http.ts';
import { SubmissionRefused, type Submission, type Verifier } from './verify.ts';

const passedWork = z.strictObject({
	exercise: z.strictObject({ id: exerciseId.max(100), hash: z.string().max(100) }),
	/** Of the exercise's kind, whose schema the verifier asks. */
	submission: z.unknown()
});

/** A right way: "solution", "also/…". */
interface Way {
	name: string;
	submission: JsonValue;
}

interface SolutionsServer {
	guard: Guard;
	/** Null where the server runs no code. */
	verifier(): Promise<Verifier | null>;
	catalog(): Promise<{ exercise(id: string): Exercise | null }>;
}

const waysOf = (exercise: Exercise): Way[] =>
	kinds
		.get(exercise.manifest.kind)
		.samples(exercise)
		.filter(({ name }) => name === 'solution' || name.startsWith('also/'))
		.map(({ name, submission }) => ({ name, submission }));

/**
 * `POST /api/solutions`: the right ways of an exercise, for who sends work that passes. What a page says of it counts for
 * nothing: the work is run here, and only a pass that is `verified` is answered. Everything else gets a refusal, before the
 * solution has been looked at.
 */
export const solutionsEndpoint = endpoint<
	Pick<Submission, 'exercise'> & { submission?: unknown },
	EndpointEvent<SolutionsServer>
>(
	{ who: 'everybody', from: 'here', rate: 'verify', body: passedWork, most: BODY_BYTES },
	async ({ input, client, event }) => {
		const { server } = event.locals;
		const verifier = await server.verifier();
		if (!verifier) throw new Refused('unavailable');
		const { exercise, submission } = input;
		const { grade } = await verifier
			.verify(
				{ exercise, submission, mode: 'check', runId: 'solutions' },
				{ client, signal: event.request.signal }
			)
			.catch((error: unknown) => {
				throw error instanceof SubmissionRefused ? new Refused(error.code) : error;
			});
		if (!grade?.passed) throw new Refused('not-passed');
		if (grade.trust !== 'verified') throw new Refused('not-verified');
		const found = (await server.catalog()).exercise(exercise.id);
		// Edited while its work was run.
		if (found?.hash !== exercise.hash) throw new Refused('exercise-changed');
		return Response.json({ ways: waysOf(found) });
	}
);
