import type { z } from 'zod';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import { below, layersIn, textsBelow } from '../folder-parts.ts';
import type { BuggyProgram, NamedFiles } from './buggy-exercise.ts';
import { mutantManifest } from './manifest.ts';
import type { BugProblem } from './problems.ts';

/** A folder that is read, and who says what is wrong with it. */
export interface BugFolder {
	id: string;
	folder: DecodedFolder;
	problem: BugProblem;
}

/** What is laid over other files may only replace them. */
export function overlayProblems(
	{ id, problem }: Pick<BugFolder, 'id' | 'problem'>,
	folder: string,
	names: readonly string[],
	base: FileMap
): Problem[] {
	const code = folder.startsWith('mutants/') ? 'unknown-file/not-in-program' : 'unknown-file/not-in-start';
	return names
		.filter((name) => !Object.hasOwn(base, name))
		.map((name) => problem(code, { file: `${id}/${folder}/${name}` }, { name }));
}

/** The folders in a folder, each with files that are laid over `base`, and a JSON file where it has one. */
export function readLayers<T>(
	from: BugFolder,
	parent: 'also' | 'wrong' | 'mutants',
	base: FileMap,
	json: { name: string; schema: z.ZodType<T> } | null
): { layers: (NamedFiles & { json: T | null })[]; problems: Problem[] } {
	const { id, folder, problem } = from;
	const { names, problems } = layersIn(folder, parent, (path) =>
		problem('unknown-file/alone', { file: `${id}/${path}` }, { parent })
	);
	const layers = names.map((name) => {
		const prefix = `${parent}/${name}`;
		const paths = below(folder.paths, `${prefix}/`).filter((path) => path !== json?.name);
		if (paths.length === 0)
			problems.push(problem('missing-file/layer', { file: `${id}/${prefix}/` }, { folder: prefix }));
		problems.push(...overlayProblems(from, prefix, paths, base));
		const files = Object.fromEntries(
			Object.entries(textsBelow(folder, `${prefix}/`, prefix.length + 1)).filter(
				([path]) => path !== json?.name
			)
		);
		if (!json) return { name, files, json: null };
		const read = readLayerJson(from, prefix, json);
		problems.push(...read.problems);
		return { name, files, json: read.value };
	});
	return { layers, problems };
}

/** A JSON file that a layer must have. */
export function readLayerJson<T>(
	{ id, folder, problem }: BugFolder,
	layer: string,
	{ name, schema }: { name: string; schema: z.ZodType<T> }
): { value: T | null; problems: Problem[] } {
	const path = `${layer}/${name}`;
	const file = `${id}/${path}`;
	const problems = folder.paths.has(path)
		? []
		: [problem('missing-file/layer-json', { file }, { folder: layer, name })];
	const text = folder.texts.get(path);
	const read = text === undefined ? null : readJsonFile(file, text, schema);
	return { value: read?.value ?? null, problems: [...problems, ...(read?.problems ?? [])] };
}

/** Reads a program, and the bugs that somebody has thought of. */
export function readProgram(from: BugFolder): BuggyProgram & { problems: Problem[] } {
	const program = textsBelow(from.folder, 'program/', 'program/'.length);
	const mutants = readLayers(from, 'mutants', program, { name: 'mutant.json', schema: mutantManifest });
	const none = Object.keys(program).length === 0;
	return {
		program,
		mutants: mutants.layers.map(({ name, files, json }) => ({
			name,
			files,
			told: json?.told ?? { fr: name, nl: name, en: name }
		})),
		problems: [
			...(none ? [from.problem('missing-file/program', { file: `${from.id}/program/` })] : []),
			...mutants.problems
		]
	};
}
