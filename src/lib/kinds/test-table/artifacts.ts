import type { CellKind } from '../../contract/case-table.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';
import { typesetAll } from '../../exercise/typography.ts';
import { compileBugs, outlineOf, type BugArtifacts } from '../bugs/compile-bugs.ts';
import type { CompileTools } from '../kind.ts';
import type { TableRunnable } from '../table-workbench.ts';
import type { TableExercise } from './exercise.ts';
import { bugProblem } from './problems.ts';
import { ROWS_FILE } from './row-tests.ts';
import { runTable } from './run.ts';

/** Compiles the program with its bugs. Rejects with `ExerciseError`. */
export const compileTable = (exercise: TableExercise, tools: CompileTools): Promise<BugArtifacts> =>
	compileBugs(exercise, [ROWS_FILE], tools, bugProblem);

/** What runs and pages may know. Every field is named one by one: a new field of an exercise stays secret. */
export function tableRunnable(exercise: TableExercise): TableRunnable {
	const { manifest } = exercise;
	const { table } = manifest;
	const set = (text: LocalizedText): LocalizedText => typesetAll(text, manifest);
	const shown = ({ label, type, unit, choices, min, max, step }: CellKind): CellKind => ({
		label: set(label),
		type,
		...(unit && { unit: set(unit) }),
		...(choices && { choices: choices.map((one) => ({ value: one.value, label: set(one.label) })) }),
		...(min !== undefined && { min }),
		...(max !== undefined && { max }),
		...(step !== undefined && { step })
	});
	return {
		id: exercise.id,
		hash: exercise.hash,
		kind: runTable.name,
		need: manifest.need,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: false,
		hasExamples: false,
		table: {
			file: table.file,
			function: table.function,
			columns: table.columns.map((column) => ({ name: column.name, ...shown(column as CellKind) })),
			result: shown(table.result as CellKind),
			rows: { most: table.rows.most }
		},
		startRows: exercise.start.map(({ inputs, expected }) => ({ inputs, expected })),
		program: outlineOf(exercise.program)
	};
}
