import type { CellFault } from '../../contract/case-table.ts';
import type { DetailWords } from '../../contract/problem.ts';
import { BUG_WORDS } from '../bugs/words.ts';
import type { TableDetails } from './problems.ts';

const meantWords = (meant: string | null): string => (meant === null ? '' : `; "${meant}" is meant`);

function faultWords(why: CellFault): string {
	switch (why.fault) {
		case 'empty':
			return 'is empty';
		case 'not-a-number':
			return 'is not a number';
		case 'too-long':
			return 'is too long';
		case 'unknown':
			return 'is no value of its column';
		case 'too-small':
			return `is less than ${why.limit}, the "min" of its column`;
		case 'too-large':
			return `is more than ${why.limit}, the "max" of its column`;
		case 'between-steps':
			return `does not fit the "step" of its column, ${why.limit}`;
	}
}

/** What is said to a coach of the problems that only this kind has. */
export const TABLE_WORDS: DetailWords<TableDetails> = {
	...BUG_WORDS,
	'missing-file/table': ({ folder }) => ({
		message: `There is no ${folder}/table.json.`,
		fix: 'Write { "rows": [{ "inputs": { "age": 12 }, "expected": 2 }] }.'
	}),
	'missing-file/program': {
		message: 'There is no program that the table could be about.',
		fix: 'Write it, for example program/price.js. It must be correct.'
	},
	'missing-file/layer-json': ({ folder, name }) => ({
		message: `${folder} has no ${name}.`,
		fix:
			name === 'mutant.json'
				? 'Write { "told": { "fr": "…", "nl": "…", "en": "…" } }: what is wrong, in one sentence.'
				: 'Write { "escapes": ["bugs that it lets through"] }, or { "fails": [2] }: numbers of rows that expect what the task does not say.'
	}),
	'invalid-field/table-file': ({ name, meant }) => ({
		message: `program/ has no file "${name}"${meantWords(meant)}.`,
		fix: 'Write the name of the file with the function.'
	}),
	'invalid-field/table-function': ({ name, file, meant }) => ({
		message: `program/${file} exports no "${name}"${meantWords(meant)}.`,
		fix: 'Write the name of a function that it exports.'
	}),
	'invalid-field/cell': ({ number, column, why }) => ({
		message: `Row ${number}: ${column === null ? 'what is expected' : `"${column}"`} ${faultWords(why)}.`,
		fix: 'Write a value that a learner could give there. Only in start/ a cell may be null.'
	}),
	'invalid-field/no-column': ({ number, column, meant }) => ({
		message: `Row ${number}: the table has no column "${column}"${meantWords(meant)}.`,
		fix: 'Use the names of the columns in exercise.json.'
	}),
	'invalid-field/too-many-rows': ({ count, most }) => ({
		message: `The table has ${count} rows, and a learner may have ${most}.`,
		fix: 'Take rows out, or let learners have more: "rows": { "most": … } in exercise.json.'
	}),
	'invalid-field/same-row': ({ number, first }) => ({
		message: `Row ${number} has the same inputs as row ${first}.`,
		fix: 'Take one of them out.'
	}),
	'invalid-field/no-such-row': ({ number, count }) => ({
		message: `There is no row ${number}: the table has ${count}.`,
		fix: 'Rows are counted from 1.'
	}),
	'few-mistakes': {
		message: 'No table in wrong/ is valid and lets a bug through.',
		fix: 'Add one with "escapes": it proves that its bug is not noticed by chance.'
	},
	'start-passes': {
		message: 'The start notices every bug: there is nothing left to do.',
		fix: 'Take rows out of start/table.json, or add bugs.'
	},
	'solution-fails/escaped': ({ bugs, more }) => ({
		message: `Not noticed: ${bugs.map((bug) => `"${bug}"`).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
		fix: 'Add a row; or name an automatic one that no row can notice under "excluded", with the reason.'
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The weak table "${mistake}" notices every bug.`,
		fix: 'Take a row out of it, or add the bug that it is to let through.'
	})
};
