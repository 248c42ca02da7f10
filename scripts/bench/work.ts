/** What is graded in the bench: one function and nine tests, two of them about errors; plain JavaScript, one file. */
export const SOURCE = `export function fare(zones, age) {
	if (!Number.isInteger(zones) || zones < 1) throw new RangeError('zones must be a whole number, 1 or more');
	if (age < 6) return 0;
	const full = 210 + (zones - 1) * 90;
	const share = age < 18 || age >= 65 ? 0.5 : 1;
	return Math.min(Math.round(full * share), 600);
}
`;

export const SUITE = `import { describe, expect, test } from 'vitest';
import { fare } from '../start/main.js';

describe('fare', () => {
	test('one zone', () => expect(fare(1, 30), 'One zone costs 210 cents.').toBe(210));
	test('two zones', () => expect(fare(2, 30)).toBe(300));
	test('a long way is capped', () => expect(fare(9, 30)).toBe(600));
	test('a small child is free', () => expect(fare(4, 3)).toBe(0));
	test('a young person pays half', () => expect(fare(1, 17)).toBe(105));
	test('a senior pays half', () => expect(fare(2, 65)).toBe(150));
	test('an adult pays in full', () => expect(fare(3, 64)).toEqual(390));
	test('no zone is refused', () => expect(() => fare(0, 30)).toThrow(RangeError));
	test('half a zone is refused', () => expect(() => fare(1.5, 30)).toThrow(RangeError));
});
`;

/** The same program with one more line: nothing compiled or loaded before can answer for it. A compiler may drop a comment. */
export const edited = (round: number): string => `${SOURCE}export const round = ${round};\n`;
