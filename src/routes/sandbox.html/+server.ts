import { SANDBOX_HEADERS, SANDBOX_PAGE } from '$lib/engines/worker/sandbox-page';

export const GET = () => new Response(SANDBOX_PAGE, { headers: SANDBOX_HEADERS });
