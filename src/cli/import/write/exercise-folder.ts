import { LOCALES, TRANSLATED_LOCALES, type Locale } from '../../../lib/contract/locale.ts';
import type { LocalizedText } from '../../../lib/contract/localized-text.ts';
import type { CodeManifest } from '../../../lib/kinds/code/manifest.ts';
import type { ForeignExercise } from '../format.ts';

/** What is known of an exercise only after it was tried, or from the others. */
export interface Found {
	timeLimitMs: number;

	allowPrototype: boolean;
	/** Ids. */
	prerequisites: readonly string[];
}

/** Points of every imported exercise: collections count exercises, not points. */
const POINTS = 10;
/** As long as a title may be. */
const TITLE_CHARS = 120;
/** Stands for each test's name as it is. */
const AS_WRITTEN = { tests: { '{test}': '{test}' }, messages: {} };

export const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

export function languagesOf({ brief }: ForeignExercise): Locale[] {
	const written = Object.keys(brief) as Locale[];
	return written.filter((locale) => LOCALES.includes(locale) && brief[locale]?.trim());
}

export function titlesOf({ title, name }: ForeignExercise, languages: readonly Locale[]): LocalizedText {
	const first = languages.map((locale) => title[locale]).find((text) => text?.trim()) ?? name;
	const of = (locale: Locale): string => (title[locale]?.trim() || first).slice(0, TITLE_CHARS).trim();
	return { fr: of('fr'), nl: of('nl'), en: of('en') };
}

/** Hints only where every language has the same number of them: one learner must not get fewer than another. */
function hintFiles({ hints }: ForeignExercise, languages: readonly Locale[]): [string, string][] {
	const counts = new Set(languages.map((locale) => hints[locale]?.length ?? 0));
	if (counts.size !== 1 || counts.has(0)) return [];
	return languages.map((locale) => [`hints.${locale}.md`, `${hints[locale]!.join('\n\n---\n\n')}\n`]);
}

function manifestOf(foreign: ForeignExercise, languages: Locale[], found: Found): Partial<CodeManifest> {
	const fixed = new Set(foreign.fixed);
	const files = Object.keys(foreign.start).map((path) =>
		fixed.has(path) ? { path, editable: false } : { path }
	) as CodeManifest['files'];
	return {
		version: 1,
		title: titlesOf(foreign, languages),
		kind: 'code',
		need: foreign.need,
		files,
		entry: foreign.entry,
		timeLimitMs: found.timeLimitMs,
		...commonFields(foreign, languages, found.prerequisites),
		...(found.allowPrototype ? { allowPrototype: true } : {})
	};
}

/** What is the same whatever is done in an exercise: its texts. */
export function textFiles(foreign: ForeignExercise, languages: readonly Locale[]): [string, string][] {
	const briefs = languages.map((locale): [string, string] => [
		`brief.${locale}.md`,
		`${foreign.brief[locale]!.trim()}\n`
	]);
	const messages = TRANSLATED_LOCALES.filter((one) => languages.includes(one)).map(
		(locale): [string, string] => [`messages.${locale}.json`, json(foreign.messages?.[locale] ?? AS_WRITTEN)]
	);
	return [...briefs, ...hintFiles(foreign, languages), ...messages];
}

/** What is the same in every description. */
export const commonFields = (
	foreign: ForeignExercise,
	languages: Locale[],
	prerequisites: readonly string[]
) => ({
	points: POINTS,
	level: foreign.level,
	minutes: foreign.minutes,
	skills: [...foreign.skills],
	...(prerequisites.length > 0 ? { prerequisites: [...prerequisites] } : {}),
	languages,
	origin: { ...foreign.origin, authors: [...foreign.origin.authors] }
});

/** The files of our folder for a foreign exercise: path → text. */
export function exerciseFolder(foreign: ForeignExercise, found: Found): Map<string, string> {
	const languages = languagesOf(foreign);
	const files = new Map<string, string>([['exercise.json', json(manifestOf(foreign, languages, found))]]);
	for (const [path, text] of textFiles(foreign, languages)) files.set(path, text);
	for (const [path, text] of Object.entries(foreign.start)) files.set(`start/${path}`, text);
	for (const [path, text] of Object.entries(foreign.tests)) files.set(path, text);
	for (const [path, text] of Object.entries(foreign.solution)) files.set(`solution/${path}`, text);
	return files;
}
