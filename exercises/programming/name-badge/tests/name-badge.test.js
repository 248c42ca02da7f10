import { expect, test } from 'vitest';
import { badge } from '../start/main.js';

test('puts one letter of the family name and a full stop at the end', () => {
	expect(
		badge('AMINA', 'DIALLO'),
		'This name is clean already. Put together: the first name, a space, the first letter of the family name, a full stop. `undefined` as an answer means that nothing was given back: is there a `return`?'
	).toBe('AMINA D.');
});

test('writes the first name in capitals', () => {
	expect(
		badge('Pavel', 'NOVAK'),
		'Every letter of the first name is a capital. A method gives back a new text: did you keep that text?'
	).toBe('PAVEL N.');
});

test('writes the letter of the family name as a capital', () => {
	expect(badge('PAVEL', 'novak'), 'The letter after the first name is a capital too.').toBe('PAVEL N.');
});

test('takes away the spaces around the first name', () => {
	expect(
		badge('  LING ', 'CHEN'),
		'Somebody typed spaces before and after the first name. Use `trim()` on `firstName` and keep the result.'
	).toBe('LING C.');
});

test('takes away the spaces before the family name', () => {
	expect(
		badge('LING', '  CHEN'),
		'With spaces in front, the first character is a space. Use `trim()` on `lastName` first, and only then take `[0]`.'
	).toBe('LING C.');
});

test('keeps the space inside a first name', () => {
	expect(
		badge('ANA MARIA', 'LOPEZ'),
		'The space between two first names belongs to the name. `trim()` only takes away the spaces at the ends.'
	).toBe('ANA MARIA L.');
});

test('keeps the accents', () => {
	expect(
		badge('zoé', 'çelik'),
		'A letter with an accent becomes a capital with an accent. `toUpperCase()` does this for you.'
	).toBe('ZOÉ Ç.');
});

test('makes a clean badge from a name with all the mistakes', () => {
	expect(
		badge(' amina   ', ' diallo'),
		'Small letters, and spaces in several places: the badge is `AMINA D.` all the same. The number of spaces is not always the same: does your code take all of them away, at both ends?'
	).toBe('AMINA D.');
});
