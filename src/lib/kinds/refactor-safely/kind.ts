import type { FileMap } from '../../contract/exercise.ts';
import { mutantManifest } from '../bugs/manifest.ts';
import { unknownBugs } from '../bugs/proofs.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import type { Kind } from '../kind.ts';
import { namesOfCode } from '../names-of-code.ts';
import { unknownTests } from '../own-program/proofs.ts';
import { samplesOf } from '../submitted-files.ts';
import { compileRefactor, refactorRunnable, type RefactorArtifacts } from './artifacts.ts';
import type { RefactorExercise } from './exercise.ts';
import { readRefactorFolder } from './folder.ts';
import { refactorManifest, unsafeManifest } from './manifest.ts';
import { bugProblem, refactorProblem } from './problems.ts';
import { refactorAttempts, refactorRemarks } from './proofs.ts';
import { runRefactor } from './run.ts';
import { refactorSubmission } from './submission.ts';
import { refactorTemplate } from './template.ts';
import { REFACTOR_WORDS } from './words.ts';

const prefixed = (folder: string, files: FileMap): (readonly [string, string])[] =>
	Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const);

/** Make tests that notice every bug, and write the program better. */
export const refactorSafely: Kind<RefactorExercise, CodeRunnable, FileMap, RefactorArtifacts> = {
	name: runRefactor.name,
	run: runRefactor as Kind<RefactorExercise, CodeRunnable, FileMap, RefactorArtifacts>['run'],
	folder: {
		manifest: refactorManifest,
		paths: /^(?:start|tests|solution|also|wrong|mutants)\/.+$/,
		read: readRefactorFolder,
		sources: ({ wrong, mutants }) => [
			...wrong.map(({ name }) => `wrong/${name}/wrong.json`),
			...mutants.map(({ name }) => `mutants/${name}/mutant.json`)
		],
		texts: ({ start, tests, solution, also }) => ({
			shown: Object.values(start),
			suites: Object.entries(tests),
			answers: [
				...prefixed('solution', solution),
				...also.flatMap(({ name, files }) => prefixed(`also/${name}`, files))
			]
		}),
		names: ({ id, start }) => namesOfCode(id, start),
		remarks: refactorRemarks,
		nameProblems: (exercise, hidden, sources) => [
			...unknownBugs(exercise, bugProblem, sources),
			...unknownTests(exercise, hidden, sources, refactorProblem)
		],
		testPlace: ({ id }) => ({ file: `${id}/tests/` })
	},
	submission: refactorSubmission,
	files: [
		{ heading: 'mutants/…/mutant.json', name: 'mutant', schema: mutantManifest },
		{ heading: 'wrong/…/wrong.json (refactor-safely)', name: 'unsafe', schema: unsafeManifest }
	],
	compile: compileRefactor,
	runnable: refactorRunnable,
	samples: samplesOf,
	proof: { attempts: refactorAttempts },
	bugs: ({ manifest }, { hidden }) => ({ bugs: hidden.bugs, excluded: manifest.excluded }),
	template: refactorTemplate,
	words: REFACTOR_WORDS
};
