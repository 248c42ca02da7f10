import type { LocalizedText } from './localized-text.ts';

/** A bug, as a learner may see it once a test has noticed it. */
export interface ShownBug {
	/** As in the kill map. */
	id: string;
	/** What somebody says of it; null of an automatic one. */
	told: LocalizedText | null;
	file: string;
	/** From 1, in the correct program. */
	line: number;
	/** The lines that differ, before and after. */
	was: string;
	becomes: string;
}
