import type { FileMap } from '../../contract/exercise.ts';
import type { Kind } from '../kind.ts';
import { codeRunnable, compileCode, type CodeArtifacts } from './artifacts.ts';
import type { CodeExercise } from './exercise.ts';
import { samplesOf } from '../submitted-files.ts';
import { readCodeFolder } from './folder.ts';
import { codeManifest, survivorsFile, wrongManifest } from './manifest.ts';
import { codeNameProblems, codeRemarks, codeTestPlace } from './names.ts';
import { namesOfCode } from '../names-of-code.ts';
import { codeAttempts, furtherProofs } from './proofs.ts';
import { runCode } from './run.ts';
import type { CodeRunnable } from '../code-workbench.ts';
import { codeSubmission } from './submission.ts';
import { codeTemplate } from './template.ts';
import { CODE_WORDS } from './words.ts';

/** Write code that a hidden suite checks. */
export const code: Kind<CodeExercise, CodeRunnable, FileMap, CodeArtifacts> = {
	name: runCode.name,
	run: runCode,
	folder: {
		manifest: codeManifest,
		paths: /^(?:(start|tests|examples|solution|also|wrong)\/.+|survivors\.json)$/,
		read: readCodeFolder,
		sources: ({ wrong, survivors }) => [
			...wrong.map(({ name }) => `wrong/${name}/wrong.json`),
			...(survivors.length > 0 ? ['survivors.json'] : [])
		],
		texts: ({ start, examples, tests, solution, also }) => ({
			shown: [...Object.values(start), ...Object.values(examples)],
			suites: Object.entries(tests),
			answers: [
				{ name: 'solution', files: solution },
				...also.map(({ name, files }) => ({ name: `also/${name}`, files }))
			].flatMap(({ name, files }) =>
				Object.entries(files).map(([path, text]) => [`${name}/${path}`, text] as const)
			)
		}),
		names: ({ id, start }) => namesOfCode(id, start),
		remarks: codeRemarks,
		nameProblems: codeNameProblems,
		testPlace: codeTestPlace
	},
	submission: codeSubmission,
	files: [
		{ heading: 'wrong/…/wrong.json', name: 'wrong', schema: wrongManifest },
		{ heading: 'survivors.json', name: 'survivors', schema: survivorsFile }
	],
	compile: compileCode,
	runnable: codeRunnable,
	samples: samplesOf,
	proof: { attempts: codeAttempts, after: furtherProofs },
	template: codeTemplate,
	words: CODE_WORDS
};
