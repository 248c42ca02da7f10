import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { Place, SuiteName } from '../../exercise/folder-kind.ts';
import type { CodeExercise } from './exercise.ts';
import { codeProblem } from './problems.ts';
import { doneCallbacks } from './done-callbacks.ts';
import { notAvailable } from './not-available.ts';
import { missingExports } from './start-exports.ts';
import { switchedOff } from './switched-off.ts';
import { unawaitedIn } from './unawaited-assertions.ts';

/** What is needed to find a test. */
export type Suites = Pick<CodeExercise, 'id' | 'tests' | 'examples'>;

/** Where a suite lies in the folder. */
export const SUITE_FOLDERS = { hidden: 'tests', examples: 'examples' } as const;

/** Names that several tests have: a learner cannot tell which of them failed, and a mistake cannot name one of them. */
export function duplicateTests(exercise: CodeExercise, hidden: readonly string[]): Problem[] {
	const remark = exercise.manifest.origin ? { remark: true as const } : {};
	const twice = new Set(hidden.filter((name, index) => hidden.indexOf(name) < index));
	return [...twice].map((test) => {
		const count = hidden.filter((name) => name === test).length;
		const [first, ...others] = testPlaces(exercise, 'hidden', test);
		const second = others[0] ?? first ?? { file: `${exercise.id}/${SUITE_FOLDERS.hidden}/` };
		return codeProblem('duplicate-test', { ...remark, ...second }, { test, count });
	});
}

/** Assertions that nobody awaits: whatever they find, their test has passed. One from elsewhere may be right all the same. */
function unawaited({ id, manifest, tests, examples }: CodeExercise): Problem[] {
	const remark = manifest.origin ? { remark: true as const } : {};
	return unawaitedIn({ ...tests, ...examples }).map(({ path, line }) =>
		codeProblem('unawaited-assertion', { ...remark, file: `${id}/${path}`, line })
	);
}

/** Tests that are over before what they wait for, and break when it comes. */
const doneProblems = ({ id, tests, examples }: CodeExercise): Problem[] =>
	doneCallbacks({ ...tests, ...examples }).map(({ path, line, name }) =>
		codeProblem('done-callback', { file: `${id}/${path}`, line }, { name })
	);

/** A suite without tests or with two of one name, and mistakes that name tests which do not exist. */
export function codeNameProblems(
	exercise: CodeExercise,
	hidden: readonly string[],
	sources: Sources
): Problem[] {
	const { id, wrong } = exercise;
	const problems = wrong.flatMap(({ name, fails }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return fails.flatMap((test, index): Problem[] => {
			if (hidden.includes(test)) return [];
			return [codeProblem('unknown-test', { file, ...lineIn(sources, file, ['fails', index]) }, { test })];
		});
	});
	problems.unshift(
		...switchedOff(exercise),
		...notAvailable(exercise),
		...unawaited(exercise),
		...doneProblems(exercise),
		...duplicateTests(exercise, hidden)
	);
	if (hidden.length > 0) return problems;
	return [codeProblem('no-tests/hidden', { file: `${id}/tests/` }), ...problems];
}

/** Every line on which the title of a test stands in quotes. */
function testPlaces(exercise: Suites, suite: SuiteName, name: string): Place[] {
	const title = name.split(' > ').at(-1) ?? name;
	const written = ["'", '"', '`'].map((quote) => `${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`);
	return Object.entries(exercise[SUITE_FOLDERS[suite]]).flatMap(([path, text]) =>
		text
			.split('\n')
			.flatMap((line, index) =>
				written.some((one) => line.includes(one)) ? [{ file: `${exercise.id}/${path}`, line: index + 1 }] : []
			)
	);
}

/** Where a test stands: found by its title, so a test whose title is put together is found only as its folder. */
export const codeTestPlace = (exercise: Suites, suite: SuiteName, name: string): Place =>
	testPlaces(exercise, suite, name)[0] ?? { file: `${exercise.id}/${SUITE_FOLDERS[suite]}/` };

/** Fewer mistakes prove little of a suite. */
const MISTAKES = 2;

/** What would make a better exercise; one from elsewhere may have few mistakes. */
export function codeRemarks(exercise: CodeExercise, sources: Sources): Problem[] {
	const { id, manifest, wrong } = exercise;
	const problems = manifest.origin ? [] : missingExports(exercise);
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
