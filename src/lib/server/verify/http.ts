import { z } from 'zod';
import { MAX_SOURCE_CHARS } from '../../compile/compile-learner.ts';
import { exerciseId, learnerPath } from '../../contract/exercise.ts';
import type { EngineEvent } from '../../engines/engine.ts';
import type { Outcome } from '../../pipeline.ts';
import { readLimited } from '../guard/read-limited.ts';
import { isSameOrigin } from '../guard/same-origin.ts';
import { TurnRefused } from '../guard/turns.ts';
import { SubmissionRefused, type RefusedCode, type Submission, type Verifier } from './verify.ts';

const FILES = 20;
/** Four bytes of UTF-8 at most for each character, and the JSON around them. */
export const BODY_BYTES = MAX_SOURCE_CHARS * 4 + 10_000;
/** A proxy or a phone's network closes a connection on which nothing is heard for some half a minute. */
const HEARTBEAT_MS = 10_000;

const submission = z.strictObject({
	exercise: z.strictObject({ id: exerciseId.max(100), hash: z.string().max(100) }),
	mode: z.enum(['check', 'run']),
	files: z.record(learnerPath, z.string()).refine((files) => Object.keys(files).length <= FILES),
	runId: z.string().min(1).max(100),
	reason: z.string().max(40).optional()
});

export type VerifyRefusal =
	| RefusedCode
	| 'other-site'
	| 'body-invalid'
	| 'too-large'
	| 'too-many-requests'
	| 'queue-full'
	| 'client-full'
	| 'unavailable';

/** One line of the answer: JSON. The last one has the outcome, or says that there is none. */
export type VerifyLine =
	{ event: EngineEvent } | { heartbeat: true } | { outcome: Outcome } | { refused: VerifyRefusal };

const STATUS: Readonly<Record<VerifyRefusal, number>> = {
	'other-site': 403,
	'body-invalid': 400,
	'too-large': 413,
	'unknown-exercise': 404,
	'unknown-file': 400,
	'exercise-changed': 409,
	'too-many-requests': 429,
	'queue-full': 429,
	'client-full': 429,
	unavailable: 503
};

function refuse(code: VerifyRefusal, seconds?: number): Response {
	const headers = new Headers({ 'cache-control': 'no-store' });
	if (seconds !== undefined) headers.set('retry-after', String(seconds));
	return Response.json({ refused: code }, { status: STATUS[code], headers });
}

/** What an error means to the client; null for an error of ours. */
function refusalOf(error: unknown): Response | null {
	if (error instanceof SubmissionRefused) return refuse(error.code);
	return error instanceof TurnRefused ? refuse(error.reason, error.seconds) : null;
}

async function parse(request: Request): Promise<Submission | Response> {
	const text = await readLimited(request, BODY_BYTES);
	if (text === null) return refuse('too-large');
	try {
		return submission.parse(JSON.parse(text));
	} catch {
		return refuse('body-invalid');
	}
}

export interface VerifyRequest {
	request: Request;
	/** The site's own. */
	origin: string;
	/** Whom the request comes from: limits are for each. */
	client: string;
	/** Seconds to wait before this client may ask again, 0 where it may. */
	limit: (client: string) => number;
	/** Null where the server runs no code. */
	verifier: Verifier | null;
}

/**
 * `POST /api/verify`: runs a submission, and answers with what happens, line by line (`VerifyLine`). Nothing is answered
 * before the run starts or waits, so that what is refused gets a status. A client that goes away aborts its run.
 */
export async function answerVerify(asked: VerifyRequest): Promise<Response> {
	const { request, client, verifier } = asked;
	if (!isSameOrigin(request, asked.origin)) return refuse('other-site');
	if (!verifier) return refuse('unavailable');
	const wait = asked.limit(client);
	if (wait > 0) return refuse('too-many-requests', wait);
	const parsed = await parse(request);
	if (parsed instanceof Response) return parsed;

	const gone = new AbortController();
	const abort = () => gone.abort(new Error('The client is gone'));
	if (request.signal.aborted) abort();
	request.signal.addEventListener('abort', abort, { once: true });
	const encoder = new TextEncoder();
	let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
	const early: VerifyLine[] = [];
	const write = (line: VerifyLine) => {
		if (gone.signal.aborted) return;
		if (stream) stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
		else early.push(line);
	};
	let begun: () => void = () => {};
	const beginning = new Promise<void>((resolve) => (begun = resolve));
	const outcome = verifier.verify(parsed, {
		client,
		signal: gone.signal,
		onEvent(event) {
			write({ event });
			begun();
		}
	});
	try {
		await Promise.race([beginning, outcome]);
	} catch (error) {
		const refused = refusalOf(error);
		if (refused) return refused;
		throw error;
	}
	const heartbeat = setInterval(() => write({ heartbeat: true }), HEARTBEAT_MS);
	const body = new ReadableStream<Uint8Array>({
		async start(controller) {
			stream = controller;
			early.forEach(write);
			try {
				write({ outcome: await outcome });
			} catch (error) {
				if (!gone.signal.aborted) console.error(error);
				write({ refused: 'unavailable' });
			} finally {
				clearInterval(heartbeat);
				request.signal.removeEventListener('abort', abort);
				if (!gone.signal.aborted) controller.close();
			}
		},
		cancel: abort
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/x-ndjson',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no'
		}
	});
}
