import type { CaseRow, CaseTable, CellValue } from '../../contract/case-table.ts';
import { cellsOf, completeRow } from '../table-cells.ts';

/** The file that rows become. */
export const ROWS_FILE = 'table.test.js';

/** What a row that fails on the correct program is told: not what would be right. */
const SAYS_ELSE = 'another result';

const shown = (value: CellValue): string =>
	typeof value === 'boolean'
		? value
			? 'yes'
			: 'no'
		: typeof value === 'string'
			? `"${value}"`
			: String(value);

/** The name of a row's test. @param number of the row in the table, from 1 */
export function rowName(table: CaseTable, row: CaseRow<CellValue>, number: number): string {
	const cells = cellsOf(table, row).map(({ name, written }) => ({ name, text: shown(written ?? '') }));
	const inputs = cells.flatMap(({ name, text }) => (name === null ? [] : `${name} ${text}`));
	return `row ${number}: ${inputs.join(', ')} → ${cells.at(-1)!.text}`;
}

const testOf = (table: CaseTable, row: CaseRow<CellValue>, number: number): string => {
	const args = table.columns.map(({ name }) => JSON.stringify(row.inputs[name])).join(', ');
	return `test(${JSON.stringify(rowName(table, row, number))}, () => {
	expect(same(tried(${args}), ${JSON.stringify(row.expected)}), ${JSON.stringify(SAYS_ELSE)}).toBe(true);
});`;
};

/**
 * The learner's test file: one test for each row that is complete. Sums of cents are compared as people compare them.
 */
export function rowTests(table: CaseTable, rows: readonly CaseRow[]): string {
	const tests = rows.flatMap((row, index) => {
		const complete = completeRow(table, row);
		return complete ? testOf(table, complete, index + 1) : [];
	});
	return `import { expect, test } from 'vitest';
import { ${table.function} as tried } from './${table.file}';

const same = (found, expected) =>
	typeof found === 'number' && typeof expected === 'number'
		? Math.abs(found - expected) < 1e-9
		: found === expected;

${tests.join('\n\n')}
`;
}
