/** The signs of code that a beginner looks for, in the order in which they are needed. */
export const SIGNS = [
	'{',
	'}',
	'[',
	']',
	'<',
	'>',
	'"',
	"'",
	'`',
	'|',
	'&',
	'#',
	'@',
	'$',
	'\\',
	'/',
	'^',
	'~'
] as const;
export type Sign = (typeof SIGNS)[number];

/** What is held down while another key is pressed. */
export type Held = 'AltGr' | 'Option' | 'Shift';

/** How a sign is typed. */
export interface Keys {
	held: readonly Held[];
	/** What is printed on the key: the upper sign, then the lower one where there are two. */
	key: readonly [string] | readonly [upper: string, lower: string];
	/** The key alone waits for a letter to put itself upon; the space bar makes it a sign of its own. */
	space?: true;
}

/** Keyboards by what can be seen on them; `touch` draws its keys on the screen. */
export const KEYBOARD_IDS = ['be', 'fr', 'qwerty', 'mac-azerty', 'mac-qwerty', 'touch'] as const;
export type KeyboardId = (typeof KEYBOARD_IDS)[number];
export type PrintedKeyboardId = Exclude<KeyboardId, 'touch'>;

const press = (key: string, ...held: Held[]): Keys => {
	const [upper = '', lower] = key;
	return { held, key: lower === undefined ? [upper] : [upper, lower] };
};
const thenSpace = (keys: Keys): Keys => ({ ...keys, space: true });

/** Of the United States: printed where the shifted sign is above. */
const QWERTY: Readonly<Record<Sign, Keys>> = {
	'{': press('{[', 'Shift'),
	'}': press('}]', 'Shift'),
	'[': press('{['),
	']': press('}]'),
	'<': press('<,', 'Shift'),
	'>': press('>.', 'Shift'),
	'"': press('"\'', 'Shift'),
	"'": press('"\''),
	'`': press('~`'),
	'|': press('|\\', 'Shift'),
	'&': press('&7', 'Shift'),
	'#': press('#3', 'Shift'),
	'@': press('@2', 'Shift'),
	$: press('$4', 'Shift'),
	'\\': press('|\\'),
	'/': press('?/'),
	'^': press('^6', 'Shift'),
	'~': press('~`', 'Shift')
};

/**
 * Sources: xkeyboard-config 2.35 (be, fr, us, and macintosh_vndr/fr) and the keyboards of CLDR 42 for Windows and macOS. Windows
 * decides where Linux differs. On a Mac the Belgian and the French keyboard type all of these signs in the same way.
 */
export const KEYBOARDS: Readonly<Record<PrintedKeyboardId, Readonly<Record<Sign, Keys>>>> = {
	be: {
		'{': press('9ç', 'AltGr'),
		'}': press('0à', 'AltGr'),
		'[': press('¨^', 'AltGr'),
		']': press('*$', 'AltGr'),
		'<': press('><'),
		'>': press('><', 'Shift'),
		'"': press('3"'),
		"'": press("4'"),
		'`': thenSpace(press('£µ', 'AltGr')),
		'|': press('1&', 'AltGr'),
		'&': press('1&'),
		'#': press('3"', 'AltGr'),
		'@': press('2é', 'AltGr'),
		$: press('*$'),
		'\\': press('><', 'AltGr'),
		'/': press('/:', 'Shift'),
		'^': press('6§', 'AltGr'),
		'~': thenSpace(press('+=', 'AltGr'))
	},
	fr: {
		'{': press("4'", 'AltGr'),
		'}': press('+=', 'AltGr'),
		'[': press('5(', 'AltGr'),
		']': press('°)', 'AltGr'),
		'<': press('><'),
		'>': press('><', 'Shift'),
		'"': press('3"'),
		"'": press("4'"),
		'`': thenSpace(press('7è', 'AltGr')),
		'|': press('6-', 'AltGr'),
		'&': press('1&'),
		'#': press('3"', 'AltGr'),
		'@': press('0à', 'AltGr'),
		$: press('£$'),
		'\\': press('8_', 'AltGr'),
		'/': press('/:', 'Shift'),
		'^': press('9ç', 'AltGr'),
		'~': thenSpace(press('2é', 'AltGr'))
	},
	qwerty: QWERTY,
	'mac-azerty': {
		'{': press('5(', 'Option'),
		'}': press('°)', 'Option'),
		'[': press('5(', 'Option', 'Shift'),
		']': press('°)', 'Option', 'Shift'),
		'<': press('><'),
		'>': press('><', 'Shift'),
		'"': press('3"'),
		"'": press("4'"),
		'`': thenSpace(press('£`')),
		'|': press('L', 'Option', 'Shift'),
		'&': press('1&'),
		'#': press('#@', 'Shift'),
		'@': press('#@'),
		$: press('*$'),
		'\\': press('/:', 'Option', 'Shift'),
		'/': press('/:', 'Shift'),
		'^': thenSpace(press('¨^')),
		'~': thenSpace(press('N', 'Option'))
	},
	'mac-qwerty': QWERTY
};
