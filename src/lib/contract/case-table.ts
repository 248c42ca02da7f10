import type { LocalizedText } from './localized-text.ts';
import { either, hasFields, isExactly, isListOf, isNumber, isRecordOf, isText, type Shape } from './shape.ts';

/** What a cell can hold. */
export const CELL_TYPES = ['number', 'text', 'yes-no', 'choice'] as const;
export type CellType = (typeof CELL_TYPES)[number];

/** A value as a program is given it, or gives it back: of yes or no a boolean, of a choice its `value`. */
export type CellValue = string | number | boolean;

/** What the cells of one column hold. */
export interface CellKind {
	label: LocalizedText;
	type: CellType;
	/** What a number counts. */
	unit?: LocalizedText;
	/** Of a choice. */
	choices?: readonly { value: string; label: LocalizedText }[];
	/** Of a number: the least, the most, and the distance of two numbers that may be given. */
	min?: number;
	max?: number;
	step?: number;
}

/** A column of what goes in; `name` is English and never shown. */
export interface InputColumn extends CellKind {
	name: string;
}

/** A table of cases: what goes into a function, and what must come out. */
export interface CaseTable {
	/** The function that is tried, and its file in `program/`. It is given the inputs in the order of the columns. */
	file: string;
	function: string;
	columns: readonly InputColumn[];
	result: CellKind;
	rows: { most: number };
}

/** One case; null where a cell is still empty. */
export type CaseRow<V = CellValue | null> = {
	inputs: Readonly<Record<string, V>>;
	expected: V;
};

const isCell: Shape<CellValue | null> = either(isText, either(isNumber, isExactly(true, false, null)));
/** Of rows that are sent to a page. */
export const areRows: Shape<CaseRow[]> = isListOf(
	hasFields<CaseRow>({ inputs: isRecordOf(isCell), expected: isCell })
);

/** Why what stands in a cell is no value of its column. `limit`: the least, the most, or the step. */
export type CellFault = {
	fault: 'empty' | 'not-a-number' | 'too-long' | 'unknown' | 'too-small' | 'too-large' | 'between-steps';
	limit?: number;
};

/** Characters of a text in a cell. */
export const CELL_CHARS = 100;
/** Rows of a table, whatever the exercise says. */
export const TABLE_ROWS = 30;
