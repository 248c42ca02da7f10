import type { Exercise, ExerciseManifest } from '../contract/exercise.ts';
import { LOCALES, type Locale } from '../contract/locale.ts';
import type { Problem } from '../contract/problem.ts';
import type { DecodedFolder } from './folder-files.ts';
import { splitHints } from './hints.ts';

const NAMES: Record<Locale, string> = { fr: 'French', nl: 'Dutch', en: 'English' };

/** A file that must exist in a language and does not. */
export const missingLanguage = (file: string, locale: Locale): Problem => ({
	code: 'missing-language',
	file,
	message: `The ${NAMES[locale]} text is missing: there is no file ${file.split('/').at(-1)}.`,
	fix: `Write it. Learners read French, Dutch or English; nobody may meet an empty page.`
});

/** The language in which an exercise's texts reach somebody who reads `locale`. */
export const textLocale = ({ languages }: Pick<ExerciseManifest, 'languages'>, locale: Locale): Locale =>
	languages.includes(locale) ? locale : (languages[0] ?? locale);

/** What exercise.json says of the texts; null where it cannot be read: then every text is expected. */
type Written = Pick<ExerciseManifest, 'languages' | 'origin'> | null;

/**
 * Reads briefs and hints in the exercise's languages, and compares the number of hints. Only an exercise from elsewhere
 * may have no hints.
 */
export function readTexts(
	id: string,
	folder: DecodedFolder,
	manifest: Written
): Pick<Exercise, 'brief' | 'hints'> & { problems: Problem[] } {
	const problems: Problem[] = [];
	const brief: Record<Locale, string> = { fr: '', nl: '', en: '' };
	const hints: Record<Locale, readonly string[]> = { fr: [], nl: [], en: [] };
	const empty = (file: string, line: number, message: string): void =>
		void problems.push({
			code: 'empty-text',
			file,
			line,
			message,
			fix: 'Write the text, or remove a --- too many.'
		});
	const languages = manifest?.languages ?? LOCALES;
	const hintsExpected = !manifest?.origin || LOCALES.some((locale) => folder.paths.has(`hints.${locale}.md`));
	for (const locale of languages) {
		const briefPath = `brief.${locale}.md`;
		const hintsPath = `hints.${locale}.md`;
		for (const path of hintsExpected ? [briefPath, hintsPath] : [briefPath]) {
			if (!folder.paths.has(path)) problems.push(missingLanguage(`${id}/${path}`, locale));
		}
		brief[locale] = folder.texts.get(briefPath)?.trim() ?? '';
		if (folder.texts.has(briefPath) && brief[locale] === '')
			empty(`${id}/${briefPath}`, 1, 'The brief is empty.');
		const hintsText = folder.texts.get(hintsPath);
		if (hintsText === undefined) continue;
		const parts = splitHints(hintsText);
		for (const part of parts) {
			if (part.text === '') empty(`${id}/${hintsPath}`, part.line, 'A hint is empty.');
		}
		hints[locale] = parts.map((part) => part.text);
	}
	// Compared with French, the first language of the school; a file that is not there is another problem.
	const written = languages.filter((locale) => hints[locale].length > 0);
	const first = written[0];
	for (const locale of written) {
		if (first === undefined || hints[locale].length === hints[first].length) continue;
		problems.push({
			code: 'hint-count',
			file: `${id}/hints.${locale}.md`,
			message: `There are ${hints[locale].length} hints in ${NAMES[locale]} and ${hints[first].length} in ${NAMES[first]}.`,
			fix: 'Write the same hints in every language, separated by a line with only ---.'
		});
	}
	for (const locale of LOCALES) {
		const read = manifest ? textLocale(manifest, locale) : locale;
		brief[locale] = brief[read];
		hints[locale] = hints[read];
	}
	return { brief, hints, problems };
}
