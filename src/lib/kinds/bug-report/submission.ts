import type { BugReport } from '../../contract/bug-report.ts';
import type { KindSubmission } from '../kind.ts';
import type { ReportExercise } from './exercise.ts';
import type { ReportRunnable } from './runnable.ts';
import { bugReport } from './submission-schema.ts';

/** A report. Its steps are a proposal: what they show is found out by doing them. */
export const reportSubmission: KindSubmission<ReportExercise, ReportRunnable, BugReport> = {
	schema: bugReport,
	accept: (_exercise, sent) => sent,
	files: null
};
