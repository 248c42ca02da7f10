import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { Place, SuiteName } from '../../exercise/folder-kind.ts';
import type { CodeExercise } from './exercise.ts';

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
			const message = `There is no hidden test "${test}".`;
			const fix = 'Write the full English name of a test in tests/ ("group > test").';
			return [{ code: 'unknown-test', file, ...lineIn(sources, file, ['fails', index]), message, fix }];
		});
	});
	if (hidden.length > 0) return problems;
	const fix = 'Write at least one test: an exercise without tests can never be passed.';
	const message = 'The hidden suite has no test.';
	return [{ code: 'no-tests', file: `${id}/tests/`, message, fix }, ...problems];
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
		problems.push({
			code: 'open-prototypes',
			remark: true,
			file,
			...lineIn(sources, file, ['allowPrototype']),
			message: 'Code may change built-in prototypes, so a pass can be forged: it is never verified.',
			fix: 'Take "allowPrototype" out where no solution needs it.'
		});
	}
	if (!manifest.origin && wrong.length < MISTAKES) {
		const fix = `Add ${MISTAKES} typical mistakes: they prove that the tests notice them.`;
		const message = `There are ${wrong.length} mistakes in wrong/.`;
		problems.push({ code: 'few-mistakes', remark: true, file: `${id}/wrong/`, message, fix });
	}
	return problems;
}
