import type { FileMap } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { LocalizedText } from '../../contract/localized-text.ts';
import type { LearnerScript } from '../../contract/plan.ts';

/** Name in `{{…}}` → text. */
export type AppWords = Readonly<Record<string, LocalizedText>>;

/** An app as it can be shown: its files, and its scripts compiled. */
export interface AppBuild {
	files: FileMap;
	code: string;
	pages: LearnerScript['pages'];
}

/** The language itself, for `<html lang="{{lang}}">`. */
export const LANGUAGE_WORD = 'lang';

const PLACEHOLDER = /\{\{([A-Za-z][A-Za-z0-9]*)\}\}/g;

/** Names of words in a text, with their places. */
export const wordsIn = (text: string): { name: string; index: number }[] =>
	[...text.matchAll(PLACEHOLDER)].map((match) => ({ name: match[1]!, index: match.index }));

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => MARKUP[sign]!);

/** Inside of quotes of any sort. */
const asString = (text: string): string => JSON.stringify(text).slice(1, -1).replace(/['`$]/g, '\\$&');

function put(text: string, words: AppWords, language: Locale, as: (text: string) => string): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		name === LANGUAGE_WORD ? language : Object.hasOwn(words, name) ? as(words[name]![language]) : whole
	);
}

/** The same app in one language. A word is put into code where a string has its name. */
export function inLanguage({ files, code, pages }: AppBuild, words: AppWords, language: Locale): AppBuild {
	return {
		files: Object.fromEntries(
			Object.entries(files).map(([path, text]) => [
				path,
				put(text, words, language, /\.(?:html?|svg)$/.test(path) ? asMarkup : asString)
			])
		),
		code: put(code, words, language, asString),
		pages
	};
}

/** The words of one language. */
export const wordsOf = (words: AppWords, language: Locale): Record<string, string> =>
	Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[language]]));
