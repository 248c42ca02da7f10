import { json } from '@sveltejs/kit';
import { z } from 'zod';
import type { LearnerSource } from '$lib/compile/compiler';
import { MAX_SOURCE_CHARS } from '$lib/compile/compile-learner';
import { ENGINE_NEEDS, learnerPath } from '$lib/contract/exercise';
import { endpoint } from '$lib/server/guard/endpoint';
import type { RequestEvent } from './$types';

const files = z.record(learnerPath, z.string()).refine((all) => Object.keys(all).length <= 20);
const source = z.strictObject({
	files,
	entry: learnerPath,
	mocked: z.array(learnerPath).max(20),
	need: z.enum(ENGINE_NEEDS),
	packages: z.array(z.string().max(214)).max(20),
	program: files.optional(),
	plants: z.array(learnerPath).max(20).optional()
});
/** Four bytes of UTF-8 at most for each character, and the JSON around them. */
const BODY_BYTES = MAX_SOURCE_CHARS * 4 + 10_000;

/** Compiles a learner's files while the page's own compiler is still being downloaded. Runs nothing. */
export const POST = endpoint<LearnerSource, RequestEvent>(
	{ who: 'everybody', from: 'here', rate: 'compile', body: source, most: BODY_BYTES },
	async ({ input, client, event }) =>
		json(await event.locals.server.compiler.compile(input, { client, signal: event.request.signal }))
);
