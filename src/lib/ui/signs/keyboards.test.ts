import { expect, test } from 'vitest';
import { KEYBOARDS, SIGNS, type Keys, type PrintedKeyboardId } from './keyboards.ts';

/**
 * Layouts written off by hand from xkeyboard-config and CLDR, one key a word: what it gives alone, with Shift, with AltGr or
 * Option, with both. `.` is nothing of ours; `*` before a sign says that it waits for the next key (a dead key).
 */
const LAYOUTS: Readonly<Record<PrintedKeyboardId, string>> = {
	// be(basic); fr-BE-t-k0-windows
	be: `&1| é2@ "3# '4. (5. §6^ è7. !8. ç9{ à0} )°. -_. *^*¨[ $*] ù%. µ£*\` <>\\ ,?. ;.. :/. =+*~`,
	// fr(azerty); fr-t-k0-windows
	fr: `&1. é2*~ "3# '4{ (5[ -6| è7*\` _8\\ ç9^ à0@ )°] =+} *^*¨. $£. ù%. *µ. <>. ,?. ;.. :/. !§.`,
	// us(basic)
	qwerty: '`~ 1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+ [{ ]} ;: \'" ,< .> /? \\|',
	// fr(mac), macintosh_vndr/fr; fr-BE-t-k0-osx, fr-t-k0-osx, nl-BE-t-k0-osx
	'mac-azerty': `@#.. &1.. é2.. "3.. '4.. (5{[ §6.. è7.. !8.. ç9.. à0.. )°}] -_.. *^*¨.. $*.. lL.| ù%.. *\`£.. <>.. nN*~. ,?.. ;... :/.\\ =+..`,
	'mac-qwerty': '`~ 1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+ [{ ]} ;: \'" ,< .> /? \\|'
};

interface Level {
	sign: string;
	waits: boolean;
}

/** A `*` is a dead key's mark where signs follow that wait, and else the sign itself. */
const DEAD = new Set(['^', '¨', '`', '~']);
function levelsOf(key: string): Level[] {
	const levels: Level[] = [];
	for (let at = 0; at < key.length; at += 1) {
		const waits = key[at] === '*' && DEAD.has(key[at + 1] ?? '');
		if (waits) at += 1;
		levels.push({ sign: key[at] ?? '', waits });
	}
	return levels;
}

/** The place of a sign among what a key gives. */
const levelOf = ({ held }: Keys): number =>
	(held.includes('Shift') ? 1 : 0) + (held.includes('AltGr') || held.includes('Option') ? 2 : 0);

/** What is printed on a key, the upper sign first. */
const printed = (levels: readonly Level[]): string[] => {
	const [lower, upper] = levels.map(({ sign }) => sign);
	return upper === lower?.toUpperCase() && /[a-z]/.test(lower ?? '')
		? [upper ?? '']
		: [upper ?? '', lower ?? ''];
};

test.each(Object.keys(KEYBOARDS) as PrintedKeyboardId[])(
	'every sign is where the layout of the keyboard %s has it',
	(id) => {
		const layout = LAYOUTS[id].split(' ').map(levelsOf);
		const found = SIGNS.map((sign) => {
			const keys = KEYBOARDS[id][sign];
			const key = layout.find((levels) => printed(levels).join('') === keys.key.join(''));
			return { on: keys.key.join(' '), ...key?.[levelOf(keys)] };
		});
		expect(found).toEqual(
			SIGNS.map((sign) => {
				const { key, space } = KEYBOARDS[id][sign];
				return { on: key.join(' '), sign, waits: space === true };
			})
		);
	}
);

test('no sign that a beginner cannot find is left out', () => {
	expect(SIGNS).toEqual(expect.arrayContaining([...'{}[]#|@\\~^<>`']));
});
