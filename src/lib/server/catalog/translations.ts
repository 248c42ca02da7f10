import type { CompiledSuite, Exercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';

/** What a suite says, in one language. Suites are written in English, so English needs nothing. */
export function translationsOf(exercise: Exercise, locale: Locale): CompiledSuite['translations'] {
	if (locale === 'en') return { tests: {}, messages: {} };
	const { tests, messages } = exercise.messages[locale];
	return { tests, messages };
}
