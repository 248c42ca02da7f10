import { healthEndpoint } from '$lib/server/verify/health-endpoint';

/** How the server is, for operators and for pages that look for an engine. */
export const GET = healthEndpoint;
