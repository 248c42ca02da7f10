import { describe, expect, test } from 'vitest';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds } from '../kinds.ts';
import { tableRunnable } from './artifacts.ts';
import type { TableExercise } from './exercise.ts';
import { rowTests } from './row-tests.ts';
import { tableSubmission } from './submission.ts';

const ID = 'testing/some';
const label = { fr: 'Un', nl: 'Een', en: 'One' };
const rows = (...list: [number | null, string | null, number | null][]): string =>
	JSON.stringify({ rows: list.map(([age, day, expected]) => ({ inputs: { age, day }, expected })) });
const MANIFEST = {
	version: 1,
	title: label,
	kind: 'test-table',
	table: {
		file: 'price.js',
		function: 'price',
		columns: [
			{ name: 'age', label, type: 'number', min: 0, step: 1 },
			{
				name: 'day',
				label,
				type: 'choice',
				choices: [
					{ value: 'monday', label },
					{ value: 'friday', label }
				]
			}
		],
		result: { label, type: 'number' },
		rows: { most: 2 }
	},
	points: 10,
	level: 1,
	minutes: 10,
	skills: ['testing']
};
const GOOD: Record<string, string> = {
	'exercise.json': JSON.stringify(MANIFEST),
	...Object.fromEntries(
		['fr', 'nl', 'en'].flatMap((one) => [
			[`brief.${one}.md`, 'Some task that is long enough to be read.\n'],
			[`hints.${one}.md`, 'Think.\n']
		])
	),
	'messages.fr.json': '{ "tests": {} }',
	'messages.nl.json': '{ "tests": {} }',
	'program/price.js': 'export const price = (age, day) => (day === "monday" ? 1 : age);\n',
	'start/table.json': rows([5, null, null]),
	'solution/table.json': rows([5, 'monday', 1], [5, 'friday', 5]),
	'also/other/table.json': rows([6, 'monday', 1], [6, 'friday', 6]),
	'wrong/weak/table.json': rows([5, 'friday', 5]),
	'wrong/weak/wrong.json': '{ "escapes": ["no-monday"] }',
	'mutants/no-monday/price.js': 'export const price = (age) => age;\n',
	'mutants/no-monday/mutant.json': JSON.stringify({ told: label })
};

const parse = (change: Record<string, string | null>) =>
	parseExercise(
		ID,
		new Map(Object.entries({ ...GOOD, ...change }).filter((one): one is [string, string] => one[1] !== null)),
		{ hash: () => 'x', kinds: kinds.all }
	);
const good = (): TableExercise => {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.exercise as TableExercise;
};
const table = (change: object): string =>
	JSON.stringify({ ...MANIFEST, table: { ...MANIFEST.table, ...change } });

test('a folder is read, and a page gets its columns and nothing of its program', () => {
	const exercise = good();
	expect(exercise).toMatchObject({
		start: [{ inputs: { age: 5, day: null }, expected: null }],
		wrong: [{ name: 'weak', escapes: ['no-monday'], fails: [] }],
		manifest: { automatic: false }
	});
	const sent = JSON.stringify(tableRunnable(exercise));
	expect(sent).toContain('export let price;');
	expect(sent).not.toMatch(/no-monday|=>|"expected":1/);
});

test.each<[string, Record<string, string | null>, string]>([
	['no program', { 'program/price.js': null }, 'missing-file/program'],
	['no table to begin with', { 'start/table.json': null }, 'missing-file/table'],
	['no solution', { 'solution/table.json': null }, 'missing-file/table'],
	['a weak table without rows', { 'wrong/weak/table.json': null }, 'missing-file/table'],
	['a file of another name', { 'exercise.json': table({ file: 'prices.js' }) }, 'invalid-field/table-file'],
	[
		'a function of another name',
		{ 'exercise.json': table({ function: 'cost' }) },
		'invalid-field/table-function'
	],
	[
		'a column that there is not',
		{ 'solution/table.json': '{ "rows": [{ "inputs": { "aeg": 1 }, "expected": 1 }] }' },
		'invalid-field/no-column'
	],
	['a value that cannot be chosen', { 'solution/table.json': rows([5, 'sunday', 1]) }, 'invalid-field/cell'],
	['a cell that is empty', { 'solution/table.json': rows([5, 'monday', null]) }, 'invalid-field/cell'],
	[
		'too many rows',
		{ 'solution/table.json': rows([1, 'monday', 1], [2, 'monday', 1], [3, 'monday', 1]) },
		'invalid-field/too-many-rows'
	],
	[
		'the same row twice',
		{ 'also/other/table.json': rows([6, 'friday', 6], [6, 'friday', 6]) },
		'invalid-field/same-row'
	],
	['a row that there is not', { 'wrong/weak/wrong.json': '{ "fails": [2] }' }, 'invalid-field/no-such-row'],
	[
		'a choice without choices',
		{ 'exercise.json': table({ result: { label, type: 'choice' } }) },
		'invalid-field/value'
	],
	[
		'a unit of a text',
		{ 'exercise.json': table({ result: { label, type: 'text', unit: label } }) },
		'invalid-field/value'
	]
])('%s is told with its place', (_, change, detail) => {
	const parsed = parse(change);
	const problems = parsed.ok ? [] : parsed.problems;
	expect(problems.map((one) => one.detail)).toContain(detail);
	expect(problems.every(({ file }) => file.startsWith(ID))).toBe(true);
});

describe('what is sent as a table', () => {
	const exercise = tableRunnable(good());
	const accept = (sent: unknown) => {
		const parsed = tableSubmission.schema.safeParse(sent);
		return parsed.success ? tableSubmission.accept(exercise, parsed.data) : null;
	};
	const one = { inputs: { age: 5, day: 'monday' }, expected: 1 };

	test('is run as it is where a learner could have made it', () => {
		expect(accept([one])).toEqual([one]);
		expect(accept([{ inputs: { age: 5, day: null }, expected: null }])).not.toBeNull();
		expect(accept([])).toEqual([]);
	});

	test.each<[string, unknown]>([
		['no list', { rows: [one] }],
		['another column', [{ inputs: { ...one.inputs, code: 'x' }, expected: 1 }]],
		['a column that every object has', [{ inputs: { ...one.inputs, constructor: 1 }, expected: 1 }]],
		['more rows than a learner may have', [one, one, one]],
		['a value that cannot be chosen', [{ inputs: { age: 5, day: "'); process.exit(); ('" }, expected: 1 }]],
		['a number that is text', [{ inputs: { age: '5', day: 'monday' }, expected: 1 }]],
		['a number out of its limits', [{ inputs: { age: -5, day: 'monday' }, expected: 1 }]],
		['a list in a cell', [{ inputs: { age: [5], day: 'monday' }, expected: 1 }]],
		['a text without end', [{ inputs: { age: 5, day: 'x'.repeat(5000) }, expected: 1 }]],
		['thousands of rows', Array(5000).fill(one)]
	])('is refused where it is %s', (_, sent) => expect(accept(sent)).toBeNull());

	test('is a test for each complete row, by its number', () => {
		const empty = { inputs: { age: null, day: null }, expected: null };
		const code = rowTests(exercise.table, [empty, one]);
		expect(code.match(/^test\(/gm)).toHaveLength(1);
		expect(code).toContain('row 2: age 5, day \\"monday\\" → 1');
	});
});
