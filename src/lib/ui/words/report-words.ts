import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { PublicExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Failure } from '../../contract/report.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ReportReading } from '../../workspace/run/read-report.ts';
import { valuesInside } from './code-parts.ts';
import { diagnosticWords, type ImportRules } from './diagnostic-words.ts';

/** A text of a suite as it is shown; `lang` where it is in another language than the page. */
export interface ShownText {
	text: string;
	lang?: Locale;
}

type Explainable = Pick<Failure, 'kind' | 'name' | 'message'> & Partial<Pick<Failure, 'received' | 'note'>>;

/** How a page says, in the learner's language, what a suite and an error say in English. */
export interface ReportWords {
	title(englishName: string): ShownText;
	note(english: string): ShownText;
	/** The call of the learner's code that a failure is about; null where the suite does not tell. */
	call(failure: Pick<Failure, 'note'>): string | null;
	/** What a compiler's error means; null where only its own words are known. */
	diagnose(diagnostic: Diagnostic): string | null;
	/** What a common error means, or a value that is missing; null where only its own words are known. */
	explain(failure: Explainable): string | null;
}

/**
 * Whether a value is missing that a function may have been meant to give, and the author's note does not speak of
 * `return`: what beginners forget most, whatever else a note advises. Of a page, an element is what is missing.
 */
const mayLackReturn = ({ received, note }: Explainable): boolean =>
	received === 'undefined' && !note?.includes('return');

/** Suites are written in it. */
const SUITE_LOCALE: Locale = 'en';

/** The words for one report. What has no translation stays as it is, and is marked as English. */
export function reportWords(
	reading: ReportReading,
	exercise: ImportRules & Pick<PublicExercise, 'locale'>,
	t: Translate
): ReportWords {
	const shown = (translated: string | null, english: string): ShownText => {
		if (translated !== null) return { text: translated };
		return exercise.locale === SUITE_LOCALE ? { text: english } : { text: english, lang: SUITE_LOCALE };
	};
	return {
		title: (english) => shown(reading.title(english), english),
		note: (english) => shown(reading.note(english), english),
		call: ({ note }) => note && reading.call(note),
		diagnose: (diagnostic) => diagnosticWords(diagnostic, exercise, t),
		explain(failure) {
			if (failure.kind === 'assertion')
				return exercise.need !== 'dom' && mayLackReturn(failure) ? t('result.may-lack-return') : null;
			const explanation = reading.explain(failure);
			return explanation && t(`runtime.${explanation.code}`, valuesInside(explanation.params));
		}
	};
}
