import { error, json } from '@sveltejs/kit';
import * as esbuild from 'esbuild';
import { z } from 'zod';
import { compileLearner, MAX_SOURCE_CHARS } from '$lib/compile/compile-learner';
import { ENGINE_NEEDS, learnerPath } from '$lib/contract/exercise';
import { createRateLimit } from '$lib/server/guard/rate-limit';
import { isSameOrigin } from '$lib/server/guard/same-origin';
import type { RequestHandler } from './$types';

const body = z.strictObject({
	files: z.record(learnerPath, z.string()).refine((files) => Object.keys(files).length <= 20),
	entry: learnerPath,
	mocked: z.array(learnerPath).max(20),
	need: z.enum(ENGINE_NEEDS),
	packages: z.array(z.string().max(214)).max(20)
});

/** A learner types; each pause is one request of a few milliseconds. A class behind one address shares a bucket. */
const limit = createRateLimit({ burst: 120, perSecond: 40 });

/** Compiles a learner's files while the page's own compiler is still being downloaded. Runs nothing. */
export const POST: RequestHandler = async ({ request, url, getClientAddress }) => {
	if (!isSameOrigin(request, url.origin)) error(403, 'only for pages of this site');
	const wait = limit(getClientAddress());
	if (wait > 0)
		return json({ message: 'too many requests' }, { status: 429, headers: { 'retry-after': String(wait) } });
	// Four bytes of UTF-8 at most for each character, and the JSON around them.
	if (Number(request.headers.get('content-length') ?? 0) > MAX_SOURCE_CHARS * 4 + 10_000)
		error(413, 'too large');
	const parsed = body.safeParse(await request.json().catch(() => null));
	if (!parsed.success) error(400, 'files, entry or mocked is wrong');
	return json(await compileLearner(esbuild, parsed.data));
};
