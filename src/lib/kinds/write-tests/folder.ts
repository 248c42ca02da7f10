import type { Exercise } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { overlayProblems, readLayers, readProgram } from '../bugs/folder.ts';
import { textsBelow } from '../folder-parts.ts';
import { isTestFile } from '../test-files.ts';
import type { TestsExercise } from './exercise.ts';
import { weakManifest, type TestsManifest } from './manifest.ts';
import { bugProblem, testsProblem } from './problems.ts';

/** Reads the program, its bugs, and the suites of the learner's and ours. */
export function readTestsFolder({ id, folder }: KindFolder<TestsManifest>): {
	own: Omit<TestsExercise, keyof Exercise>;
	problems: Problem[];
} {
	const from = { id, folder, problem: bugProblem };
	const start = textsBelow(folder, 'start/', 'start/'.length);
	const solution = textsBelow(folder, 'solution/', 'solution/'.length);
	const { program, mutants, problems } = readProgram(from);
	if (!Object.keys(start).some(isTestFile))
		problems.push(testsProblem('missing-suite/start', { file: `${id}/start/` }));
	if (Object.keys(solution).length === 0)
		problems.push(testsProblem('missing-solution', { file: `${id}/solution/` }));
	problems.push(...overlayProblems(from, 'solution', Object.keys(solution), start));
	const also = readLayers(from, 'also', start, null);
	const wrong = readLayers(from, 'wrong', start, { name: 'wrong.json', schema: weakManifest });
	problems.push(...also.problems, ...wrong.problems);
	return {
		own: {
			program,
			mutants,
			start,
			solution,
			also: also.layers.map(({ name, files }) => ({ name, files })),
			wrong: wrong.layers.map(({ name, files, json }) => ({
				name,
				files,
				escapes: json?.escapes ?? [],
				fails: json?.fails ?? []
			}))
		},
		problems
	};
}
