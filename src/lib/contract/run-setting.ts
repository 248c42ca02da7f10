/** What a run has around it that a program can see and did not make: the place, the moment, chance and order. */
export interface RunSetting {
	/** IANA name. */
	timeZone: string;
	/** BCP 47 tag: what `Intl` and `toLocaleString` mean where a program names no language. */
	language: string;
	/** When the run begins, milliseconds since 1970; null: now. */
	beginsAt: number | null;
	/** What `Math.random` begins with, an integer; null: the realm's own chance. */
	seed: number | null;
	/** In which order the tests of each group run. */
	order: 'written' | 'reversed' | 'shuffled';
}

/**
 * The setting of every run: the learner's zone, and the language that Node prints in where nobody has chosen one. See
 * docs/decisions/0017.
 */
export const STATED_SETTING: RunSetting = {
	timeZone: 'Europe/Brussels',
	language: 'en-US',
	beginsAt: null,
	seed: null,
	order: 'written'
};
