import { expect, test } from 'vitest';
import { compileMessages, keyMatches } from './message-patterns.ts';

const translate = compileMessages({
	'till > adds up': 'caisse > additionne',
	'{count} coffees cost {price}': '{count} cafés coûtent {price}',
	'{count} coffees cost 0': '{count} cafés sont gratuits',
	'2 coffees cost 5': 'deux cafés, cinq euros',
	'{a} then {b}': '{b} après {a}',
	'say {word} and {word}': '{word} {other}',
	'set {}': 'ensemble {}'
});

test.each([
	['till > adds up', 'caisse > additionne'],
	['3 coffees cost 7.5', '3 cafés coûtent 7.5'],
	['2 coffees cost 5', 'deux cafés, cinq euros'],
	['4 coffees cost 0', '4 cafés sont gratuits'],
	['one then two then three', 'two then three après one'],
	['say hi and ho', 'hi {other}'],
	['set {}', 'ensemble {}'],
	['line 1\n2 then end', 'end après line 1\n2'],
	[' coffees cost 5', null],
	['3 coffees cost ', null],
	['nothing like it', null],
	['toString', null],
	['__proto__', null],
	['', null]
])('"%s" becomes %j', (english, expected) => {
	expect(translate(english)).toBe(expected);
});

test('a value with dollar signs is kept as it is', () => {
	expect(compileMessages({ 'got {x}': 'reçu {x}' })("got $& and $'")).toBe("reçu $& and $'");
});

test('a key matches itself and what its placeholders stand for', () => {
	expect(keyMatches('age {n} pays', 'age 12 pays')).toBe(true);
	expect(keyMatches('age {n} pays', 'age {n} pays')).toBe(true);
	expect(keyMatches('age {n} pays', 'age 12 pays a lot')).toBe(false);
	expect(keyMatches('age', 'age 12')).toBe(false);
});

test('a hostile text does not make a pattern slow', () => {
	const many = compileMessages({ '{a}x{b}x{c}x{d}x{e}x{f}y': 'z' });
	// Backtracking would take years: no clock is needed to see it.
	expect(many('x'.repeat(50_000))).toBeNull();
});
