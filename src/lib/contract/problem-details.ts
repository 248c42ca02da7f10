import type { Locale } from './locale.ts';
import type { RunStatus } from './report.ts';

/** Why a path cannot be a file of an exercise. */
export type PathFault = 'backslash' | 'absolute' | 'leads-out' | 'reserved' | 'characters' | 'too-long';

/** What stops a text from being JSON. */
export type JsonFault =
	| { fault: 'no-colon'; name: string }
	| {
			fault:
				| 'bad-character'
				| 'comma-before-list-end'
				| 'comment'
				| 'ends-early'
				| 'no-comma-in-list'
				| 'no-comma-in-object'
				| 'no-name'
				| 'no-value'
				| 'not-json'
				| 'open-text'
				| 'text-after-end'
				| 'too-deep'
				| 'typographic-quote';
	  };

/** Why a link leads nowhere. */
export type LinkFault =
	| { why: 'anchor' | 'no-address' | 'no-exercise' | 'not-encrypted' | 'not-public' | 'picture' }
	| { why: 'scheme'; scheme: string }
	/** An exercise was named as if the page were the root. */
	| { why: 'from-the-page'; id: string };

/** A text that is the same in two languages. */
export type SameText =
	{ text: 'brief' } | { text: 'hint'; number: number } | { text: 'message'; english: string };

/** How a run ended that has no results. `why`: what the compiler or the program said, or "". */
export type RunEnd = {
	status: RunStatus;
	why: string;
	/** `why` is what nobody handled, of a run that ended by itself. */
	unhandled?: boolean;
};

/** Why a test did not pass. */
export type FailureReason =
	| { reason: 'skipped' | 'not-run' }
	/** `error`: the name of what was thrown; null where an expectation failed. `compared`: what is worth saying beside `text`. */
	| {
			reason: 'failed';
			error: string | null;
			text: string;
			compared: { expected: string | null; received: string | null } | null;
	  };

/** What is said of folders and maps whatever the kind of exercise: what each sentence needs. */
export interface SharedDetails {
	'unsafe-path/id': { id: string };
	'unsafe-path/name': { path: string; why: PathFault };
	'unsafe-path/special-file': null;
	/** `other`: the path that it is the same as, but for capitals. */
	'unsafe-path/case': { path: string; other: string };
	'file-too-large': { limitBytes: number };
	'folder-too-large': { limitBytes: number };
	'not-utf8': null;
	/** `encoding`: what it is instead, as editors call it. */
	'not-utf8/encoding': { encoding: string };
	'unfinished-merge': null;
	'unknown-file': null;
	/** Paths in the exercise's folder. */
	'misnamed-file': { found: string; expected: string };
	'unknown-file/language': { locale: Locale };
	'missing-file/exercise-json': null;
	'missing-file/map': null;
	/** The folder that holds tracks and the map. `why`: null where there is none. */
	'missing-file/root': { why: string | null };
	/** It was there before. */
	'missing-file/folder': { why: string };

	'broken-json': { json: JsonFault };
	'renamed-field': { old: string; today: string; both: boolean };
	'unknown-field': { field: string; meant: string | null; known: readonly string[] };
	'invalid-field/twice': { key: string };
	/** `field`: null for the whole file. `issue`: what the schema found. `about`: what the schema says of the field, or "". */
	'invalid-field/value': { field: string | null; issue: string; about: string };
	'invalid-field/absent': { field: string | null; about: string };
	'missing-language/field': { field: string; about: string };

	'missing-language/file': { locale: Locale; name: string };
	'empty-text/brief': null;
	'empty-text/hint': null;
	'hint-count': { locale: Locale; count: number; first: Locale; firstCount: number };
	'invalid-field/placeholder': { name: string };
	'text-too-long': { locale: Locale; characters: number; limit: number };
	'text-too-short': { locale: Locale; characters: number };
	'few-hints': { count: number };
	'same-text': { same: SameText; first: Locale; second: Locale };
	'not-translated': { missing: readonly Locale[] };
	'unexplained-name': { name: string; missing: readonly Locale[] };
	'broken-link': { href: string; link: LinkFault };
	/** As it is written, such as `<b>`. */
	'html-in-text': { tag: string };
	/** `from`: where it comes from, relative to the exercise's folder; all of it. */
	'suite-in-brief/solution': { from: string };
	/** `from`: as above. */
	'suite-in-brief': { from: string; text: string };
	'untranslated-test': { test: string };
	'unknown-translation': { test: string };

	'compile-error/suite': { text: string };
	/** What a suite imports and is not there; `meant`: a file that is, or null. Paths in the exercise's folder. */
	'compile-error/no-file': { wanted: string; meant: string | null };
	'no-tests/suite': null;
	'collect-failed': { why: string };
	/** Outside of tests: a loop that does not end, or an await of what never comes. */
	'collect-failed/endless': { what: 'loop' | 'wait' };
	/** `name`: what the suite, or the program, asks for at its beginning. `fromVitest`: it comes from "vitest". */
	'collect-failed/not-defined': { name: string; fromVitest: boolean };
	'engine-failed': null;
	'engine-failed/preview': { why: string };
	'near-time-limit': { ms: number; limitMs: number };
	/** It went as it must only when it was tried again. */
	'unstable-test/second-try': { test: string; reason: FailureReason };
	'second-try': { status: RunStatus };
	'note-not-translated': { note: string };
	'no-note': { test: string };

	'map-unknown-exercise': { id: string };
	'map-missing-station': { id: string };
	'map-duplicate-station': { id: string };
	'map-position-taken': { id: string; x: number; y: number };
	/** A line is drawn through the name of a station. `free`: sides where none is. */
	'map-name-crossed': { id: string; side: string; free: readonly string[] };
	'map-off-line': { id: string; x: number; y: number; line: string };
	'invalid-field/other-line': { id: string; line: string };
	'invalid-field/slope': { line: string; from: { x: number; y: number }; to: { x: number; y: number } };
	'duplicate-line': { key: 'id' | 'letter'; value: string };
	/** `first`, `second`: names of the folders that both have it; the first one's is shown. */
	'duplicate-line/other-map': { line: string; first: string; second: string };
	'duplicate-exercise': { id: string; first: string; second: string };
	'unknown-prerequisite': { id: string };
	/** Ids in the order in which they wait; the last waits for the first. */
	'prerequisite-cycle': { ring: readonly string[] };
	'prerequisite-cycle/several-folders': { ring: readonly string[] };
	/** `other`: the exercise that has the name, or had it too. */
	'former-name-taken': { name: string; other: string };
}
