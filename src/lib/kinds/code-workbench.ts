import type { LearnerSource } from '../compile/compiler.ts';
import type { FileMap, PublicExercise, RunnableExercise } from '../contract/exercise.ts';
import type { LearnerScript } from '../contract/plan.ts';

/** What runs and pages know of an exercise that is worked on in the workbench "code": files are written, and compiled. */
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
	/** Where the learner writes tests: see `LearnerSource`. Files that are shown are among `files` too. */
	program?: FileMap;
	/** Where the learner changes a program too: its files, into which bugs are planted. */
	plants?: readonly string[];
}

export type PublicCode = PublicExercise & CodeRunnable;

/** The workbench's name. */
export const CODE_WORKBENCH = 'code';

/** The fields of what is worked on there. Throws where it is worked on elsewhere. */
export function asCode(exercise: PublicExercise): PublicCode {
	if (exercise.workbench !== CODE_WORKBENCH) throw new Error(`${exercise.id} is no exercise of code`);
	return exercise as PublicCode;
}

/** What is compiled of an exercise whose files are these. */
export const sourceOf = (
	{
		entry,
		mocked,
		need,
		packages,
		program,
		plants
	}: Pick<CodeRunnable, 'entry' | 'mocked' | 'need' | 'packages' | 'program' | 'plants'>,
	files: FileMap
): LearnerSource => {
	const source = { files, entry, mocked, need, packages: Object.keys(packages) };
	if (!program) return source;
	const own = Object.entries(files).filter(([path]) => !Object.hasOwn(program, path));
	return { ...source, files: Object.fromEntries(own), program, ...(plants && { plants }) };
};
