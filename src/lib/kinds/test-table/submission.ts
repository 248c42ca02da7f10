import type { CaseRow, CaseTable } from '../../contract/case-table.ts';
import type { KindSubmission } from '../kind.ts';
import { cellsOf, isEmptyRow, readCell, type Written } from '../table-cells.ts';
import type { TableRunnable } from '../table-workbench.ts';
import type { TableExercise } from './exercise.ts';
import { rowsSchema } from './manifest.ts';
import type { Rows } from './run.ts';

/** Whether a learner could have made this row: the columns of the table, and values that they may have, or none. */
function fits(table: CaseTable, row: CaseRow): boolean {
	const known = new Set(table.columns.map(({ name }) => name));
	if (Object.keys(row.inputs).some((name) => !known.has(name))) return false;
	return cellsOf<Written>(table, row).every(({ kind, written }) => {
		const read = readCell(kind, written);
		// A number that is text is none that the page sends.
		return read.ok ? typeof read.value === typeof written : read.fault === 'empty';
	});
}

/** The learner's rows. An empty cell is one that is still empty: its row is left out. */
export const tableSubmission: KindSubmission<TableExercise, TableRunnable, Rows> = {
	schema: rowsSchema,
	accept({ table }, rows) {
		const filled = rows.filter((row) => !isEmptyRow(table, row));
		return filled.length <= table.rows.most && rows.every((row) => fits(table, row)) ? rows : null;
	},
	files: null
};
