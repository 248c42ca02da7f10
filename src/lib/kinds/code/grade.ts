import type { Report, TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';

/** The tests of the one run; none where the files do not compile. */
export const testsOfCode = (report: Report): readonly TestResult[] => report.runs[0]?.tests ?? [];

/** All or nothing: every test must pass. */
export const gradeCode = (report: Report, { points }: { points: number }) => gradeReport(report, points);
