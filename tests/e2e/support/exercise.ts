import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessagesFile } from '../../../src/lib/contract/exercise.ts';
import { typeset } from '../../../src/lib/exercise/typography.ts';
import type { CodeManifest } from '../../../src/lib/kinds/code/manifest.ts';
import type { Locale } from '../../../src/lib/contract/locale.ts';
import type { MapFile } from '../../../src/lib/contract/map.ts';

const folder = fileURLToPath(new URL('../../../exercises/', import.meta.url));
const readText = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** Ids of all exercises, in the order of the map. */
export const exerciseIds: readonly string[] = (JSON.parse(readText('map.json')) as MapFile).lines.flatMap(
	(line) => (line.sections ?? []).flatMap(({ stations }) => stations.map(({ exercise }) => exercise))
);

export const manifestOf = (id: string): CodeManifest =>
	JSON.parse(readText(id, 'exercise.json')) as CodeManifest;

/** As a page shows it. */
export const titleOf = (id: string, locale: Locale): string =>
	typeset(manifestOf(id).title[locale], locale === 'en' ? null : locale);

/** The text of a file of the solution. */
export const solutionOf = (id: string, file = manifestOf(id).entry): string => readText(id, 'solution', file);

/** What the learner finds in the editor at first. */
export const startOf = (id: string, file = manifestOf(id).entry): string => readText(id, 'start', file);

export interface Mistake {
	/** The text of the entry file. */
	code: string;
	/** Full English names of the tests that fail. */
	fails: readonly string[];
}

/** A mistake that fails a test, by the name of its folder in `wrong/`. */
export function mistakeOf(id: string, name: string): Mistake {
	const { fails } = JSON.parse(readText(id, 'wrong', name, 'wrong.json')) as { fails: string[] };
	return { code: readText(id, 'wrong', name, manifestOf(id).entry), fails };
}

/** A failure message as it is read on a page: set, its code without backticks. */
const asRead = (message: string, locale: Locale): string =>
	typeset(message, locale === 'en' ? null : locale).replaceAll('`', '');

/** How the suite's English reads in a language. */
export function suiteWords(
	id: string,
	locale: Locale
): { tests: Record<string, string>; messages: string[] } {
	const notes = (language: Locale): MessagesFile =>
		JSON.parse(readText(id, `messages.${language}.json`)) as MessagesFile;
	if (locale !== 'en') {
		const { tests, messages } = notes(locale);
		return {
			tests: Object.fromEntries(Object.entries(tests).map(([name, shown]) => [name, asRead(shown, locale)])),
			messages: Object.values(messages).map((message) => asRead(message, locale))
		};
	}
	const { tests, messages } = notes('fr');
	return {
		tests: Object.fromEntries(Object.keys(tests).map((name) => [name, name])),
		messages: Object.keys(messages).map((message) => asRead(message, locale))
	};
}

/** How many hidden tests there are, where an exercise has no examples. */
export const testCount = (id: string): number => Object.keys(suiteWords(id, 'en').tests).length;

/** Names of the folders in `wrong/`. */
export const mistakesIn = (id: string): string[] => readdirSync(join(folder, id, 'wrong'));
