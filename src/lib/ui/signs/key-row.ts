import { KEYBOARDS, SIGNS, type KeyboardId, type Sign } from './keyboards.ts';

/** The signs of the row, in the order in which code needs them. */
export const ROW_SIGNS = [
	'{',
	'}',
	'[',
	']',
	'(',
	')',
	'<',
	'>',
	'=',
	'"',
	"'",
	';',
	':',
	'+',
	'-',
	'*',
	'/',
	'|',
	'&',
	'!',
	'#',
	'\\',
	'`'
] as const;
export type RowSign = (typeof ROW_SIGNS)[number];

/** Keyboards drawn on a screen have these on their second page of signs, two taps away: those of iOS and of Gboard, in French and in Dutch. */
const HIDDEN_ON_SCREENS: ReadonlySet<string> = new Set('{}[]<>=|#\\`');

const isCardSign = (sign: string): sign is Sign => (SIGNS as readonly string[]).includes(sign);

/** Whether a sign cannot be seen on a keyboard, or needs a key that beginners do not know. */
function isMissing(sign: RowSign, keyboard: KeyboardId): boolean {
	if (keyboard === 'touch') return HIDDEN_ON_SCREENS.has(sign);
	if (!isCardSign(sign)) return false;
	const { held, space } = KEYBOARDS[keyboard][sign];
	return space === true || held.includes('AltGr') || held.includes('Option');
}

/** The signs of the row for a keyboard: what it lacks comes first. */
export function rowFor(keyboard: KeyboardId): readonly RowSign[] {
	const missing = ROW_SIGNS.filter((sign) => isMissing(sign, keyboard));
	return [...missing, ...ROW_SIGNS.filter((sign) => !missing.includes(sign))];
}
