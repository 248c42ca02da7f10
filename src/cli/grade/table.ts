import type { HandInRow } from './hand-ins.ts';

/** A sentence longer than this would break the lines of a table. */
const FIRST_CHARS = 70;

const cut = (text: string, most: number): string =>
	[...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

/** For people: a line for each hand-in, the notes below it, and how many passed. */
export function handInTable(rows: readonly HandInRow[]): string {
	const name = Math.max(7, ...rows.map((row) => [...row.name].length));
	const line = (one: string, result: string, tests: string, points: string, first: string): string =>
		`${one}${' '.repeat(name - [...one].length)}  ${result.padEnd(10)}  ${tests.padStart(7)}  ${points.padStart(7)}  ${first}`.trimEnd();
	const lines = rows.flatMap((row) => [
		line(
			row.name,
			row.result,
			`${row.testsPassed}/${row.testsTotal}`,
			`${row.points}/${row.maxPoints}`,
			cut(row.first, FIRST_CHARS)
		),
		...row.notes.map((note) => `${' '.repeat(name)}  ${note}`)
	]);
	const passed = rows.filter(({ result }) => result === 'passed').length;
	const ungraded = rows.filter(({ result }) => result === 'not graded').length;
	const end = `${passed} of ${rows.length} passed${ungraded > 0 ? `, ${ungraded} could not be graded` : ''}.`;
	return [line('Hand-in', 'Result', 'Tests', 'Points', 'First fault'), ...lines, '', end].join('\n');
}

/** A text that a spreadsheet would calculate is a learner's, and stays a text. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);

function field(value: string | number): string {
	const text = typeof value === 'string' && isFormula(value) ? `'${value}` : String(value);
	return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** For spreadsheets, as RFC 4180 says: a line of names, then a line for each hand-in. */
export function handInCsv(rows: readonly HandInRow[]): string {
	const head = [
		'hand_in',
		'result',
		'tests_passed',
		'tests_total',
		'points',
		'max_points',
		'first_fault',
		'notes',
		'tries'
	];
	const lines = rows.map((row) => [
		row.name,
		row.result,
		row.testsPassed,
		row.testsTotal,
		row.points,
		row.maxPoints,
		row.first,
		row.notes.join(' '),
		row.tries
	]);
	return [head, ...lines].map((one) => one.map(field).join(',')).join('\r\n');
}
