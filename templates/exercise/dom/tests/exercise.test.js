import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { openPage } from 'passerelle/page';

// Each test gets a fresh page, with the learner's files as they are now.
beforeEach(() => openPage());

// index.html cannot be changed by the learner, so its ids are a safe way to find things. Where learners write the
// page themselves, look for what people notice: a role, a name, a text.
const message = () => document.querySelector('#message');
const left = () => document.querySelector('#left').textContent.trim();

/** Does what a person does: a click into the field, then one key after the other. */
async function type(keys) {
	const user = userEvent.setup({ delay: null });
	await user.click(message());
	await user.keyboard(keys);
}

test('an empty field leaves 20 characters', () => {
	expect(
		left(),
		// The second argument of expect is the lesson: the situation, and where to look.
		'Nothing is typed yet, so the page shows 20. Do you count down from 20, and not up from 0?'
	).toBe('20');
});

test('a word of 5 letters leaves 15 characters', async () => {
	await type('Hello');
	expect(
		left(),
		'Somebody typed `Hello`, 5 characters: 15 are left. Listen to the field with `addEventListener("input", …)` and write the number into `left.textContent`.'
	).toBe('15');
});

test('deleting a letter gives its place back', async () => {
	await type('Hello{Backspace}');
	expect(
		left(),
		'Somebody typed `Hello` and deleted the last letter: 16 are left. Count the text of the field anew each time.'
	).toBe('16');
});

// A way of working that is easily forgotten gets a test of its own, and a mistake in wrong/ proves the test.
test('a pasted word counts too', async () => {
	const user = userEvent.setup({ delay: null });
	await user.click(message());
	await user.paste('Bonjour');
	expect(
		left(),
		'A text can be pasted, without a key for each letter: 7 characters came in and 13 are left. The event `input` notices that.'
	).toBe('13');
});
