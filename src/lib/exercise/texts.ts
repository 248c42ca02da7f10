import type { Exercise, ExerciseManifest } from '../contract/exercise.ts';
import { LOCALES, type Locale } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { DecodedFolder } from './folder-files.ts';
import { splitHints } from './hints.ts';

/** A file that must exist in a language and does not. */
export const missingLanguage = (file: string, locale: Locale): Problem =>
	problem('missing-language/file', { file }, { locale, name: file.split('/').at(-1) ?? file });

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
			problems.push(problem('empty-text/brief', { file: `${id}/${briefPath}`, line: 1 }));
		const hintsText = folder.texts.get(hintsPath);
		if (hintsText === undefined) continue;
		const parts = splitHints(hintsText);
		for (const part of parts) {
			if (part.text === '')
				problems.push(problem('empty-text/hint', { file: `${id}/${hintsPath}`, line: part.line }));
		}
		hints[locale] = parts.map((part) => part.text);
	}
	// Compared with French, the first language of the school; a file that is not there is another problem.
	// An empty hint is a --- too many: then the other languages are not wrong.
	const written = languages.filter((locale) => hints[locale].length > 0 && !hints[locale].includes(''));
	const first = written[0];
	for (const locale of written) {
		if (first === undefined || hints[locale].length === hints[first].length) continue;
		const [count, firstCount] = [hints[locale].length, hints[first].length];
		const file = `${id}/hints.${locale}.md`;
		problems.push(problem('hint-count', { file }, { locale, count, first, firstCount }));
	}
	for (const locale of LOCALES) {
		const read = manifest ? textLocale(manifest, locale) : locale;
		brief[locale] = brief[read];
		hints[locale] = hints[read];
	}
	return { brief, hints, problems };
}
