import type { FileMap } from '../../contract/exercise.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import type { Kind } from '../kind.ts';
import { namesOfCode } from '../names-of-code.ts';
import { programOf, testsOf } from '../own-program/files.ts';
import { unknownTests } from '../own-program/proofs.ts';
import { samplesOf } from '../submitted-files.ts';
import { compileFind, findRunnable, type FindArtifacts } from './artifacts.ts';
import type { FindExercise } from './exercise.ts';
import { readFindFolder } from './folder.ts';
import { faultManifest, findManifest } from './manifest.ts';
import { findAttempts, findRemarks, testsThatNeverFail } from './proofs.ts';
import { findProblem } from './problems.ts';
import { runFind } from './run.ts';
import { findSubmission } from './submission.ts';
import { findTemplate } from './template.ts';
import { FIND_WORDS } from './words.ts';

const prefixed = (folder: string, files: FileMap): (readonly [string, string])[] =>
	Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text] as const);

/** Write a test that shows a bug, and mend the program. */
export const findTheBug: Kind<FindExercise, CodeRunnable, FileMap, FindArtifacts> = {
	name: runFind.name,
	run: runFind as Kind<FindExercise, CodeRunnable, FileMap, FindArtifacts>['run'],
	folder: {
		manifest: findManifest,
		paths: /^(?:start|tests|solution|also|wrong)\/.+$/,
		read: readFindFolder,
		sources: ({ wrong }) => wrong.map(({ name }) => `wrong/${name}/wrong.json`),
		texts: ({ start, tests, solution, also }) => ({
			shown: Object.values(start),
			// The correct program is fetched with the suite, compiled: as little may be told of it.
			suites: [...Object.entries(tests), ...prefixed('solution', programOf(solution))],
			answers: [
				...prefixed('solution', testsOf(solution)),
				...also.flatMap(({ name, files }) => prefixed(`also/${name}`, files))
			]
		}),
		names: ({ id, start }) => namesOfCode(id, start),
		remarks: findRemarks,
		nameProblems: (exercise, hidden, sources) => unknownTests(exercise, hidden, sources, findProblem),
		testPlace: ({ id }) => ({ file: `${id}/tests/` })
	},
	submission: findSubmission,
	files: [{ heading: 'wrong/…/wrong.json (find-the-bug)', name: 'fault', schema: faultManifest }],
	compile: compileFind,
	runnable: findRunnable,
	samples: samplesOf,
	proof: { attempts: findAttempts, after: testsThatNeverFail },
	template: findTemplate,
	words: FIND_WORDS
};
