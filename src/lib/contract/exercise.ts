import { z } from 'zod';
import { LOCALES, type Locale } from './locale.ts';
import { localizedText } from './localized-text.ts';
import type { ShownBug } from './shown-bug.ts';

/** `track/slug`: the id of an exercise and its folder below `exercises/`. */
export const exerciseId = z
	.string()
	.regex(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, 'must be "track/slug" in lower case, digits and hyphens')
	.describe('The id of an exercise: its folder below exercises/, for example "programming/cafe-till".');

/** A file of the learner, relative to `start/`: plain names and folders, no `..`, no leading `/`. */
export const learnerPath = z
	.string()
	.max(100)
	.regex(
		/^(?!.*(^|\/)\.\.?(\/|$))[A-Za-z0-9_-][A-Za-z0-9._/-]*$/,
		'must be a plain relative path without ".."'
	)
	.describe('A path below start/, for example "main.js" or "lib/prices.js".');

/** What the code of an exercise needs around it: nothing but the language, a page, or Node. */
export const ENGINE_NEEDS = ['worker', 'dom', 'node'] as const;
export type EngineNeed = (typeof ENGINE_NEEDS)[number];

/** Whose work an exercise is, and what its licence asks to say. */
const origin = z.strictObject({
	source: z.url({ protocol: /^https?$/ }).describe('The address where the original is found.'),
	licence: z.string().trim().min(1).max(100).describe('The licence of the original, such as "MIT".'),
	authors: z
		.array(z.string().trim().min(1).max(100))
		.max(100)
		.default([])
		.describe('Who wrote the original. Default: nobody is named.')
});
export type Origin = z.infer<typeof origin>;

/** What every `exercise.json` says, version 1, whatever the kind. What a coach writes by hand; all else is derived from the folder. */
export const manifestFields = {
	$schema: z.string().optional().describe('Where an editor finds the JSON Schema of this file.'),
	version: z.literal(1).describe('The version of the folder format. Always 1.'),
	title: localizedText.describe('The title of the exercise, per language. Short: it stands on the map.'),
	timeLimitMs: z
		.number()
		.int()
		.min(100)
		.max(30_000)
		.default(2000)
		.describe('How long a check may take until its next test has ended, in milliseconds. Default: 2000.'),
	points: z.number().int().min(1).max(100).describe('Points for a full pass, 1 to 100.'),
	level: z.number().int().min(1).max(3).describe('1: never coded. 2: some steps. 3: on the way to a job.'),
	minutes: z.number().int().min(1).max(60).describe('How long it takes a typical learner, in minutes.'),
	skills: z
		.array(z.string().regex(/^[a-z0-9][a-z0-9.:-]*$/))
		.min(1)
		.max(8)
		.describe('What is practised, as tags: "loops", or a framework\'s code such as "digcomp:3.4".'),
	prerequisites: z.array(exerciseId).max(10).default([]).describe('Exercises to pass before this one opens.'),
	formerly: z
		.array(exerciseId)
		.max(10)
		.optional()
		.describe(
			'What the exercise was called before: who opens an old address is sent to this one, and told so.'
		),
	languages: z
		.array(z.enum(LOCALES))
		.min(1)
		.refine((list) => new Set(list).size === list.length, 'must not name a language twice')
		.default([...LOCALES])
		.describe(
			'The languages that the texts are written in, the original first. Default: all three. Fewer only for exercises from elsewhere that nobody has translated yet: other learners read the first one, and are told so.'
		),
	origin: origin
		.optional()
		.describe('Where an exercise comes from that somebody else wrote. Shown to learners. Default: our own.')
};

/** An `exercise.json` of any kind, without the fields of its kind: those are the kind's own schema. */
export const commonManifest = z.object({ ...manifestFields, kind: z.string() });
export type ExerciseManifest = z.infer<typeof commonManifest>;

/** `messages.{fr,nl}.json`. Keys are English; `{name}` in a key stands for any text and may be used in the value. */
/** Stands where a translation is still to be made: learners read the English, and `check` names it. */
export const TODO = 'TODO';

export const messagesFile = z
	.strictObject({
		$schema: z.string().optional(),
		tests: z.record(z.string(), z.string().min(1)).describe('Full test name ("group > test") → translation.'),
		messages: z
			.record(z.string(), z.string().min(1))
			.default({})
			.describe('Failure message given to expect() → translation.')
	})
	.describe('messages.fr.json, messages.nl.json: translations of what the suite says.');
export type MessagesFile = z.infer<typeof messagesFile>;

export const KNOWN_LIMITS = {
	/** One file of a folder, in bytes of UTF-8. A learner on a slow line downloads it. */
	fileBytes: 256 * 1024,
	/** A whole folder, in bytes. */
	folderBytes: 2 * 1024 * 1024
} as const;

/** Path → text of a set of files. */
export type FileMap = Readonly<Record<string, string>>;

/** One exercise folder, read and checked; each kind adds its own fields. Holds secrets (tests, solution): never send it to a page. */
export interface Exercise {
	id: string;
	/** SHA-256 (hex) over every path and text of the folder: the version of the exercise. */
	hash: string;
	manifest: ExerciseManifest;
	/** Markdown; where a language is not written, the text of the first of `manifest.languages`. */
	brief: Record<Locale, string>;
	/** Markdown, mildest hint first; the same number in every language; filled like `brief`. May be empty. */
	hints: Record<Locale, readonly string[]>;
	messages: Record<Exclude<Locale, 'en'>, MessagesFile>;
}

/** What a run needs to know of an exercise of any kind; each kind adds its own fields. No hidden test, no solution. */
export interface RunnableExercise {
	id: string;
	hash: string;
	/** Name of its kind. */
	kind: string;
	/** What its code, or the suite, needs around it. */
	need: EngineNeed;
	timeLimitMs: number;
	points: number;
	/** Whether a learner's code may change built-in prototypes: then a pass can be forged. */
	allowPrototype: boolean;
	hasExamples: boolean;
}

/** What a page may know of an exercise of any kind, in one language; each kind adds the fields of its runs. */
export interface PublicExercise extends RunnableExercise {
	locale: Locale;
	/** The language that brief and hints are really written in. */
	textLocale: Locale;
	title: string;
	/** Name of the workbench that the page shows. */
	workbench: string;
	/** Sanitised HTML. */
	briefHtml: string;
	/** Sanitised HTML of each hint, mildest first. */
	hintsHtml: readonly string[];
	level: number;
	minutes: number;
	skills: readonly string[];
	prerequisites: readonly string[];
	/** Ids that it had before: a device may keep work under them. */
	formerly: readonly string[];
	/** Null where it is our own. */
	origin: Origin | null;
}

/**
 * A compiled suite, hidden or visible, and what the host must expect of it. Fetched when a run needs it.
 * `code` is the body of `async function (api, learner)`: it holds no import and no export.
 */
export interface CompiledSuite {
	hash: string;
	code: string;
	/** Learner modules the suite imports statically, in order: loaded before `code` runs. */
	statics: readonly string[];
	/** Full test names ("group > test") in the order of collection. */
	expected: readonly string[];
	/** Full test names and failure messages → the page's language; empty for English. */
	translations: Pick<MessagesFile, 'tests' | 'messages'>;
	/** Failure messages → the call of the learner's code that the assertion is about, as written; only where that can be told. */
	calls?: Readonly<Record<string, string>>;
	/** Of a program that the learner writes tests for: what each of its bugs is. Shown once it is caught. */
	bugs?: readonly ShownBug[];
}
