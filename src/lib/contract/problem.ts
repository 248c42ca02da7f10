import type { JsonValue } from './json.ts';
import type { SharedDetails } from './problem-details.ts';

/** Every way an exercise folder or the map can be wrong, as `check --json` names it. */
export const PROBLEM_CODES = [
	'missing-file',
	'missing-language',
	'missing-suite',
	'missing-solution',
	'missing-start-file',
	'unknown-file',
	'misnamed-file',
	'unknown-field',
	'renamed-field',
	'invalid-field',
	'broken-json',
	'not-utf8',
	'unfinished-merge',
	'file-too-large',
	'folder-too-large',
	'unsafe-path',
	'empty-text',
	'hint-count',
	'untranslated-test',
	'unknown-translation',
	'unknown-test',
	'duplicate-test',
	'switched-off-test',
	'not-available',
	'unawaited-assertion',
	'done-callback',
	'unknown-prerequisite',
	'prerequisite-cycle',
	'former-name-taken',
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
	'map-name-crossed',
	'duplicate-line',
	'duplicate-exercise',
	'text-too-long',
	'text-too-short',
	'few-hints',
	'open-prototypes',
	'same-text',
	'not-translated',
	'unexplained-name',
	'broken-link',
	'html-in-text',
	'suite-in-brief',
	'few-mistakes',
	'few-bugs',
	'unknown-bug',
	'wrong-escapes-others',
	'start-passes',
	'start-fails',
	'start-does-not-run',
	'start-lacks-export',
	'solution-fails',
	'examples-fail',
	'also-fails',
	'wrong-passes',
	'wrong-fails-others',
	'test-never-fails',
	'surviving-mutant',
	'outdated-survivor',
	'unstable-test',
	'second-try',
	'note-not-translated',
	'no-note',
	'near-time-limit',
	'engine-failed'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Where something is wrong. */
export interface ProblemPlace {
	/** True: worth knowing, but the exercise works; it is served, and a check does not fail for it. */
	remark?: true;
	/** Id of the exercise that it is about, where the file does not say so. */
	exercise?: string;
	/** Relative to `exercises/`, for example `programming/cafe-till/exercise.json`. */
	file: string;
	/** 1-based, where a line can be named. */
	line?: number;
}

/** Names what is said of a problem: its code and, where one code is said in several ways, which. */
export type Detail = ProblemCode | `${ProblemCode}/${string}`;

/** What a sentence needs, by name. */
export type DetailParams = Readonly<Record<string, JsonValue>>;

/** A list of details: what each one's sentence needs; null where it needs nothing. */
export type Details<D> = { [K in keyof D]: K extends Detail ? DetailParams | null : never };

/** Something wrong in a coach's folder: where it is, and which sentence says it (`coach-words` does). */
export interface Problem extends ProblemPlace {
	code: ProblemCode;
	/** The kind of exercise whose list the detail is in; absent: `SharedDetails`. */
	kind?: string;
	detail: Detail;
	params: DetailParams;
}

/** A problem as a coach reads it. */
export interface SpokenProblem extends ProblemPlace, Words {
	code: ProblemCode;
}

/** Makes problems of one list of details. */
export const problemMaker =
	<D extends Details<D>>(kind?: string) =>
	<K extends keyof D & Detail>(
		detail: K,
		place: ProblemPlace,
		...[params]: D[K] extends DetailParams ? [params: D[K]] : []
	): Problem => ({
		code: PROBLEM_CODES.find((code) => code === detail.split('/')[0])!,
		...place,
		...(kind === undefined ? {} : { kind }),
		detail,
		params: params ?? {}
	});

/** A problem that any kind of exercise, or a map, can have. */
export const problem = problemMaker<SharedDetails>();

/** The sentences of a list of details. */
export type DetailWords<D> = {
	readonly [K in keyof D]: D[K] extends null ? Words : (params: D[K]) => Words;
};

/** The sentences of a kind of exercise, whose details only it knows. */
export type KindWords = Readonly<Record<string, Words | ((params: never) => Words)>>;

export interface Words {
	/** What is wrong, in plain English. */
	message: string;
	/** What to do, in plain English. */
	fix: string;
}
