import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import { below, layersIn, textsBelow } from '../folder-parts.ts';
import { programOf } from '../own-program/files.ts';
import { isTestFile } from '../test-files.ts';
import type { FindExercise } from './exercise.ts';
import { faultManifest, type FaultManifest, type FindManifest } from './manifest.ts';
import { findProblem } from './problems.ts';

const WRONG_JSON = 'wrong.json';

/** What is laid over the learner's files may only replace them. */
const overlayProblems = (id: string, folder: string, files: FileMap, start: FileMap): Problem[] =>
	Object.keys(files)
		.filter((name) => !Object.hasOwn(start, name))
		.map((name) => findProblem('unknown-file/not-in-start', { file: `${id}/${folder}/${name}` }, { name }));

/** The folders in a folder, each with files that are laid over the solution. */
function readLayers(id: string, folder: DecodedFolder, parent: 'also' | 'wrong', start: FileMap) {
	const { names, problems } = layersIn(folder, parent, (path) =>
		findProblem('unknown-file/alone', { file: `${id}/${path}` }, { parent })
	);
	const layers = names.map((name) => {
		const prefix = `${parent}/${name}`;
		const { [WRONG_JSON]: json, ...files } = textsBelow(folder, `${prefix}/`, prefix.length + 1);
		if (Object.keys(files).length === 0)
			problems.push(findProblem('missing-file/layer', { file: `${id}/${prefix}/` }, { folder: prefix }));
		problems.push(...overlayProblems(id, prefix, files, start));
		return { name, files, json };
	});
	return { layers, problems };
}

/** What is wrong with one piece of work, as its wrong.json says. */
function readFault(
	id: string,
	folder: DecodedFolder,
	name: string,
	json: string | undefined
): { fault: FaultManifest; problems: Problem[] } {
	const path = `wrong/${name}/${WRONG_JSON}`;
	const file = `${id}/${path}`;
	const fault = { misses: false, invalid: [], fails: [] };
	if (json === undefined) {
		// One that is no text has been told.
		const missing = !folder.paths.has(path);
		const details = { folder: `wrong/${name}` };
		return { fault, problems: missing ? [findProblem('missing-file/layer-json', { file }, details)] : [] };
	}
	const read = readJsonFile(file, json, faultManifest);
	return { fault: read.value ?? fault, problems: read.problems };
}

/** What start/ and solution/ must have: a program and tests each, and a bug. */
function partProblems(id: string, start: FileMap, solution: FileMap): Problem[] {
	const problems: Problem[] = [];
	const program = programOf(start);
	if (Object.keys(program).length === 0)
		problems.push(findProblem('missing-start-file/program', { file: `${id}/start/` }));
	if (!Object.keys(start).some(isTestFile))
		problems.push(findProblem('missing-suite/start', { file: `${id}/start/` }));
	const place = { file: `${id}/solution/` };
	if (!Object.entries(programOf(solution)).some(([path, text]) => program[path] !== text))
		problems.push(findProblem('missing-solution/program', place));
	if (!Object.keys(solution).some(isTestFile)) problems.push(findProblem('missing-solution/test', place));
	return problems;
}

/** Reads the learner's files, the hidden suite, and work that is right and that is not. */
export function readFindFolder({ id, folder }: KindFolder<FindManifest>): {
	own: Omit<FindExercise, keyof Exercise>;
	problems: Problem[];
} {
	const start = textsBelow(folder, 'start/', 'start/'.length);
	const solution = textsBelow(folder, 'solution/', 'solution/'.length);
	const also = readLayers(id, folder, 'also', start);
	const wrong = readLayers(id, folder, 'wrong', start);
	const problems = [
		...partProblems(id, start, solution),
		...overlayProblems(id, 'solution', solution, start),
		...also.problems,
		...wrong.problems
	];
	if (!below(folder.paths, 'tests/').some(isTestFile))
		problems.push(findProblem('missing-suite/hidden', { file: `${id}/tests/` }));
	return {
		own: {
			start,
			solution,
			tests: textsBelow(folder, 'tests/', 0),
			also: also.layers.map(({ name, files }) => ({ name, files })),
			wrong: wrong.layers.map(({ name, files, json }) => {
				const { fault, problems: found } = readFault(id, folder, name, json);
				problems.push(...found);
				const { misses, invalid, fails } = fault;
				return { name, files, misses, invalid, fails };
			})
		},
		problems
	};
}
