import type { RunStatus, TestResult } from '../contract/report.ts';

/** Longer messages of errors would hide the next problem. */
const MESSAGE_CHARS = 300;
export const shorten = (text: string): string =>
	text.length > MESSAGE_CHARS ? `${text.slice(0, MESSAGE_CHARS)}…` : text;

/** Why a test failed, in one line. */
export function describeFailure({ state, failure }: TestResult): string {
	if (!failure) return state === 'skipped' ? 'it is skipped' : 'it did not run';
	const compared =
		failure.expected === null && failure.received === null
			? ''
			: ` (expected ${failure.expected}, received ${failure.received})`;
	const name = failure.kind === 'assertion' ? '' : `${failure.name}: `;
	return shorten(
		`${name}${failure.note ?? failure.message}${failure.note ? compared : ''}`.replaceAll('\n', ' ')
	);
}

/** How a run ended that did not end by itself; said of a program. */
export const STATUS_WORDS: Readonly<Record<Exclude<RunStatus, 'ran'>, string>> = {
	'compile-error': 'does not compile',
	timeout: 'does not end within its time limit',
	crash: 'ends the sandbox',
	'out-of-memory': 'uses up the memory',
	'nothing-ran': 'runs no test',
	tampered: 'changes what the suite is built on, such as a prototype',
	'engine-failed': 'could not be run'
};
