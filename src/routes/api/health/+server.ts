import { answerHealth } from '$lib/server/verify/health';
import type { RequestHandler } from './$types';

/** How the server is, for operators and for pages that look for an engine. */
export const GET: RequestHandler = ({ locals }) => answerHealth(locals.server.health());
