import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

let user;
beforeEach(async () => {
	await openPage();
	user = userEvent.setup({ delay: null });
});

const field = () => document.querySelector('#name');
const lines = () => [...document.querySelectorAll('#list > li')].map((line) => line.textContent);

/** Quicker than a key for each letter; one test types. */
async function add(text) {
	field().value = text;
	field().dispatchEvent(new Event('input', { bubbles: true }));
	await user.click(document.querySelector('#form button'));
}

test('a name from the form comes into the list', async () => {
	await add('Amina');
	expect(
		lines().join(' ').trim(),
		'Amina was sent, but the list does not show the name. Make an `li`, put the text into its `textContent`, and append it to `list`.'
	).toBe('Amina');
});

test('the Enter key works too', async () => {
	await user.type(field(), 'Joris{Enter}');
	expect(
		lines().join(' ').trim(),
		'Joris was sent with the Enter key, but the list does not show the name. Does it work with a click on OK? Both send the form, and `submit` hears both.'
	).toBe('Joris');
});

test('the page stays when the form is sent', async () => {
	field().value = 'Amina';
	const sent = new Event('submit', { bubbles: true, cancelable: true });
	document.querySelector('#form').dispatchEvent(sent);
	expect(
		sent.defaultPrevented,
		'When a form is sent, the browser loads the page again, and all names are lost. Keep listening to `submit` of the form, and keep the line with `preventDefault`.'
	).toBe(true);
	expect(lines().length, 'Amina was sent: the list must have one line now.').toBe(1);
});

test('each name has a line of its own, in order', async () => {
	await add('Amina');
	await add('Amina');
	await add('Joris');
	expect(
		lines().map((line) => line.trim()),
		'Three people came, two of them called Amina: three lines, the newest at the end. Is a new `li` made each time, inside the function?'
	).toEqual(['Amina', 'Amina', 'Joris']);
});

test('spaces alone are not a name', async () => {
	await add('   ');
	expect(
		lines().length,
		'Somebody typed only spaces, and an empty line came into the list. Cut them off with `trim()`, and stop with `return` when nothing is left.'
	).toBe(0);
	await add('Awa');
	expect(lines().length, 'After that, Awa was sent: one line must be there.').toBe(1);
});

test('spaces around a name are cut off', async () => {
	await add('   Awa  ');
	expect(lines().length, 'Awa was sent: the list must have one line now.').toBe(1);
	expect(
		lines(),
		'Somebody typed spaces before and after the name. Put the text without them into the line, the same text that you looked at.'
	).toEqual(['Awa']);
});

test('the field is empty again', async () => {
	await add('Awa');
	expect(lines().length, 'Awa was sent: the list must have one line now.').toBe(1);
	expect(
		field().value,
		'The next person should not find the old name in the field. Make it empty when the name is in the list.'
	).toBe('');
});

test('a name is text, whatever signs are in it', async () => {
	await add('<b>Awa</b>');
	expect(lines().length, 'Awa was sent: the list must have one line now.').toBe(1);
	expect(
		lines().join(' ').trim(),
		'What people type is text and never HTML: otherwise anybody could put their own code into your page. Use `textContent`, not `innerHTML`.'
	).toBe('<b>Awa</b>');
});
