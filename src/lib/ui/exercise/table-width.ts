import type { CaseTable, CellKind } from '../../contract/case-table.ts';
import type { Locale } from '../../contract/locale.ts';

/** All in em of the page's letters, rather too much than too little: what is cut off cannot be read. */
const LETTER = 0.56;
const LETTER_OF_HEAD = 0.52;
const GAP = 0.5;
/** The number of a row, and the edges on both sides. */
const AROUND = 4;
/** The sign of a list that opens, edges and all. */
const LIST = 3;
/** A circle to tick, and the gap beside it. */
const CIRCLE = 1.8;
const NUMBER = 4.5;
const TEXT = 7;

const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
/** Words that a line breaks between; a no-break space is none of them. */
const headWidth = ({ label }: CellKind, locale: Locale): number =>
	longest(label[locale].split(' ')) * LETTER_OF_HEAD;

function fieldWidth(
	{ type, choices = [], unit }: CellKind,
	locale: Locale,
	answers: readonly string[]
): number {
	switch (type) {
		case 'choice':
			return LIST + longest(choices.map(({ label }) => label[locale])) * LETTER;
		case 'yes-no':
			return CIRCLE + longest(answers) * LETTER;
		case 'number':
			return NUMBER + (unit ? GAP + unit[locale].length * LETTER : 0);
		case 'text':
			return TEXT;
	}
}

/**
 * How wide a table of cases must be for all its fields to be read, em.
 * @param words what stands beside the circles of yes and no, and on the buttons of a row
 */
export function widthOf(
	{ columns, result }: CaseTable,
	locale: Locale,
	{ answers, buttons }: { answers: readonly string[]; buttons: readonly string[] }
): number {
	const cells = [...columns, result].map(
		(kind) => GAP + Math.max(headWidth(kind, locale), fieldWidth(kind, locale, answers))
	);
	const tools = 2 * GAP + longest(buttons) * LETTER;
	return Math.ceil(AROUND + cells.reduce((sum, width) => sum + width, 0) + tools);
}
