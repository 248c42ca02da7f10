import type { FailureReason } from '../contract/problem-details.ts';
import type { TestResult } from '../contract/report.ts';

/** Why a test did not pass, without what only a learner's page shows. */
export function failureReason({ state, failure }: TestResult): FailureReason {
	if (!failure) return { reason: state === 'skipped' ? 'skipped' : 'not-run' };
	const { kind, name, note, message, expected, received } = failure;
	return {
		reason: 'failed',
		error: kind === 'assertion' ? null : name,
		text: note ?? message,
		compared: note && !(expected === null && received === null) ? { expected, received } : null
	};
}
