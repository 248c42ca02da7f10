import { TARGET, type Transform } from '../compile/esbuild-port.ts';
import { inTurns, mutate, type Mutant } from '../compile/mutants.ts';
import { isPageFile, mutatePage, type PageMutant } from '../compile/page-mutants.ts';
import type { FileMap } from '../contract/exercise.ts';

const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** Mutants of one file, in a fixed order; none of what is no script, page or style. */
function mutantsOf(path: string, text: string, trials: boolean): (Mutant | PageMutant)[] {
	if (isPageFile(path)) return mutatePage(path, text);
	return isScript(path) ? mutate(text, { trials }) : [];
}

export interface ChangesWanted {
	/** Mutants of one file. Default: all of them. */
	perFile?: number;
	/** Whether calls are changed that only try the work out. Default: they are. */
	trials?: boolean;
}

/** Right work with one thing changed. */
export interface ChangedWork {
	files: FileMap;
	/** The file that is changed. */
	path: string;
	/** Its text before: TypeScript as what it is compiled to. */
	before: string;
	/** 1-based line of the change; of TypeScript, in what it is compiled to. */
	line: number;
}

/**
 * Mutants of right work: each file's first ones first.
 * @param paths of the files that are changed
 */
export async function changedWork(
	files: FileMap,
	paths: readonly string[],
	transform: Transform,
	{ perFile = Infinity, trials = true }: ChangesWanted = {}
): Promise<ChangedWork[]> {
	const lists = await Promise.all(
		paths.map(async (path) => {
			const text = files[path] ?? '';
			const typed = isScript(path) && path.endsWith('.ts');
			const before = typed ? (await transform(text, { loader: 'ts', target: TARGET })).code : text;
			const mutants = mutantsOf(path, before, trials).slice(0, perFile);
			return mutants.map(({ code, line }): ChangedWork => ({
				files: { ...files, [path]: code },
				path,
				before,
				line
			}));
		})
	);
	return inTurns(lists);
}
