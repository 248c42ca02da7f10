import { findFile } from '../../compile/resolve.ts';
import { exportedNames } from '../../compile/typed/exported-names.ts';
import { readSource } from '../../compile/typed/source-text.ts';
import type { Problem } from '../../contract/problem.ts';
import type { CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { codeProblem } from './problems.ts';

/** `import { a, b as c } from '../start/main.js'` */
const IMPORT = /\bimport\s*\{([^}]*)\}\s*from\s*(['"])(?:\.\.?\/)+start\/([^'"]+)\2/g;

const exportsOf = (text: string): string[] => exportedNames(readSource(text));

/**
 * What a suite imports by name, and the start does not export while the solution does: every test of the start then fails
 * while it is loaded, and tells a beginner nothing of the task.
 */
export function missingExports(
	exercise: Pick<CodeExercise, 'id' | 'start' | 'solution' | 'tests' | 'examples'>
): Problem[] {
	const { id, start, tests, examples } = exercise;
	const solved = solutionFiles(exercise);
	const missing = new Map<string, Problem>();
	for (const suite of Object.values({ ...tests, ...examples })) {
		for (const [, names = '', , wanted = ''] of suite.matchAll(IMPORT)) {
			const path = findFile(start, wanted);
			if (path === null || /\bexport\s*\*/.test(start[path]!)) continue;
			const here = exportsOf(start[path]!);
			const there = exportsOf(solved[path] ?? '');
			for (const name of names.split(',').map((one) => one.trim().split(/\s+as\s+/)[0] ?? '')) {
				if (name === '' || here.includes(name) || !there.includes(name)) continue;
				const place = { remark: true, file: `${id}/start/${path}` } as const;
				missing.set(`${path} ${name}`, codeProblem('start-lacks-export', place, { name }));
			}
		}
	}
	return [...missing.values()];
}
