import type { ReportRules, Severity } from '../../contract/bug-report.ts';
import type { CompiledSuite, PublicExercise, RunnableExercise } from '../../contract/exercise.ts';
import type { AppBuild, AppWords } from './app-words.ts';

/** What runs and pages know of an exercise of this kind. */
export interface ReportRunnable extends RunnableExercise {
	/** With the bug: the learner plays with it. */
	app: AppBuild;
	words: AppWords;
	mostSteps: number;
	rules: ReportRules;
}

/** What is fetched when a check begins. */
export interface ReportSuite extends CompiledSuite {
	/** Both builds, each in a folder of its name. */
	build: AppBuild;
	/** Full names of all tests, ours and those of the symptom: nobody reads them, so they are not translated. */
	tests: readonly string[];
	/** Answers that are right. */
	severity: readonly Severity[];
}

export const REPORT_WORKBENCH = 'bug-report';

export type PublicReport = PublicExercise & ReportRunnable;

/** The fields of what is worked on there. Throws where it is worked on elsewhere. */
export function asReport(exercise: PublicExercise): PublicReport {
	if (exercise.workbench !== REPORT_WORKBENCH) throw new Error(`${exercise.id} is no report of a bug`);
	return exercise as PublicReport;
}
