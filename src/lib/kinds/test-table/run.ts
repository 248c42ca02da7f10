import type { CaseRow } from '../../contract/case-table.ts';
import type { Grade } from '../../contract/grade.ts';
import { gradeKills, testsOfLearner } from '../bugs/grade.ts';
import { planTests, type BugsSuite } from '../bugs/suite.ts';
import type { RunKind } from '../run-kind.ts';
import { TABLE_WORKBENCH, type TableRunnable } from '../table-workbench.ts';
import { ROWS_FILE, rowTests } from './row-tests.ts';

/** Rows of a table, in their order. */
export type Rows = CaseRow[];

type Code = Grade['codes'][number]['code'];

/** The same, said of rows: who fills in a table has not written tests. */
const OF_ROWS: Partial<Record<Code, Code>> = {
	'all-caught': 'rows-all-caught',
	'none-caught': 'rows-none-caught',
	'some-escaped': 'rows-some-escaped',
	'tests-invalid': 'rows-invalid',
	'nothing-ran': 'rows-none'
};

/** Fill in a table of cases: a program passes them all, and each of its bugs fails one. */
export const runTable: RunKind<TableRunnable, Rows, BugsSuite> = {
	name: 'test-table',
	workbench: TABLE_WORKBENCH,
	source: ({ table, need, program }, rows) => ({
		files: { [ROWS_FILE]: rowTests(table, rows) },
		entry: ROWS_FILE,
		mocked: [],
		need,
		packages: [],
		program
	}),
	plan: (input) => {
		const { table } = input.exercise;
		return planTests(input, { [ROWS_FILE]: rowTests(table, input.submission) }, ROWS_FILE);
	},
	tests: testsOfLearner,
	grade(report, exercise) {
		const grade = gradeKills(report, exercise);
		return { ...grade, codes: grade.codes.map((one) => ({ ...one, code: OF_ROWS[one.code] ?? one.code })) };
	}
};
