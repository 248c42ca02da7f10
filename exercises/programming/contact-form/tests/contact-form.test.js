import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { accessibleName, openPage } from 'passerelle/page';

beforeEach(() => openPage());

const NAMES = ['name', 'email', 'phone', 'message'];
const field = (name) => document.querySelector(`form [name="${name}"]`);
const labelsOf = (name) =>
	[...document.querySelectorAll('label')].filter((label) => label.control && label.control === field(name));
const labelOf = (name) =>
	labelsOf(name)
		.map((label) => label.textContent.trim())
		.join(' ');

const fieldsNote =
	'The form needs its four fields with these values of `name`: `name`, `email`, `phone`, `message`. Keep them as they were, inside the form.';

test('the four fields are in the form', () => {
	expect(
		NAMES.filter((name) => field(name) === null),
		fieldsNote
	).toEqual([]);
	expect(document.querySelectorAll('form').length, 'One form is enough for the four fields.').toBe(1);
});

test('each field has a label of its own', () => {
	expect(
		NAMES.filter((name) => !/\p{L}/u.test(labelOf(name))),
		'These fields have no label yet. Put the word between `<label>` and `</label>`. The `for` of the label and the `id` of the field must be the same, and each `id` stands on the page only once.'
	).toEqual([]);
	expect(
		new Set(NAMES.map(labelOf)).size,
		'Two fields have the same words in their label. Somebody who listens to the page cannot tell them apart: give each field its own word.'
	).toBe(NAMES.length);
});

const otherFieldNote =
	'A click on the label leads to another field. Does the `for` of each label name the `id` of its own field?';

test('a click on a label leads to its field', async () => {
	const user = userEvent.setup({ delay: null });
	for (const name of NAMES) {
		const [label] = labelsOf(name);
		expect(
			label,
			'People with shaking hands click on the word and not on the small field. Tie the word to its field with `label`, `for` and `id`.'
		).toBeDefined();
		await user.click(label);
		expect(document.activeElement?.getAttribute('name'), otherFieldNote).toBe(name);
	}
	const inOrder = (selector, nameOf) => [
		...new Set([...document.querySelectorAll(selector)].map(nameOf).filter((name) => NAMES.includes(name)))
	];
	expect(
		inOrder('label', (label) => label.control?.name),
		otherFieldNote
	).toEqual(inOrder('form [name]', (control) => control.name));
});

test('the e-mail field checks the address', () => {
	expect(
		field('email')?.type,
		'Say that the second field is for an e-mail address: `type="email"`. The browser then looks for the `@`.'
	).toBe('email');
});

test('the telephone field opens the keyboard with figures', () => {
	expect(
		field('phone')?.type,
		'On a telephone, `type="tel"` shows the keyboard with large figures. Not `number`: a 0 in front would be lost.'
	).toBe('tel');
});

test('name, e-mail and message must be filled in', () => {
	expect(
		['name', 'email', 'message'].filter((name) => !field(name)?.required),
		'Nobody can answer without these fields. Write `required` in the tag of each of them.'
	).toEqual([]);
	expect(
		document.querySelector('form[novalidate], form [formnovalidate]'),
		'`novalidate` and `formnovalidate` tell the browser to look at nothing: `required` is then there in vain. Take the word out.'
	).toBeNull();
});

test('a message without a telephone number can be sent', async () => {
	const user = userEvent.setup({ delay: null });
	for (const name of NAMES) expect(field(name), fieldsNote).not.toBeNull();
	await user.type(field('name'), 'Fatou Diallo');
	await user.type(field('email'), 'fatou@example.org');
	await user.type(field('message'), 'Hello');
	expect(
		document.querySelector('form').checkValidity(),
		'Fatou has filled in her name, her e-mail address and her message. Not everybody has a telephone: that field has no `required`.'
	).toBe(true);
});

test('the page still says in which language it is written', () => {
	expect(
		document.documentElement.lang,
		'A screen reader must know how to pronounce the words. Keep `lang` in the tag `<html>`; where you translate the words, write the code of your language there, for example `lang="nl"`.'
	).toMatch(/^[a-z]{2,3}(-[a-z0-9]+)*$/i);
});

test('there is a button that sends the form', () => {
	const buttons = [...document.querySelectorAll('form button, form input')].filter(
		(element) => element.type === 'submit' && !element.disabled
	);
	expect(
		buttons.length,
		'Write one `<button>` with a word inside the form. With `type="button"` or `disabled` it would send nothing.'
	).toBe(1);
	expect(
		(buttons[0].textContent + (buttons[0].getAttribute('value') ?? '') + accessibleName(buttons[0])).trim(),
		'A button needs a word that says what it does, for example Send.'
	).not.toBe('');
});
