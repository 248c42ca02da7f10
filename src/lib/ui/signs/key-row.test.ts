import { expect, test } from 'vitest';
import { ROW_SIGNS, rowFor } from './key-row.ts';
import { KEYBOARD_IDS } from './keyboards.ts';

test.each([
	['touch', '{}[]<>=|#\\`'],
	['be', '{}[]|#\\`'],
	['fr', '{}[]|#\\`'],
	['mac-azerty', '{}[]|\\`'],
	['qwerty', '']
] as const)('the row of the keyboard %s begins with what it lacks', (keyboard, missing) => {
	const row = rowFor(keyboard).join('');
	expect(row.slice(0, missing.length)).toBe(missing);
	expect(row.slice(missing.length)).toBe(ROW_SIGNS.filter((sign) => !missing.includes(sign)).join(''));
});

test.each(KEYBOARD_IDS)('the row of the keyboard %s has every sign once', (keyboard) => {
	expect([...rowFor(keyboard)].sort()).toEqual([...ROW_SIGNS].sort());
});
