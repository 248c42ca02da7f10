import type { LearnerSource } from '../../compile/compiler.ts';
import type { FileMap, PublicExercise, RunnableExercise } from '../../contract/exercise.ts';
import type { LearnerScript } from '../../contract/plan.ts';

/** What runs and pages know of an exercise of this kind. */
export interface CodeRunnable extends RunnableExercise {
	/** What the learner sees, in the order of the tabs; `text` is that of the start. */
	files: readonly { path: string; editable: boolean; text: string }[];
	entry: string;
	/** npm packages that the code may import: name → exact version. */
	packages: Readonly<Record<string, string>>;
	/** Learner modules that the suites replace with `vi.mock`: compiling keeps them replaceable. */
	mocked: readonly string[];
	/** Names of errors that may stay unhandled: the exercise is about them. */
	allowsUnhandled: readonly string[];
	/** Whether the program is a web server. */
	serves: boolean;
	/** What the start compiles to, where it is short: a page that was just opened then has nothing to compile. */
	startScript?: LearnerScript;
}

export type PublicCode = PublicExercise & CodeRunnable;

/** The fields of this kind. Throws where it is of another one. */
export function asCode(exercise: PublicExercise): PublicCode {
	if (exercise.kind !== 'code') throw new Error(`${exercise.id} is no exercise of code`);
	return exercise as PublicCode;
}

/** Learner modules that one of the suites replaces. */
export const mockedBy = (...suites: readonly ({ mocked: readonly string[] } | null)[]): string[] => [
	...new Set(suites.flatMap((suite) => suite?.mocked ?? []))
];

/** What is compiled of an exercise whose files are these. */
export const sourceOf = (
	{ entry, mocked, need, packages }: Pick<CodeRunnable, 'entry' | 'mocked' | 'need' | 'packages'>,
	files: FileMap
): LearnerSource => ({ files, entry, mocked, need, packages: Object.keys(packages) });
