import type { FailureReason } from '../contract/problem-details.ts';
import type { TestResult } from '../contract/report.ts';

/** Vitest's sentence goes on about settings that nobody here has. */
function timedOut(message: string): string {
	const ms = /timed out in (\d+)ms/.exec(message)?.[1];
	return ms === undefined
		? message
		: `it does not end within ${ms} ms: something that it awaits never happens`;
}

/** Why a test did not pass, without what only a learner's page shows. */
export function failureReason({ state, failure }: TestResult): FailureReason {
	if (!failure) return { reason: state === 'skipped' ? 'skipped' : 'not-run' };
	const { kind, name, note, message, expected, received } = failure;
	// What broke comes before what the suite advises.
	const said = note !== null && kind === 'error' ? `${message}. ${note}` : (note ?? message);
	return {
		reason: 'failed',
		error: kind === 'assertion' || kind === 'limit' ? null : name,
		text: note === null && kind === 'limit' ? timedOut(message) : said,
		compared: note && !(expected === null && received === null) ? { expected, received } : null
	};
}
