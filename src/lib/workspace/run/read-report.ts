import type { CompiledSuite, MessagesFile } from '../../contract/exercise.ts';
import type { Failure } from '../../contract/report.ts';
import { compileMessages } from '../../exercise/message-patterns.ts';
import { explainError, type Explanation } from './explain-error.ts';

/** What is known of a report's English texts: the suite's own translations, and codes of common errors. */
export interface ReportReading {
	/** The translation of a test's full name; null where there is none. */
	title(english: string): string | null;
	/** The translation of what the suite's author says about a failure; null where there is none. */
	note(english: string): string | null;
	/** Which call a failure with this note is about; null where that is not known. */
	call(note: string): string | null;
	/** What a common error means; null where only its own words are known. */
	explain(failure: Pick<Failure, 'kind' | 'name' | 'message'>): Explanation | null;
}

/**
 * @param translations of the suite, into the page's language
 * @param calls of the suite
 */
export const readReport = (
	translations: Pick<MessagesFile, 'tests' | 'messages'>,
	calls: NonNullable<CompiledSuite['calls']> = {}
): ReportReading => ({
	title: compileMessages(translations.tests),
	note: compileMessages(translations.messages),
	call: (note) => (Object.hasOwn(calls, note) ? (calls[note] ?? null) : null),
	explain: explainError
});
