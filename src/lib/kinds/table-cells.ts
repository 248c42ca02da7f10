import {
	CELL_CHARS,
	type CaseRow,
	type CaseTable,
	type CellFault,
	type CellKind,
	type CellValue
} from '../contract/case-table.ts';

/** What stands in a cell: as somebody types it, or a value already. */
export type Written = CellValue | null;

export type ReadCell = { ok: true; value: CellValue } | ({ ok: false } & CellFault);

/** Ordinary, no-break, narrow and thin spaces; the apostrophe of Swiss thousands. */
const BETWEEN_DIGITS = /[\s\u00a0\u202f\u2009'’]/g;
const MINUS = /^[-\u2212\u2013]/;
/** Written around an amount, and meant by its column. */
const CURRENCY = /^€|€$/g;
const PLAIN = /^\d{1,12}(?:\.\d{1,6})?$/;
const GROUPS = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ } as const;

/** Digits with a point, of digits as they are written in French, Dutch or English; null where they are written in no way. */
function withPoint(text: string): string | null {
	const last = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
	const other = last === ',' ? '.' : ',';
	const at = text.lastIndexOf(last);
	if (at < 0) return text;
	const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
	if (whole.includes(other))
		return GROUPS[other].test(whole) ? `${whole.replaceAll(other, '')}.${decimals}` : null;
	if (!whole.includes(last)) return `${whole === '' ? '0' : whole}.${decimals}`;
	// Two of them: they part thousands.
	return GROUPS[last].test(text) ? text.replaceAll(last, '') : null;
}

/** A number as people write it: "2,60", "2.60", "1 234,5", "1.234,50 €", "−3". Null where it is none. */
export function readNumber(written: string): number | null {
	const text = written.replace(BETWEEN_DIGITS, '').replace(CURRENCY, '');
	const digits = withPoint(text.replace(MINUS, ''));
	if (digits === null || !PLAIN.test(digits)) return null;
	const number = Number(digits);
	return MINUS.test(text) && number !== 0 ? -number : number;
}

/** Far less than any step, and more than what adding tenths leaves over. */
const NEAR = 1e-9;

function checkNumber(value: number, { min, max, step }: CellKind): ReadCell {
	if (!Number.isFinite(value)) return { ok: false, fault: 'not-a-number' };
	if (min !== undefined && value < min) return { ok: false, fault: 'too-small', limit: min };
	if (max !== undefined && value > max) return { ok: false, fault: 'too-large', limit: max };
	if (step !== undefined) {
		const steps = (value - (min ?? 0)) / step;
		if (Math.abs(steps - Math.round(steps)) > NEAR * Math.max(1, Math.abs(steps)))
			return { ok: false, fault: 'between-steps', limit: step };
	}
	return { ok: true, value };
}

/** The value of a cell, or why it is none. */
export function readCell(kind: CellKind, written: Written | undefined): ReadCell {
	if (written === undefined || written === null || (typeof written === 'string' && written.trim() === ''))
		return { ok: false, fault: 'empty' };
	switch (kind.type) {
		case 'number': {
			const value = typeof written === 'string' ? readNumber(written) : written;
			if (typeof value !== 'number') return { ok: false, fault: 'not-a-number' };
			return checkNumber(value, kind);
		}
		case 'text': {
			if (typeof written !== 'string') return { ok: false, fault: 'unknown' };
			const value = written.trim();
			return value.length > CELL_CHARS ? { ok: false, fault: 'too-long' } : { ok: true, value };
		}
		case 'yes-no':
			return typeof written === 'boolean' ? { ok: true, value: written } : { ok: false, fault: 'unknown' };
		case 'choice':
			return kind.choices?.some(({ value }) => value === written)
				? { ok: true, value: written }
				: { ok: false, fault: 'unknown' };
	}
}

/** The cells of a row, in the order of the columns; the last one, without a name, is the result's. */
export const cellsOf = <V>(
	table: CaseTable,
	row: CaseRow<V>
): { name: string | null; kind: CellKind; written: V | undefined }[] => [
	...table.columns.map((kind) => ({
		name: kind.name,
		kind,
		written: Object.hasOwn(row.inputs, kind.name) ? row.inputs[kind.name] : undefined
	})),
	{ name: null, kind: table.result, written: row.expected }
];

/** Whether nothing stands in a row. */
export const isEmptyRow = (table: CaseTable, row: CaseRow<Written>): boolean =>
	cellsOf(table, row).every(({ kind, written }) => {
		const read = readCell(kind, written);
		return !read.ok && read.fault === 'empty';
	});

/** A row whose cells all have a value; null where one has none. */
export function completeRow(table: CaseTable, row: CaseRow<Written>): CaseRow<CellValue> | null {
	const values = cellsOf(table, row).map(({ kind, written }) => readCell(kind, written));
	if (!values.every((one) => one.ok)) return null;
	const inputs = Object.fromEntries(table.columns.map(({ name }, index) => [name, values[index]!.value]));
	return { inputs, expected: values.at(-1)!.value };
}

/** The rows of a table that are complete, with their values. */
export const completeRows = (table: CaseTable, rows: readonly CaseRow[]): CaseRow<CellValue>[] =>
	rows.flatMap((row) => completeRow(table, row) ?? []);

/** The rows that a table stands for: of each cell its value, or null where it has none yet. */
export const valuesOf = (table: CaseTable, rows: readonly CaseRow[]): CaseRow[] =>
	rows.map((row) => {
		const values = cellsOf(table, row).map(({ kind, written }) => {
			const read = readCell(kind, written);
			return read.ok ? read.value : null;
		});
		const inputs = Object.fromEntries(table.columns.map(({ name }, index) => [name, values[index] ?? null]));
		return { inputs, expected: values.at(-1) ?? null };
	});

/** A row in which nothing stands. */
export const newRow = ({ columns }: CaseTable): CaseRow => ({
	inputs: Object.fromEntries(columns.map(({ name }) => [name, null])),
	expected: null
});

const asWritten = (value: unknown): Written =>
	typeof value === 'string'
		? value.slice(0, 2 * CELL_CHARS)
		: typeof value === 'number' || typeof value === 'boolean'
			? value
			: null;

/** Rows that a device has kept, as far as the table still has their columns. Null for what is none. */
export function readKept(table: CaseTable, kept: unknown): CaseRow[] | null {
	if (!Array.isArray(kept)) return null;
	return kept.slice(0, table.rows.most).map((row: unknown) => {
		const { inputs, expected } = (row ?? {}) as { inputs?: unknown; expected?: unknown };
		const cells = (typeof inputs === 'object' && inputs !== null ? inputs : {}) as Record<string, unknown>;
		const own = (name: string): unknown => (Object.hasOwn(cells, name) ? cells[name] : null);
		return {
			inputs: Object.fromEntries(table.columns.map(({ name }) => [name, asWritten(own(name))])),
			expected: asWritten(expected)
		};
	});
}

/** Cells of a row that have no value, by their place among the columns. None of a row in which nothing stands. */
export function faultsOf(table: CaseTable, row: CaseRow): { cell: number; why: CellFault }[] {
	if (isEmptyRow(table, row)) return [];
	return cellsOf(table, row).flatMap(({ kind, written }, cell) => {
		const read = readCell(kind, written);
		if (read.ok) return [];
		const { ok: _, ...why } = read;
		return { cell, why };
	});
}

/** For each row the number of an earlier one with the same inputs; null where there is none. */
export function twinsOf(table: CaseTable, rows: readonly CaseRow[]): (number | null)[] {
	const seen = new Map<string, number>();
	return rows.map((row, index) => {
		if (completeRow(table, row) === null) return null;
		const key = JSON.stringify(valuesOf(table, [row])[0]!.inputs);
		const first = seen.get(key);
		if (first === undefined) seen.set(key, index + 1);
		return first ?? null;
	});
}
