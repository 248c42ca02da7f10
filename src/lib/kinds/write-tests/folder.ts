import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import type { z } from 'zod';
import { below, layersIn, textsBelow } from '../folder-parts.ts';
import type { NamedFiles, TestsExercise } from './exercise.ts';
import { mutantManifest, weakManifest, type TestsManifest } from './manifest.ts';
import { testsProblem } from './problems.ts';

export const isTestFile = (path: string): boolean => /\.test\.[jt]s$/.test(path);

/** What is laid over other files may only replace them. */
function overlayProblems(id: string, folder: string, names: readonly string[], base: FileMap): Problem[] {
	const code = folder.startsWith('mutants/') ? 'unknown-file/not-in-program' : 'unknown-file/not-in-start';
	return names
		.filter((name) => !Object.hasOwn(base, name))
		.map((name) => testsProblem(code, { file: `${id}/${folder}/${name}` }, { name }));
}

/** The folders in a folder, each with files that are laid over `base`, and a JSON file where it has one. */
function readLayers<T>(
	id: string,
	folder: DecodedFolder,
	parent: 'also' | 'wrong' | 'mutants',
	base: FileMap,
	json: { name: string; schema: z.ZodType<T> } | null
): { layers: (NamedFiles & { json: T | null })[]; problems: Problem[] } {
	const { names, problems } = layersIn(folder, parent, (path) =>
		testsProblem('unknown-file/alone', { file: `${id}/${path}` }, { parent })
	);
	const layers = names.map((name) => {
		const prefix = `${parent}/${name}`;
		const paths = below(folder.paths, `${prefix}/`).filter((path) => path !== json?.name);
		if (paths.length === 0)
			problems.push(testsProblem('missing-file/layer', { file: `${id}/${prefix}/` }, { folder: prefix }));
		problems.push(...overlayProblems(id, prefix, paths, base));
		const files = Object.fromEntries(
			Object.entries(textsBelow(folder, `${prefix}/`, prefix.length + 1)).filter(
				([path]) => path !== json?.name
			)
		);
		if (!json) return { name, files, json: null };
		const file = `${id}/${prefix}/${json.name}`;
		const text = folder.texts.get(`${prefix}/${json.name}`);
		if (!folder.paths.has(`${prefix}/${json.name}`))
			problems.push(testsProblem('missing-file/layer-json', { file }, { folder: prefix, name: json.name }));
		const read = text === undefined ? null : readJsonFile(file, text, json.schema);
		problems.push(...(read?.problems ?? []));
		return { name, files, json: read?.value ?? null };
	});
	return { layers, problems };
}

/** Reads the program, its bugs, and the suites of the learner's and ours. */
export function readTestsFolder({ id, folder }: KindFolder<TestsManifest>): {
	own: Omit<TestsExercise, keyof Exercise>;
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const program = textsBelow(folder, 'program/', 'program/'.length);
	const start = textsBelow(folder, 'start/', 'start/'.length);
	const solution = textsBelow(folder, 'solution/', 'solution/'.length);
	if (Object.keys(program).length === 0)
		problems.push(testsProblem('missing-file/program', { file: `${id}/program/` }));
	if (!Object.keys(start).some(isTestFile))
		problems.push(testsProblem('missing-suite/start', { file: `${id}/start/` }));
	if (Object.keys(solution).length === 0)
		problems.push(testsProblem('missing-solution', { file: `${id}/solution/` }));
	problems.push(...overlayProblems(id, 'solution', Object.keys(solution), start));
	const also = readLayers(id, folder, 'also', start, null);
	const wrong = readLayers(id, folder, 'wrong', start, { name: 'wrong.json', schema: weakManifest });
	const mutants = readLayers(id, folder, 'mutants', program, { name: 'mutant.json', schema: mutantManifest });
	problems.push(...also.problems, ...wrong.problems, ...mutants.problems);
	return {
		own: {
			program,
			start,
			solution,
			also: also.layers.map(({ name, files }) => ({ name, files })),
			wrong: wrong.layers.map(({ name, files, json }) => ({
				name,
				files,
				escapes: json?.escapes ?? [],
				fails: json?.fails ?? []
			})),
			mutants: mutants.layers.map(({ name, files, json }) => ({
				name,
				files,
				told: json?.told ?? { fr: name, nl: name, en: name }
			}))
		},
		problems
	};
}
