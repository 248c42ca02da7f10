import { emptyReport, type BugReport } from '../../contract/bug-report.ts';
import { LOCALES } from '../../contract/locale.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import { without, type Attempt, type ProofAttempt } from '../proof.ts';
import { runEnd } from '../run-end.ts';
import type { ReportArtifacts } from './artifacts.ts';
import type { ReportExercise } from './exercise.ts';
import { TRIED } from './grade.ts';
import { reportProblem } from './problems.ts';
import { checkIds } from './report-suite.ts';

type ReportAttempt = ProofAttempt<BugReport>;

/** What a learner has who has done nothing. */
export const START = emptyReport('en');

const startAttempt = ({ id }: ReportExercise): ReportAttempt => ({
	role: 'other',
	submission: START,
	expected: (done) => !done.passed && done.failed.includes('bug-shows'),
	problems: (done) =>
		done.passed || !done.failed.includes('bug-shows')
			? [reportProblem('start-passes', { file: `${id}/symptom/` })]
			: []
});

function goodAttempt(role: 'solution' | 'other', submission: BugReport, file: string): ReportAttempt {
	return {
		role,
		submission,
		expected: ({ passed }) => passed,
		problems(done) {
			if (done.passed) return [];
			if (done.tests.length === 0)
				return [reportProblem('solution-fails/end', { file }, { end: runEnd(done) })];
			const first = done.tests.find(({ failure }) => failure)?.failure;
			return [
				reportProblem('solution-fails/lacks', { file }, { lacks: done.failed, why: first?.message ?? '' })
			];
		}
	};
}

function wrongAttempt(
	{ id }: ReportExercise,
	{ name: mistake, report, lacks }: ReportExercise['wrong'][number],
	sources: Sources
): ReportAttempt {
	const differences = ({ failed }: Attempt) => ({
		also: without(failed, lacks),
		not: without(lacks, failed)
	});
	const expected = (done: Attempt): boolean => {
		const { also, not } = differences(done);
		return !done.passed && done.tests.length > 0 && also.length === 0 && not.length === 0;
	};
	return {
		role: 'other',
		submission: report,
		expected,
		problems(done) {
			if (expected(done)) return [];
			const file = `${id}/wrong/${mistake}/wrong.json`;
			const place = { file, ...lineIn(sources, file, ['lacks']) };
			if (done.passed) return [reportProblem('wrong-passes', place, { mistake })];
			if (done.tests.length === 0)
				return [reportProblem('wrong-fails-others/end', place, { mistake, end: runEnd(done) })];
			return [reportProblem('wrong-fails-others', place, { mistake, ...differences(done) })];
		}
	};
}

/** Nothing is not enough, each good report is, in each language, and each weak one lacks what it says. */
export const reportAttempts = (
	exercise: ReportExercise,
	_artifacts: ReportArtifacts,
	sources: Sources
): ReportAttempt[] => [
	startAttempt(exercise),
	...LOCALES.map((language, index) =>
		goodAttempt(
			index === 0 ? 'solution' : 'other',
			exercise.solution[language],
			`${exercise.id}/solution/report.${language}.json`
		)
	),
	...exercise.also.map(({ name, report }) =>
		goodAttempt('other', report, `${exercise.id}/also/${name}/report.json`)
	),
	...exercise.wrong.map((one) => wrongAttempt(exercise, one, sources))
];

/** What would make a better exercise. */
export const reportRemarks = ({ id, wrong }: ReportExercise): Problem[] =>
	wrong.some(({ lacks }) => lacks.includes('bug-shows'))
		? []
		: [reportProblem('few-mistakes', { remark: true, file: `${id}/wrong/` })];

/** What is said to be missing, and is nothing that a report is asked for. */
export function unknownLacks({ id, manifest, wrong }: ReportExercise, sources: Sources): Problem[] {
	const known = [...TRIED, ...checkIds(manifest)];
	return wrong.flatMap(({ name, lacks }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return lacks.flatMap((lack, index): Problem[] => {
			if (known.includes(lack)) return [];
			const place = { file, ...lineIn(sources, file, ['lacks', index]) };
			return [reportProblem('invalid-field/unknown-lack', place, { lack, known })];
		});
	});
}
