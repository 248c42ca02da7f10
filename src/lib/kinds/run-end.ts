import { firstError } from '../contract/diagnostic.ts';
import type { RunEnd } from '../contract/problem-details.ts';
import type { Failure } from '../contract/report.ts';
import type { Attempt } from './proof.ts';

/** What is known of a run that is over. */
export type Ended = Pick<Attempt, 'tests'> & {
	report: Pick<Attempt['report'], 'status' | 'diagnostics' | 'runs'>;
};

/** What a run threw outside its tests. */
export const thrownIn = ({ report: { runs } }: Ended): Failure | undefined =>
	runs[0]?.failure ?? runs[0]?.unhandled[0];

/** The test in which a run that took too long was stopped: tests run one after another. Null where it ended by itself. */
export const endlessTest = ({ report, tests }: Ended): string | null =>
	report.status === 'timeout' ? (tests.find(({ state }) => state === 'not-run')?.name ?? null) : null;

/** Why a run has no results. */
export function runEnd(done: Ended): RunEnd {
	const first = firstError(done.report.diagnostics);
	const thrown = thrownIn(done);
	const endless = endlessTest(done);
	const stuck = endless === null ? '' : `the test "${endless}" does not end`;
	const why = first?.text ?? (thrown ? `${thrown.name}: ${thrown.message}` : stuck);
	const unhandled = thrown !== undefined && thrown === done.report.runs[0]?.unhandled[0];
	return { status: done.report.status, why, ...(unhandled ? { unhandled } : {}) };
}
