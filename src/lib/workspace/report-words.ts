import type { CompiledSuite } from '../contract/exercise.ts';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { Failure } from '../contract/report.ts';
import { compileMessages } from '../exercise/message-patterns.ts';
import type { Translate } from '../i18n/translate.ts';
import { diagnosticWords, type ImportRules } from './diagnostic-words.ts';
import { explainError } from './explain-error.ts';

/** Says in the page's language what a suite and an error say in English; what has no translation stays as it is. */
export function reportWords(
	translations: CompiledSuite['translations'],
	exercise: ImportRules,
	t: Translate
) {
	const title = compileMessages(translations.tests);
	const note = compileMessages(translations.messages);
	return {
		title: (english: string): string => title(english) ?? english,
		note: (english: string): string => note(english) ?? english,
		diagnose: (diagnostic: Diagnostic): string | null => diagnosticWords(diagnostic, exercise, t),
		explain(failure: Pick<Failure, 'kind' | 'name' | 'message'>): string | null {
			const explanation = explainError(failure);
			return explanation && t(`runtime.${explanation.code}`, explanation.params);
		}
	};
}
