import type { EngineNeed, Exercise, ExerciseManifest, FileMap } from '../../contract/exercise.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';
import type { Exclusion } from './manifest.ts';

/** Files that are laid over others. */
export interface NamedFiles {
	name: string;
	files: FileMap;
}

/** A bug that somebody has thought of; files laid over the program. */
export interface NamedMutant extends NamedFiles {
	/** What is wrong, as a learner reads it once it is noticed. */
	told: LocalizedText;
}

/** A program and its bugs. */
export interface BuggyProgram {
	/** The correct program; paths relative to `program/`. */
	program: FileMap;
	mutants: readonly NamedMutant[];
}

/** An exercise about the bugs of a program. */
export interface BuggyExercise extends Exercise, BuggyProgram {
	manifest: ExerciseManifest & {
		need: EngineNeed;
		/** Whether small changes of the program are bugs too. */
		automatic: boolean;
		/** Those that do not count. */
		excluded: readonly Exclusion[];
	};
}
