import { verifyEndpoint } from '$lib/server/verify/http';

/** Runs a submission in the server's sandbox: a line of JSON for each thing that happens, the outcome last. */
export const POST = verifyEndpoint;
