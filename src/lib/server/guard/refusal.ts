/** Why a request is not done, by code → status. */
const STATUS = {
	'other-site': 403,
	'not-passed': 403,
	'not-verified': 403,
	'body-invalid': 400,
	'query-invalid': 400,
	'unsupported-type': 415,
	'too-large': 413,
	'not-found': 404,
	'unknown-exercise': 404,
	'submission-invalid': 400,
	'exercise-changed': 409,
	'too-many-requests': 429,
	'queue-full': 429,
	'client-full': 429,
	unavailable: 503
} as const;

export type RefusalCode = keyof typeof STATUS;

/** A request that is not done, and says so by its code: no fault of ours, and nothing for the log. */
export class Refused extends Error {
	constructor(
		readonly code: RefusalCode,
		/** When to come back. */
		readonly seconds?: number
	) {
		super(`The request is refused: ${code}`);
	}
}

/** `{ "refused": code }` with the code's status. */
export function answerRefusal({ code, seconds }: Pick<Refused, 'code' | 'seconds'>): Response {
	const headers = new Headers({ 'cache-control': 'no-store' });
	if (seconds !== undefined) headers.set('retry-after', String(seconds));
	return Response.json({ refused: code }, { status: STATUS[code], headers });
}
