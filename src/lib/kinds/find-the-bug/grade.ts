import type { Grade } from '../../contract/grade.ts';
import type { Report } from '../../contract/report.ts';
import { gradeParts, programPart, testsPart } from '../own-program/grade.ts';

/**
 * Two parts, of equal weight: a test that shows the bug, and a program without it. All points for both, none for one.
 *
 * Codes besides those of `gradeReport` and of `own-program/grade.ts`: `test-shows-bug`, `test-misses-bug`; `bug-mended`;
 * `bug-not-mended` {count: tests of ours that fail, total}.
 */
export const gradeFind = (report: Report, exercise: { points: number }): Grade =>
	gradeParts(report, exercise, ({ tests, own, suite }) => [
		testsPart(report, tests, 'test', (bugs) => {
			const shown = bugs.length > 0 && bugs.every(({ state }) => state === 'caught');
			return { code: shown ? 'test-shows-bug' : 'test-misses-bug', params: {} };
		}),
		programPart(report, suite, own, 'program', {
			good: { code: 'bug-mended', params: {} },
			bad: ({ length: count }, total) => ({ code: 'bug-not-mended', params: { count, total } })
		})
	]);
