import { messagesFile, TODO, type Exercise, type MessagesFile } from '../contract/exercise.ts';
import { TRANSLATED_LOCALES, type Locale } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { DecodedFolder } from './folder-files.ts';
import type { LocatedJson } from './json-lines.ts';
import { missingLanguage } from './texts.ts';
import { readJsonFile } from './read-json-file.ts';

const placeholders = (text: string): string[] =>
	[...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');

/** A `{name}` in a translation that its English does not have would be shown to the learner as it is. */
function unknownPlaceholders(file: string, value: MessagesFile, json: LocatedJson | null): Problem[] {
	return (['tests', 'messages'] as const).flatMap((section) =>
		Object.entries(value[section]).flatMap(([key, translation]) => {
			if (!translation.includes('{')) return [];
			const known = placeholders(key);
			return placeholders(translation)
				.filter((name) => !known.includes(name))
				.map((name) =>
					problem('invalid-field/placeholder', { file, line: json?.line([section, key]) ?? 1 }, { name })
				);
		})
	);
}

/** What somebody has translated: learners read English rather than the word that stands in its place. */
const translated = (section: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(section).filter(([, text]) => text !== TODO));

/** Reads `messages.{fr,nl}.json` of the exercise's languages. Whether they fit the suite is known only once its tests are collected. */
export function readMessages(
	id: string,
	folder: DecodedFolder,
	languages: readonly Locale[]
): { messages: Exercise['messages']; problems: Problem[] } {
	const problems: Problem[] = [];
	const messages: Record<'fr' | 'nl', MessagesFile> = {
		fr: { tests: {}, messages: {} },
		nl: { tests: {}, messages: {} }
	};
	for (const locale of TRANSLATED_LOCALES.filter((one) => languages.includes(one))) {
		const path = `messages.${locale}.json`;
		const file = `${id}/${path}`;
		const text = folder.texts.get(path);
		if (!folder.paths.has(path)) problems.push(missingLanguage(file, locale));
		if (text === undefined) continue;
		const read = readJsonFile(file, text, messagesFile);
		problems.push(...read.problems);
		if (!read.value) continue;
		const { tests, messages: notes, ...rest } = read.value;
		messages[locale] = { ...rest, tests: translated(tests), messages: translated(notes) };
		problems.push(...unknownPlaceholders(file, read.value, read.json));
	}
	return { messages, problems };
}
