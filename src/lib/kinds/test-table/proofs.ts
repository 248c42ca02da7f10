import type { CaseRow } from '../../contract/case-table.ts';
import type { Sources } from '../../exercise/sources.ts';
import { bugAttempts } from '../bugs/proofs.ts';
import type { ProofAttempt } from '../proof.ts';
import { completeRow } from '../table-cells.ts';
import type { TableExercise } from './exercise.ts';
import { bugProblem } from './problems.ts';
import { rowName } from './row-tests.ts';
import type { Rows } from './run.ts';

/** Tables that a folder holds, by name: "start", "solution", "also/…", "wrong/…". */
export function tablesOf({
	start,
	solution,
	also,
	wrong
}: TableExercise): { name: string; submission: Rows }[] {
	const below = (parent: string) => (one: { name: string; rows: readonly CaseRow[] }) => ({
		name: `${parent}/${one.name}`,
		submission: [...one.rows]
	});
	return [
		{ name: 'start', submission: [...start] },
		{ name: 'solution', submission: [...solution] },
		...also.map(below('also')),
		...wrong.map(below('wrong'))
	];
}

/** What `check` tries. */
export function tableAttempts(
	exercise: TableExercise,
	_artifacts: unknown,
	sources: Sources
): ProofAttempt<Rows>[] {
	const { id, manifest, start, solution, also, wrong } = exercise;
	const nameOf = (rows: readonly CaseRow[], number: number): string[] => {
		const row = rows[number - 1];
		const complete = row && completeRow(manifest.table, row);
		return complete ? [rowName(manifest.table, complete, number)] : [];
	};
	const works = {
		id,
		start: [...start],
		solution: [...solution],
		also: also.map(({ name, rows }) => ({ name, submission: [...rows] })),
		wrong: wrong.map(({ name, rows, escapes, fails }) => ({
			name,
			submission: [...rows],
			escapes,
			fails: fails.flatMap((number) => nameOf(rows, number))
		}))
	};
	return bugAttempts(works, bugProblem, sources);
}
