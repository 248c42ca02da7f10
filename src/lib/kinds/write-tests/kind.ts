import type { FileMap } from '../../contract/exercise.ts';
import type { BugArtifacts } from '../bugs/compile-bugs.ts';
import { mutantManifest } from '../bugs/manifest.ts';
import { bugRemarks, unknownBugs } from '../bugs/proofs.ts';
import type { Kind } from '../kind.ts';
import { namesOfCode } from '../names-of-code.ts';
import { compileTests, testsRunnable } from './artifacts.ts';
import type { TestsExercise } from './exercise.ts';
import { samplesOf } from '../submitted-files.ts';
import { readTestsFolder } from './folder.ts';
import { testsManifest, weakManifest } from './manifest.ts';
import { bugProblem } from './problems.ts';
import { testsAttempts } from './proofs.ts';
import { runTests } from './run.ts';
import type { TestsRunnable } from './runnable.ts';
import { testsSubmission } from './submission.ts';
import { testsTemplate } from './template.ts';
import { TESTS_WORDS } from './words.ts';

/** Write tests that pass on a program, and notice each of its bugs. */
export const writeTests: Kind<TestsExercise, TestsRunnable, FileMap, BugArtifacts> = {
	name: runTests.name,
	run: runTests as Kind<TestsExercise, TestsRunnable, FileMap, BugArtifacts>['run'],
	folder: {
		manifest: testsManifest,
		paths: /^(?:program|start|solution|also|wrong|mutants)\/.+$/,
		read: readTestsFolder,
		sources: ({ wrong, mutants }) => [
			...wrong.map(({ name }) => `wrong/${name}/wrong.json`),
			...mutants.map(({ name }) => `mutants/${name}/mutant.json`)
		],
		texts: ({ manifest, program, start, solution, also }) => ({
			shown: [...Object.values(start), ...(manifest.program === 'shown' ? Object.values(program) : [])],
			suites: manifest.program === 'hidden' ? prefixed('program', program) : [],
			answers: [
				...prefixed('solution', solution),
				...also.flatMap(({ name, files }) => prefixed(`also/${name}`, files))
			]
		}),
		names: ({ id, start, program, manifest }) =>
			manifest.program === 'shown'
				? [...namesOfCode(id, start), ...namesOfCode(id, program, 'program')]
				: namesOfCode(id, start),
		remarks: (exercise) => bugRemarks(exercise, bugProblem),
		nameProblems: (exercise, _hidden, sources) => unknownBugs(exercise, bugProblem, sources),
		testPlace: ({ id }) => ({ file: `${id}/start/` })
	},
	submission: testsSubmission,
	files: [
		{ heading: 'mutants/…/mutant.json', name: 'mutant', schema: mutantManifest },
		{ heading: 'wrong/…/wrong.json (write-tests)', name: 'weak', schema: weakManifest }
	],
	compile: compileTests,
	runnable: testsRunnable,
	samples: samplesOf,
	proof: { attempts: testsAttempts },
	bugs: ({ manifest }, { hidden }) => ({ bugs: hidden.bugs, excluded: manifest.excluded }),
	template: testsTemplate,
	words: TESTS_WORDS
};

const prefixed = (folder: string, files: FileMap): (readonly [string, string])[] =>
	Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const);
