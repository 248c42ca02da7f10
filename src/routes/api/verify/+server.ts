import { createRateLimit } from '$lib/server/guard/rate-limit';
import { answerVerify } from '$lib/server/verify/http';
import type { RequestHandler } from './$types';

/** A run takes the server some 100 ms. A class behind one address shares a bucket. */
const limit = createRateLimit({ burst: 40, perSecond: 10 });

/** Runs a submission in the server's sandbox: a line of JSON for each thing that happens, the outcome last. */
export const POST: RequestHandler = async ({ request, url, getClientAddress, locals }) =>
	answerVerify({
		request,
		origin: url.origin,
		client: getClientAddress(),
		limit,
		verifier: await locals.server.verifier()
	});
