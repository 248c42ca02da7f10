import type { CaseRow, CaseTable } from '../../contract/case-table.ts';

const keyOf = ({ columns }: CaseTable, { inputs, expected }: CaseRow): string =>
	JSON.stringify([...columns.map(({ name }) => inputs[name] ?? null), expected]);

/** Indexes of the rows that stand in one table and not in another; in which order they stand does not matter. */
export function onlyIn(
	table: CaseTable,
	rows: readonly CaseRow[],
	others: readonly CaseRow[]
): ReadonlySet<number> {
	const known = new Set(others.map((row) => keyOf(table, row)));
	return new Set(rows.flatMap((row, index) => (known.has(keyOf(table, row)) ? [] : index)));
}
