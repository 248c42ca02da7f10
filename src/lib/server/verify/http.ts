import { z } from 'zod';
import { MAX_SOURCE_CHARS } from '../../compile/compile-learner.ts';
import { exerciseId } from '../../contract/exercise.ts';
import { START_ARG_CHARS, START_ARGS, START_INPUT_CHARS } from '../../contract/plan.ts';
import type { EngineEvent } from '../../engines/engine.ts';
import type { Outcome } from '../../pipeline.ts';
import { endpoint, type EndpointEvent } from '../guard/endpoint.ts';
import type { Guard } from '../guard/guard.ts';
import { Refused } from '../guard/refusal.ts';
import { SubmissionRefused, type Submission, type Verifier } from './verify.ts';

/** Four bytes of UTF-8 at most for each character, and the JSON around them. */
export const BODY_BYTES = (MAX_SOURCE_CHARS + START_INPUT_CHARS) * 4 + 10_000;
/** A proxy or a phone's network closes a connection on which nothing is heard for some half a minute. */
const HEARTBEAT_MS = 10_000;

const submission = z.strictObject({
	exercise: z.strictObject({ id: exerciseId.max(100), hash: z.string().max(100) }),
	mode: z.enum(['check', 'run']),
	/** Of the exercise's kind, whose schema the verifier asks. */
	submission: z.unknown(),
	runId: z.string().min(1).max(100),
	start: z
		.strictObject({
			args: z.array(z.string().max(START_ARG_CHARS)).max(START_ARGS),
			input: z.string().max(START_INPUT_CHARS),
			serves: z.boolean().optional()
		})
		.optional(),
	reason: z.string().max(40).optional()
});

/**
 * One line of the answer: JSON. The last one has the outcome, or says that there is none. Its tests are in the report: who
 * reads it has the exercise's kind.
 */
export type VerifyLine =
	| { event: EngineEvent }
	| { heartbeat: true }
	| { outcome: Omit<Outcome, 'tests'> }
	| { refused: 'unavailable' };

export interface VerifyServer {
	guard: Guard;
	/** Null where the server runs no code. */
	verifier(): Promise<Verifier | null>;
}

/** Lines for a reader who may be slow: what is not read yet is kept, and above one line only the last is added to it. */
function createLines(abort: () => void) {
	const encoder = new TextEncoder();
	let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
	let open = true;
	const body = new ReadableStream<Uint8Array>({
		start: (its) => void (controller = its),
		cancel() {
			open = false;
			abort();
		}
	});
	const enqueue = (line: VerifyLine) =>
		open && controller?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
	return {
		body,
		/** Dropped where nobody reads: the outcome has everything. */
		write(line: VerifyLine) {
			if ((controller?.desiredSize ?? 0) > -EARLY_LINES) enqueue(line);
		},
		end(line: VerifyLine) {
			enqueue(line);
			if (open) controller?.close();
			open = false;
		}
	};
}
/** Lines that wait for a reader: those of a quick run, before its answer begins. */
const EARLY_LINES = 50;

/** Runs a submission, and answers line by line. Rejects where it is refused before anything happens. */
async function answerSubmission(
	asked: Submission,
	{ client, signal, verifier }: { client: string; signal: AbortSignal; verifier: Verifier }
): Promise<Response> {
	const gone = new AbortController();
	const abort = () => gone.abort(new Error('The client is gone'));
	if (signal.aborted) abort();
	signal.addEventListener('abort', abort, { once: true });
	const lines = createLines(abort);
	let begun: () => void = () => {};
	const beginning = new Promise<void>((resolve) => (begun = resolve));
	const outcome = verifier.verify(asked, {
		client,
		signal: gone.signal,
		onEvent(event) {
			lines.write({ event });
			begun();
		}
	});
	await Promise.race([beginning, outcome]);
	const heartbeat = setInterval(() => lines.write({ heartbeat: true }), HEARTBEAT_MS);
	void outcome
		.then(
			({ report, grade }) => lines.end({ outcome: { report, grade } }),
			(error: unknown) => {
				if (!gone.signal.aborted) console.error(`A submission has no outcome: ${String(error)}`);
				lines.end({ refused: 'unavailable' });
			}
		)
		.finally(() => {
			clearInterval(heartbeat);
			signal.removeEventListener('abort', abort);
		});
	return new Response(lines.body, {
		headers: { 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' }
	});
}

/**
 * `POST /api/verify`: runs a submission, and answers with what happens, line by line (`VerifyLine`). Nothing is answered
 * before the run starts or waits, so that what is refused gets a status. A client that goes away aborts its run.
 */
export const verifyEndpoint = endpoint<Submission, EndpointEvent<VerifyServer>>(
	{ who: 'everybody', from: 'here', rate: 'verify', body: submission, most: BODY_BYTES },
	async ({ input, client, event }) => {
		const verifier = await event.locals.server.verifier();
		if (!verifier) throw new Refused('unavailable');
		const { signal } = event.request;
		return answerSubmission(input, { client, signal, verifier }).catch((error: unknown) => {
			throw error instanceof SubmissionRefused ? new Refused(error.code) : error;
		});
	}
);
