import type { BugReport } from '../../contract/bug-report.ts';
import { OUTPUT_CHARS } from '../../contract/plan.ts';
import { NO_SCRIPT } from '../no-script.ts';
import type { PlanInput, PlanParts } from '../run-kind.ts';
import { inLanguage, wordsOf } from './app-words.ts';
import { checkReport } from './report-rules.ts';
import type { ReportRunnable, ReportSuite } from './runnable.ts';

/** The buggy app first: whether its bug shows is the first thing to say. */
export const BUILDS = ['bug', 'app'] as const;
export const SEVERITY = 'severity';
export const PAGE = 'index.html';

/** The same steps on the app with the bug and on the mended one. What the suite reads of it: see `report-suite.ts`. */
export function planReport({
	exercise,
	submission,
	suite
}: PlanInput<ReportRunnable, BugReport, ReportSuite>): PlanParts {
	const { language, steps, severity } = submission;
	const app = inLanguage(suite?.build ?? exercise.app, exercise.words, language);
	const judged = severity !== null && suite?.severity.includes(severity);
	const met = [
		...checkReport(submission, exercise).flatMap((one) => (one.met ? [one.id] : [])),
		...(judged ? [SEVERITY] : [])
	];
	const words = wordsOf(exercise.words, language);
	return {
		files: app.files,
		packages: { versions: {}, code: null },
		learner: { ...NO_SCRIPT, code: app.code, pages: app.pages },
		entry: suite ? `${BUILDS[0]}/${PAGE}` : PAGE,
		suite: suite && { code: suite.code, statics: suite.statics, expected: suite.tests },
		runs: BUILDS.map((build) => ({ id: build, input: { build, language, steps, words, met } })),
		limits: { timeMs: exercise.timeLimitMs, outputChars: OUTPUT_CHARS },
		allowPrototype: false,
		allowsUnhandled: []
	};
}
