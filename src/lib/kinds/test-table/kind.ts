import type { BugArtifacts } from '../bugs/compile-bugs.ts';
import { bugRemarks, unknownBugs } from '../bugs/proofs.ts';
import type { Kind } from '../kind.ts';
import type { TableRunnable } from '../table-workbench.ts';
import { compileTable, tableRunnable } from './artifacts.ts';
import type { TableExercise } from './exercise.ts';
import { readTableFolder } from './folder.ts';
import { tableFile, tableManifest, weakTable } from './manifest.ts';
import { bugProblem } from './problems.ts';
import { tableAttempts, tablesOf } from './proofs.ts';
import { runTable, type Rows } from './run.ts';
import { tableSubmission } from './submission.ts';
import { tableTemplate } from './template.ts';
import { TABLE_WORDS } from './words.ts';

/** Fill in a table of cases that a hidden program passes, and of which each of its bugs fails one. */
export const testTable: Kind<TableExercise, TableRunnable, Rows, BugArtifacts> = {
	name: runTable.name,
	run: runTable as Kind<TableExercise, TableRunnable, Rows, BugArtifacts>['run'],
	folder: {
		manifest: tableManifest,
		paths:
			/^(?:(?:program|mutants)\/.+|(?:start|solution|also\/[^/]+|wrong\/[^/]+)\/table\.json|wrong\/[^/]+\/wrong\.json)$/,
		read: readTableFolder,
		sources: ({ wrong, mutants }) => [
			...wrong.map(({ name }) => `wrong/${name}/wrong.json`),
			...mutants.map(({ name }) => `mutants/${name}/mutant.json`)
		],
		texts: ({ program }) => ({
			shown: [],
			suites: Object.entries(program).map(([path, text]) => [`program/${path}`, text] as const),
			answers: []
		}),
		names: () => [],
		remarks: (exercise) => bugRemarks(exercise, bugProblem),
		nameProblems: (exercise, _hidden, sources) => unknownBugs(exercise, bugProblem, sources),
		testPlace: ({ id }) => ({ file: `${id}/start/table.json` })
	},
	submission: tableSubmission,
	files: [
		{ heading: '…/table.json (test-table)', name: 'table', schema: tableFile },
		{ heading: 'wrong/…/wrong.json (test-table)', name: 'weak-table', schema: weakTable }
	],
	compile: compileTable,
	runnable: tableRunnable,
	samples: tablesOf,
	proof: { attempts: tableAttempts },
	bugs: ({ manifest }, { hidden }) => ({ bugs: hidden.bugs, excluded: manifest.excluded }),
	template: tableTemplate,
	words: TABLE_WORDS
};
