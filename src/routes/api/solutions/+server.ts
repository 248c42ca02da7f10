import { solutionsEndpoint } from '$lib/server/verify/solutions';

/** The solution and the other right ways, for work that the server has found right itself. */
export const POST = solutionsEndpoint;
