import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Failure } from '../../contract/report.ts';

/** A text of a suite as it is shown; `lang` where it is in another language than the page. */
export interface Said {
	text: string;
	lang?: Locale;
}

/** How a page says, in the learner's language, what a suite and an error say in English. */
export interface ReportWords {
	title(englishName: string): Said;
	note(english: string): Said;
	/** What a compiler's error means; null where only its own words are known. */
	diagnose(diagnostic: Diagnostic): string | null;
	/** What a common error means; null where only its own words are known. */
	explain(failure: Failure): string | null;
}

/** Asks the editor to show a place. */
export type GoTo = (location: { file: string; line: number; column: number }) => void;
