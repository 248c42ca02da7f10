import type { CaseRow, CellValue } from '../../contract/case-table.ts';
import type { BuggyExercise } from '../bugs/buggy-exercise.ts';
import type { TableManifest } from './manifest.ts';

/** A table that somebody could hand in. */
export interface NamedRows {
	name: string;
	rows: readonly CaseRow[];
}

/** A table that is not good enough. */
interface WeakRows extends NamedRows {
	/** Named bugs that it lets through: exactly these. */
	escapes: readonly string[];
	/** Numbers of its rows that expect what the task does not say, from 1: exactly these. */
	fails: readonly number[];
}

/** An exercise folder of this kind. */
export interface TableExercise extends BuggyExercise {
	manifest: TableManifest;
	/** The learner's table at the beginning: rows may have empty cells. */
	start: readonly CaseRow[];
	solution: readonly CaseRow<CellValue>[];
	/** Other tables that notice everything. */
	also: readonly NamedRows[];
	wrong: readonly WeakRows[];
}
