import type { Grade, GradePart } from '../../contract/grade.ts';
import type { BugResult } from '../../contract/kill-map.ts';
import type { Report } from '../../contract/report.ts';
import { gradeParts, programPart, testsPart } from '../own-program/grade.ts';

type Code = Grade['codes'][number];

/** Before the names of hidden tests that say how the program is to be written; the others say what it does. */
export const FORM = 'form > ';

const caughtOf = (bugs: readonly BugResult[]): number =>
	bugs.filter(({ state }) => state === 'caught').length;

/** What is told of the bugs of the program as it was. */
function netCode(bugs: readonly BugResult[]): Code {
	const [total, caught] = [bugs.length, caughtOf(bugs)];
	const count = total - caught;
	if (count === 0) return { code: 'all-caught', params: { count: total } };
	return { code: caught === 0 ? 'none-caught' : 'some-escaped', params: { count, caught, total } };
}

/** Whether the learner's tests notice the bugs of the learner's own version too. */
function guardPart({ planted }: Report): GradePart {
	const part = (code: Code | null, done = false): GradePart => ({
		name: 'guard',
		done,
		codes: code ? [code] : [],
		runs: []
	});
	if (!planted) return part(null);
	const { bugs } = planted.kills;
	const [total, caught] = [bugs.length, caughtOf(bugs)];
	if (total === 0) return part({ code: 'guard-nothing', params: {} });
	const count = total - caught;
	if (count > 0) return part({ code: 'guard-open', params: { count, total } });
	return part({ code: 'guard-holds', params: { count: total } }, true);
}

/**
 * Three parts, of equal weight: tests that notice each bug of the program as it was; a program that does the same and is written as
 * it should be; tests that notice the bugs of that program too. All points for all of them.
 *
 * Codes besides those of `gradeReport` and of `own-program/grade.ts`: `all-caught`, `some-escaped`, `none-caught` (see `bugs/grade.ts`);
 * `form-reached`; `behaviour-changed` {count: tests of what it does that fail}; `form-open` {count: tests of its form that fail, total:
 * of all}; `guard-holds` {count: bugs}; `guard-open` {count: bugs that escaped, total}; `guard-nothing` where no bug could be planted.
 */
export const gradeRefactor = (report: Report, exercise: { points: number }): Grade =>
	gradeParts(report, exercise, ({ tests, own, suite }) => [
		testsPart(report, tests, 'net', netCode),
		programPart(report, suite, own, 'form', {
			good: { code: 'form-reached', params: {} },
			bad(failed, total): Code {
				const broken = failed.filter(({ name }) => !name.startsWith(FORM)).length;
				if (broken > 0) return { code: 'behaviour-changed', params: { count: broken } };
				return { code: 'form-open', params: { count: failed.length, total } };
			}
		}),
		guardPart(report)
	]);
