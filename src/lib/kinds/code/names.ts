import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { Place, SuiteName } from '../../exercise/folder-kind.ts';
import type { CodeExercise } from './exercise.ts';
import { codeProblem } from './problems.ts';

/** Where a suite lies in the folder. */
export const SUITE_FOLDERS = { hidden: 'tests', examples: 'examples' } as const;

/** A suite without tests, and mistakes that name tests which do not exist. */
export function codeNameProblems(
	{ id, wrong }: CodeExercise,
	hidden: readonly string[],
	sources: Sources
): Problem[] {
	const problems = wrong.flatMap(({ name, fails }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return fails.flatMap((test, index): Problem[] => {
			if (hidden.includes(test)) return [];
			return [codeProblem('unknown-test', { file, ...lineIn(sources, file, ['fails', index]) }, { test })];
		});
	});
	if (hidden.length > 0) return problems;
	return [codeProblem('no-tests/hidden', { file: `${id}/tests/` }), ...problems];
}

/** Where a test stands: found by its title, so a test whose title is put together is found only as its folder. */
export function codeTestPlace(exercise: CodeExercise, suite: SuiteName, name: string): Place {
	const folder = SUITE_FOLDERS[suite];
	const title = name.split(' > ').at(-1) ?? name;
	for (const [path, text] of Object.entries(exercise[folder])) {
		const lines = text.split('\n');
		for (const quote of ["'", '"', '`']) {
			const written = `${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`;
			const at = lines.findIndex((line) => line.includes(written));
			if (at >= 0) return { file: `${exercise.id}/${path}`, line: at + 1 };
		}
	}
	return { file: `${exercise.id}/${folder}/` };
}

/** Fewer mistakes prove little of a suite. */
const MISTAKES = 2;

/** What would make a better exercise; one from elsewhere may have few mistakes. */
export function codeRemarks({ id, manifest, wrong }: CodeExercise, sources: Sources): Problem[] {
	const problems: Problem[] = [];
	if (manifest.allowPrototype) {
		const file = `${id}/exercise.json`;
		const place = { remark: true, file, ...lineIn(sources, file, ['allowPrototype']) } as const;
		problems.push(codeProblem('open-prototypes', place));
	}
	if (!manifest.origin && wrong.length < MISTAKES) {
		const counts = { count: wrong.length, wanted: MISTAKES };
		problems.push(codeProblem('few-mistakes', { remark: true, file: `${id}/wrong/` }, counts));
	}
	return problems;
}
