/** Every way an exercise folder or the map can be wrong. The CLI and the coach's page turn codes into sentences. */
export const PROBLEM_CODES = [
	'missing-file',
	'missing-language',
	'missing-suite',
	'missing-solution',
	'missing-start-file',
	'unknown-file',
	'unknown-field',
	'renamed-field',
	'invalid-field',
	'broken-json',
	'not-utf8',
	'file-too-large',
	'folder-too-large',
	'unsafe-path',
	'empty-text',
	'hint-count',
	'untranslated-test',
	'unknown-translation',
	'unknown-test',
	'unknown-prerequisite',
	'prerequisite-cycle',
	'entry-not-listed',
	'compile-error',
	'missing-package',
	'no-tests',
	'collect-failed',
	'map-unknown-exercise',
	'map-missing-station',
	'map-duplicate-station',
	'map-position-taken',
	'map-off-line',
	'duplicate-line',
	'duplicate-exercise',
	'text-too-long',
	'text-too-short',
	'few-hints',
	'open-prototypes',
	'same-text',
	'not-translated',
	'broken-link',
	'suite-in-brief',
	'few-mistakes',
	'start-passes',
	'start-fails',
	'start-does-not-run',
	'solution-fails',
	'examples-fail',
	'wrong-passes',
	'wrong-fails-others',
	'test-never-fails',
	'note-not-translated',
	'no-note',
	'near-time-limit',
	'engine-failed'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something wrong in a coach's folder: where it is and what to do about it. */
export interface Problem {
	code: ProblemCode;
	/** True: worth knowing, but the exercise works; it is served, and a check does not fail for it. */
	remark?: true;
	/** Id of the exercise that it is about, where the file does not say so. */
	exercise?: string;
	/** Relative to `exercises/`, for example `programming/cafe-till/exercise.json`. */
	file: string;
	/** 1-based, where a line can be named. */
	line?: number;
	/** What is wrong, in plain English. */
	message: string;
	/** What to do, in plain English. */
	fix: string;
}
