import type { CellFault } from '../../contract/case-table.ts';
import { problemMaker } from '../../contract/problem.ts';
import type { BugDetails } from '../bugs/problems.ts';
import { runTable } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface TableDetails extends BugDetails {
	/** `folder`: "start", "solution", "wrong/…". */
	'missing-file/table': { folder: string };
	'invalid-field/table-file': { name: string; meant: string | null };
	'invalid-field/table-function': { name: string; file: string; meant: string | null };
	/** `column`: null for the result. `number`: of the row, from 1. */
	'invalid-field/cell': { number: number; column: string | null; why: CellFault };
	'invalid-field/no-column': { number: number; column: string; meant: string | null };
	'invalid-field/too-many-rows': { count: number; most: number };
	'invalid-field/same-row': { number: number; first: number };
	'invalid-field/no-such-row': { number: number; count: number };
}

export const tableProblem = problemMaker<TableDetails>(runTable.name);
/** Those that its program and its bugs can have. */
export const bugProblem = problemMaker<BugDetails>(runTable.name);
