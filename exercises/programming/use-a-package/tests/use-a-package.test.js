import { expect, test } from 'vitest';
import { runProgram } from 'passerelle/program';
import { source } from 'passerelle/run';
import { addressOf } from '../start/main.js';

test('an address begins with /agenda/', () => {
	expect(
		addressOf('bal'),
		'`addressOf` gives nothing back for the title bal. Printing is not enough: the address stands after `return`.'
	).toBeDefined();
	expect(
		addressOf('bal'),
		'The title bal gives the address `/agenda/bal`. Keep `"/agenda/"` in front, and give `slugify` only the title.'
	).toBe('/agenda/bal');
});

test('every space becomes a hyphen', () => {
	expect(
		addressOf('bal populaire du samedi'),
		'An address has no spaces: `slugify(title)` puts a hyphen in the place of each one. A text after the title, or the option `replacement`, would put another sign there.'
	).toBe('/agenda/bal-populaire-du-samedi');
});

test('capitals become small letters', () => {
	expect(
		addressOf('Bal Du Samedi'),
		'An address has only small letters. Give `slugify` a second argument: an object with the option for that.'
	).toBe('/agenda/bal-du-samedi');
});

test('accents disappear, the letters stay', () => {
	expect(
		addressOf('fête d été à côté'),
		'fête becomes fete: the letter stays, the accent goes. The package can do that, so you do not need a list of accents.'
	).toBe('/agenda/fete-d-ete-a-cote');
});

test('letters of other languages become plain ones', () => {
	expect(
		addressOf('łódź groß'),
		'Polish ł and German ß are no letters with an accent, and still the package knows them: `lodz-gross`. Let `slugify` do the work.'
	).toBe('/agenda/lodz-gross');
	expect(
		addressOf('кафе'),
		'A café has a Cyrillic name, кафе, and the address is `kafe`: the package knows many alphabets. Call `slugify` with the whole title, and leave the letters to it.'
	).toBe('/agenda/kafe');
});

test('other signs disappear', () => {
	expect(
		addressOf('atelier : réparer un vélo !'),
		'Signs such as `!` and `:` have a meaning in addresses. With the option `strict`, `slugify` leaves only letters, figures and hyphens.'
	).toBe('/agenda/atelier-reparer-un-velo');
	expect(
		addressOf('bal (gratuit) à 20:00 ?'),
		'Brackets, colons and question marks: no sign stays, and you need no list of them. Look at the two options again.'
	).toBe('/agenda/bal-gratuit-a-2000');
});

/** Addresses of the events of the start; the list may hold others. */
const ADDRESSES = {
	'Fête des voisins': '/agenda/fete-des-voisins',
	'Atelier : réparer un vélo !': '/agenda/atelier-reparer-un-velo',
	'Café Łódź': '/agenda/cafe-lodz'
};

test('the program prints the address of each event', async () => {
	const { output, exitCode } = await runProgram('main.js');
	const printed = output.match(/\/agenda\/[^"'<>\n]*/g) ?? [];
	expect(
		printed.length,
		'The program prints one address on each line, for the events of your list. Keep the list and the loop.'
	).toBeGreaterThan(0);
	expect(
		printed.filter((address) => !/^\/agenda\/[a-z0-9-]+$/.test(address.trim())),
		'An address that the program prints still has a space, an accent, a capital or a sign. Does the loop call `addressOf` for each event?'
	).toEqual([]);
	const code = source('main.js').replace(/\/\/.*|\/\*[^]*?\*\//g, '');
	expect(
		Object.entries(ADDRESSES).filter(
			([title, address]) => code.includes(title) && !printed.some((one) => one.trim() === address)
		),
		'A title of your list has no address on the screen. Does the loop print `addressOf(…)` of each event, one after the other?'
	).toEqual([]);
	expect(
		exitCode,
		'The addresses were printed, so all went well. Let the program come to its end by itself: then its exit code is 0.'
	).toBe(0);
});
