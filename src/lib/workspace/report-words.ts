import type { CompiledSuite, PublicExercise } from '../contract/exercise.ts';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { Locale } from '../contract/locale.ts';
import type { Failure } from '../contract/report.ts';
import { compileMessages } from '../exercise/message-patterns.ts';
import type { Translate } from '../i18n/translate.ts';
import { diagnosticWords, type ImportRules } from './diagnostic-words.ts';
import { explainError } from './explain-error.ts';

/** Suites are written in it. */
const SUITE_LOCALE: Locale = 'en';

/**
 * Says in the page's language what a suite and an error say in English; what has no translation stays as it is, and is
 * marked as English.
 */
export function reportWords(
	translations: CompiledSuite['translations'],
	exercise: ImportRules & Pick<PublicExercise, 'locale'>,
	t: Translate
) {
	const said = (translated: string | null, english: string) => {
		if (translated !== null) return { text: translated };
		return exercise.locale === SUITE_LOCALE ? { text: english } : { text: english, lang: SUITE_LOCALE };
	};
	const title = compileMessages(translations.tests);
	const note = compileMessages(translations.messages);
	return {
		title: (english: string) => said(title(english), english),
		note: (english: string) => said(note(english), english),
		diagnose: (diagnostic: Diagnostic): string | null => diagnosticWords(diagnostic, exercise, t),
		explain(failure: Pick<Failure, 'kind' | 'name' | 'message'>): string | null {
			const explanation = explainError(failure);
			return explanation && t(`runtime.${explanation.code}`, explanation.params);
		}
	};
}
