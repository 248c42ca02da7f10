import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { overlayProblems, readLayers } from '../bugs/folder.ts';
import { mutantManifest } from '../bugs/manifest.ts';
import { below, textsBelow } from '../folder-parts.ts';
import { programOf } from '../own-program/files.ts';
import { isTestFile } from '../test-files.ts';
import type { RefactorExercise } from './exercise.ts';
import { unsafeManifest, type RefactorManifest } from './manifest.ts';
import { bugProblem, refactorProblem } from './problems.ts';

/** What start/ and solution/ must have: a program and tests each, and a program that is written in another way. */
function partProblems(id: string, start: FileMap, solution: FileMap): Problem[] {
	const problems: Problem[] = [];
	const program = programOf(start);
	const place = { file: `${id}/start/` };
	if (Object.keys(program).length === 0) problems.push(refactorProblem('missing-start-file/program', place));
	for (const path of Object.keys(program).filter((one) => !/\.m?js$/.test(one)))
		problems.push(refactorProblem('unknown-file/not-javascript', { file: `${id}/start/${path}` }));
	if (!Object.keys(start).some(isTestFile)) problems.push(refactorProblem('missing-suite/start', place));
	const solved = { file: `${id}/solution/` };
	if (!Object.entries(programOf(solution)).some(([path, text]) => program[path] !== text))
		problems.push(refactorProblem('missing-solution/program', solved));
	if (!Object.keys(solution).some(isTestFile))
		problems.push(refactorProblem('missing-solution/test', solved));
	return problems;
}

/** Reads the learner's files, the bugs of the program, the hidden suite, and work that is right and that is not. */
export function readRefactorFolder({ id, folder }: KindFolder<RefactorManifest>): {
	own: Omit<RefactorExercise, keyof Exercise>;
	problems: Problem[];
} {
	const from = { id, folder, problem: bugProblem };
	const start = textsBelow(folder, 'start/', 'start/'.length);
	const solution = textsBelow(folder, 'solution/', 'solution/'.length);
	const program = programOf(start);
	const mutants = readLayers(from, 'mutants', program, { name: 'mutant.json', schema: mutantManifest });
	const also = readLayers(from, 'also', start, null);
	const wrong = readLayers(from, 'wrong', start, { name: 'wrong.json', schema: unsafeManifest });
	const problems = [
		...partProblems(id, start, solution),
		...overlayProblems(from, 'solution', Object.keys(solution), start),
		...mutants.problems,
		...also.problems,
		...wrong.problems
	];
	if (!below(folder.paths, 'tests/').some(isTestFile))
		problems.push(refactorProblem('missing-suite/hidden', { file: `${id}/tests/` }));
	return {
		own: {
			start,
			solution,
			program,
			tests: textsBelow(folder, 'tests/', 0),
			mutants: mutants.layers.map(({ name, files, json }) => ({
				name,
				files,
				told: json?.told ?? { fr: name, nl: name, en: name }
			})),
			also: also.layers.map(({ name, files }) => ({ name, files })),
			wrong: wrong.layers.map(({ name, files, json }) => {
				const { escapes = [], invalid = [], fails = [], unguarded = false } = json ?? {};
				return { name, files, escapes, invalid, fails, unguarded };
			})
		},
		problems
	};
}
