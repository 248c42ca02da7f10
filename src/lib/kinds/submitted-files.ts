import { z } from 'zod';
import { learnerPath, type FileMap } from '../contract/exercise.ts';
import type { CodeRunnable } from './code-workbench.ts';

/** As many as exercise.json may list. */
const FILES = 20;

/** Path → text. Their length together is the compiler's affair: it tells the learner. */
export const filesSchema = z
	.record(learnerPath, z.string())
	.refine((files) => Object.keys(files).length <= FILES);

/**
 * The exercise's own files, and of the learner's those that a learner may change. Null where there is a file that the
 * exercise does not have.
 */
export function acceptFiles(exercise: Pick<CodeRunnable, 'files'>, sent: FileMap): FileMap | null {
	const known = new Set(exercise.files.map(({ path }) => path));
	if (Object.keys(sent).some((path) => !known.has(path))) return null;
	// A file may be called "constructor": what was not sent is not what every object inherits.
	const textOf = (path: string): string | undefined => (Object.hasOwn(sent, path) ? sent[path] : undefined);
	return Object.fromEntries(
		exercise.files.map(({ path, editable, text }) => [path, editable ? (textOf(path) ?? text) : text])
	);
}

/** Folders of files that a learner could hand in. */
interface Layers {
	start: FileMap;
	/** Laid over the start. */
	solution: FileMap;
	/** Laid over both, each by itself. */
	also: readonly { name: string; files: FileMap }[];
	wrong: readonly { name: string; files: FileMap }[];
}

/** What a learner has who hands in the solution. */
export const solutionFiles = ({ start, solution }: Pick<Layers, 'start' | 'solution'>): FileMap => ({
	...start,
	...solution
});

/** Everything that a folder holds of hand-ins, by name: "start", "solution", "also/…", "wrong/…". */
export function samplesOf(layers: Layers): { name: string; submission: FileMap }[] {
	const solved = solutionFiles(layers);
	const laidOver = (folder: 'also' | 'wrong') =>
		layers[folder].map(({ name, files }) => ({
			name: `${folder}/${name}`,
			submission: { ...solved, ...files }
		}));
	return [
		{ name: 'start', submission: layers.start },
		{ name: 'solution', submission: solved },
		...laidOver('also'),
		...laidOver('wrong')
	];
}
