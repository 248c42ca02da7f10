import type { CaseRow, CaseTable } from '../contract/case-table.ts';
import type { FileMap, PublicExercise, RunnableExercise } from '../contract/exercise.ts';

/** What runs and pages know of an exercise that is worked on in the workbench "table": cases are filled in. */
export interface TableRunnable extends RunnableExercise {
	table: CaseTable;
	/** The rows at the beginning. */
	startRows: readonly CaseRow[];
	/** What the program's files export, and nothing more. */
	program: FileMap;
}

export type PublicTable = PublicExercise & TableRunnable;

/** The workbench's name. */
export const TABLE_WORKBENCH = 'table';

/** The fields of what is worked on there. Throws where it is worked on elsewhere. */
export function asTable(exercise: PublicExercise): PublicTable {
	if (exercise.workbench !== TABLE_WORKBENCH) throw new Error(`${exercise.id} is no table`);
	return exercise as PublicTable;
}
