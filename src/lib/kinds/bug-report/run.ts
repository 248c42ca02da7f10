import type { BugReport } from '../../contract/bug-report.ts';
import type { RunKind } from '../run-kind.ts';
import { criteriaOf, gradeBugReport } from './grade.ts';
import { planReport } from './plan.ts';
import { REPORT_WORKBENCH, type ReportRunnable, type ReportSuite } from './runnable.ts';

/** Report a bug of an app: the steps are done again, with the bug and without it. */
export const runReport: RunKind<ReportRunnable, BugReport, ReportSuite> = {
	name: 'bug-report',
	workbench: REPORT_WORKBENCH,
	source: () => null,
	plan: planReport,
	tests: criteriaOf,
	grade: gradeBugReport
};
