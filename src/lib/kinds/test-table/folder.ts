import type { CaseRow, CaseTable, CellValue } from '../../contract/case-table.ts';
import { exportedNames } from '../../compile/typed/exported-names.ts';
import { readSource } from '../../compile/typed/source-text.ts';
import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { locateJson } from '../../exercise/json-lines.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import { readLayerJson, readProgram, type BugFolder } from '../bugs/folder.ts';
import { layersIn } from '../folder-parts.ts';
import { cellsOf, isEmptyRow, readCell, type Written } from '../table-cells.ts';
import type { TableExercise } from './exercise.ts';
import { tableFile, weakTable, type TableManifest } from './manifest.ts';
import { bugProblem, tableProblem } from './problems.ts';

type Place = { file: string; line?: number };

/** What a row's cells are wrong about. @param mayBeEmpty a learner begins with it */
function rowProblems(
	table: CaseTable,
	row: CaseRow,
	number: number,
	at: (field: readonly PropertyKey[]) => Place,
	mayBeEmpty: boolean
): Problem[] {
	const known = table.columns.map(({ name }) => name);
	const strange = Object.keys(row.inputs)
		.filter((name) => !known.includes(name))
		.map((column) =>
			tableProblem('invalid-field/no-column', at(['inputs', column]), {
				number,
				column,
				meant: nearestName(column, known) ?? null
			})
		);
	const bad = cellsOf<Written>(table, row).flatMap(({ name, kind, written }): Problem[] => {
		const read = readCell(kind, written);
		if (read.ok && typeof read.value === typeof written) return [];
		if (!read.ok && read.fault === 'empty' && mayBeEmpty) return [];
		const { ok: _, ...why } = read.ok ? ({ ok: false, fault: 'not-a-number' } as const) : read;
		const place = at(name === null ? ['expected'] : ['inputs', name]);
		return [tableProblem('invalid-field/cell', place, { number, column: name, why })];
	});
	return [...strange, ...bad];
}

/** Rows that try the same: one of them is a slip. */
function sameRows(table: CaseTable, rows: readonly CaseRow[], at: (index: number) => Place): Problem[] {
	const seen = new Map<string, number>();
	return rows.flatMap((row, index) => {
		if (isEmptyRow(table, row)) return [];
		const key = JSON.stringify(table.columns.map(({ name }) => row.inputs[name] ?? null));
		const first = seen.get(key);
		if (first !== undefined)
			return [tableProblem('invalid-field/same-row', at(index), { number: index + 1, first })];
		seen.set(key, index + 1);
		return [];
	});
}

/** Reads the `table.json` of one folder. `table`: null where exercise.json has problems. */
function readTable(
	{ id, folder }: Pick<BugFolder, 'id' | 'folder'>,
	parent: string,
	table: CaseTable | null
): { rows: CaseRow[]; problems: Problem[] } {
	const path = `${parent}/table.json`;
	const file = `${id}/${path}`;
	const text = folder.texts.get(path);
	if (text === undefined) {
		const missing = folder.paths.has(path)
			? []
			: [tableProblem('missing-file/table', { file }, { folder: parent })];
		return { rows: [], problems: missing };
	}
	const located = locateJson(text);
	const { value, problems } = readJsonFile(file, located, tableFile);
	const rows = value?.rows ?? [];
	if (!table || !located.ok) return { rows, problems };
	const at = (...field: PropertyKey[]): Place => ({ file, line: located.json.line(['rows', ...field]) });
	const { most } = table.rows;
	if (rows.length > most)
		problems.push(tableProblem('invalid-field/too-many-rows', at(), { count: rows.length, most }));
	const mayBeEmpty = parent === 'start';
	problems.push(
		...rows.flatMap((row, index) =>
			rowProblems(table, row, index + 1, (field) => at(index, ...field), mayBeEmpty)
		),
		...(parent === 'start' || parent.startsWith('wrong/') ? [] : sameRows(table, rows, at))
	);
	return { rows, problems };
}

/** That the function which is tried is there. */
function functionProblems(
	{ id, json }: KindFolder<TableManifest>,
	table: CaseTable,
	program: FileMap
): Problem[] {
	const file = `${id}/exercise.json`;
	const at = (field: string): Place => ({ file, ...(json && { line: json.line(['table', field]) }) });
	const { file: name, function: wanted } = table;
	if (!Object.hasOwn(program, name)) {
		const meant = nearestName(name, Object.keys(program)) ?? null;
		return [tableProblem('invalid-field/table-file', at('file'), { name, meant })];
	}
	const names = exportedNames(readSource(program[name] ?? ''));
	if (names.includes(wanted)) return [];
	const meant = nearestName(wanted, names) ?? (names.length === 1 ? names[0]! : null);
	return [tableProblem('invalid-field/table-function', at('function'), { name: wanted, file: name, meant })];
}

/** Numbers of rows that a table does not have. */
const unknownRows = (file: string, fails: readonly number[], count: number): Problem[] =>
	fails
		.filter((number) => number > count)
		.map((number) => tableProblem('invalid-field/no-such-row', { file }, { number, count }));

/** Reads the program, its bugs, and the tables of the learner's and ours. */
export function readTableFolder(given: KindFolder<TableManifest>): {
	own: Omit<TableExercise, keyof Exercise>;
	problems: Problem[];
} {
	const { id, folder, manifest } = given;
	const table = manifest?.table ?? null;
	const from = { id, folder, problem: bugProblem };
	const { program, mutants, problems } = readProgram(from);
	if (table && Object.keys(program).length > 0) problems.push(...functionProblems(given, table, program));
	const rowsIn = (parent: string): CaseRow[] => {
		const read = readTable(from, parent, table);
		problems.push(...read.problems);
		return read.rows;
	};
	const namesIn = (parent: 'also' | 'wrong'): string[] => {
		const { names, problems: alone } = layersIn(folder, parent, (path) =>
			bugProblem('unknown-file/alone', { file: `${id}/${path}` }, { parent })
		);
		problems.push(...alone);
		return names;
	};
	const weak = (name: string): TableExercise['wrong'][number] => {
		const json = readLayerJson(from, `wrong/${name}`, { name: 'wrong.json', schema: weakTable });
		const rows = rowsIn(`wrong/${name}`);
		const { escapes = [], fails = [] } = json.value ?? {};
		problems.push(...json.problems, ...unknownRows(`${id}/wrong/${name}/wrong.json`, fails, rows.length));
		return { name, rows, escapes, fails };
	};
	return {
		own: {
			program,
			mutants,
			start: rowsIn('start'),
			// Cells are empty only in the start: anywhere else that is a problem.
			solution: rowsIn('solution') as CaseRow<CellValue>[],
			also: namesIn('also').map((name) => ({ name, rows: rowsIn(`also/${name}`) })),
			wrong: namesIn('wrong').map(weak)
		},
		problems
	};
}
