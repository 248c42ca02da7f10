import { MAX_SOURCE_CHARS } from '../../compile/compile-learner.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CodeExercise } from './exercise.ts';
import { codeProblem } from './problems.ts';

/** Hand-ins that are longer than what is compiled: said before anything is compiled, once, at the longest file. */
export function tooLongHandIns(
	id: string,
	{ start, solution, also, wrong }: Pick<CodeExercise, 'start' | 'solution' | 'also' | 'wrong'>
): Problem[] {
	const solved = [
		{ folder: 'start', files: start },
		{ folder: 'solution', files: solution }
	];
	const layered = [
		[solved[0]!],
		solved,
		...also.map(({ name, files }) => [...solved, { folder: `also/${name}`, files }]),
		...wrong.map(({ name, files }) => [...solved, { folder: `wrong/${name}`, files }])
	];
	const told = new Map<string, Problem>();
	for (const layers of layered) {
		const folderOf = new Map(
			layers.flatMap(({ folder, files }) => Object.keys(files).map((path) => [path, folder] as const))
		);
		const all: FileMap = Object.assign({}, ...layers.map(({ files }) => files));
		const texts = Object.entries(all);
		const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);
		if (characters <= MAX_SOURCE_CHARS) continue;
		const [longest] = texts.reduce((a, b) => (b[1].length > a[1].length ? b : a));
		const file = `${id}/${folderOf.get(longest)}/${longest}`;
		const counts = { characters, limit: MAX_SOURCE_CHARS };
		if (!told.has(file)) told.set(file, codeProblem('folder-too-large/hand-in', { file }, counts));
	}
	return [...told.values()];
}
