import { z } from 'zod';
import { CELL_CHARS, CELL_TYPES, TABLE_ROWS } from '../../contract/case-table.ts';
import { manifestFields } from '../../contract/exercise.ts';
import { localizedText } from '../../contract/localized-text.ts';
import { bugFields, escapes } from '../bugs/manifest.ts';
import { runTable } from './run.ts';

const { $schema, version, title, ...fields } = manifestFields;

const identifier = z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/, 'must be a name such as "age"');

const choice = z.strictObject({
	value: z.string().min(1).max(40).describe('What the program is given, or gives back. English.'),
	label: localizedText.describe('What the learner reads.')
});

const cellFields = {
	label: localizedText.describe('What stands above the column. Short.'),
	type: z
		.enum(CELL_TYPES)
		.describe('"number", "text", "yes-no" (the program has true or false) or "choice" (one of a list).'),
	unit: localizedText.optional().describe('What a number counts, for example "€". Shown beside it.'),
	choices: z
		.array(choice)
		.min(2)
		.max(12)
		.optional()
		.describe('Of a "choice": what can be chosen, in this order.'),
	min: z.number().optional().describe('Of a "number": the least that may be given. Default: any.'),
	max: z.number().optional().describe('Of a "number": the most that may be given. Default: any.'),
	step: z
		.number()
		.positive()
		.optional()
		.describe('Of a "number": 1 for whole numbers, 0.01 for cents. Default: any.')
};

interface Cell {
	type: string;
	choices?: unknown;
	unit?: unknown;
	min?: number | undefined;
	max?: number | undefined;
	step?: unknown;
}

/** What the fields of a cell say together. */
const fitting = <S extends z.ZodType<Cell>>(cell: S) =>
	cell
		.refine(
			({ type, choices }) => (type === 'choice') === (choices !== undefined),
			'must have "choices" if, and only if, its type is "choice"'
		)
		.refine(
			({ type, unit, min, max, step }) =>
				type === 'number' || [unit, min, max, step].every((one) => one === undefined),
			'may have "unit", "min", "max" and "step" only if its type is "number"'
		)
		.refine(
			({ min, max }) => min === undefined || max === undefined || min < max,
			'must have a "min" below its "max"'
		);

const column = fitting(
	z.strictObject({
		name: identifier.describe('Its name in the tables and in the names of tests. English, never shown.'),
		...cellFields
	})
);

const table = z.strictObject({
	file: z
		.string()
		.regex(/^[\w-]+(?:\/[\w-]+)*\.[jt]s$/, 'must be a file of program/')
		.describe('The file of program/ with the function.'),
	function: identifier.describe(
		'The function that is tried: exported, and given the inputs in the order of the columns.'
	),
	columns: z
		.array(column)
		.min(1)
		.max(6)
		.refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'must not name a column twice')
		.describe('What goes in.'),
	result: fitting(z.strictObject(cellFields)).describe('What must come out.'),
	rows: z
		.strictObject({
			most: z
				.int()
				.min(1)
				.max(TABLE_ROWS)
				.describe('How many rows a learner may have: few, so that cases must be chosen.')
		})
		.describe('The rows.')
});

/** `exercise.json` of this kind. */
export const tableManifest = z
	.strictObject({
		$schema,
		version,
		title,
		kind: z
			.enum([runTable.name])
			.describe(
				'What the learner does. "test-table": fill in a table of cases for a program that is hidden, without code.'
			),
		need: z
			.enum(['worker'])
			.default('worker')
			.describe('What the program needs to run. "worker": only the language, JavaScript or TypeScript.'),
		table: table.describe('The columns of the table, and what is tried with its rows.'),
		...bugFields,
		automatic: z
			.boolean()
			.default(false)
			.describe(
				'Whether small changes of the program are bugs too, besides those in mutants/. Default: false: nothing is said of them in words.'
			),
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type TableManifest = z.infer<typeof tableManifest>;

const cell = z.union([z.string().max(CELL_CHARS), z.number(), z.boolean(), z.null()]);

/** Rows, as they lie in a folder and as they are sent. */
export const rowsSchema = z
	.array(
		z.strictObject({
			inputs: z
				.record(z.string().max(40), cell)
				.describe('The name of each column with its value: a number, a text, true or false.'),
			expected: cell.describe('The result that is expected.')
		})
	)
	.max(TABLE_ROWS);

/** `table.json` in `start/`, `solution/`, `also/<why>/` and `wrong/<why>/` */
export const tableFile = z
	.strictObject({
		$schema: z.string().optional(),
		rows: rowsSchema.describe('The rows of the table. In start/ a cell may be null: it is empty.')
	})
	.describe('table.json: the rows of one table.');

/** `wrong/<why>/wrong.json` of this kind. */
export const weakTable = z
	.strictObject({
		$schema: z.string().optional(),
		escapes,
		fails: z
			.array(z.int().min(1).max(TABLE_ROWS))
			.default([])
			.describe('Numbers of exactly the rows that expect what the task does not say, from 1.')
	})
	.describe('wrong.json: what a table that is not good enough lets through, or expects wrongly.');
