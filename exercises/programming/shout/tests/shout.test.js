import { expect, test } from 'vitest';
import { shout } from '../start/main.js';

// In French a space stands before an exclamation mark: both ways of writing are fine here.
const call = (word) => String(shout(word)).replace(/\s+!/g, '!').trim();
const times = (text, part) => text.split(part).length - 1;

test('gives a text back', () => {
	expect(
		typeof shout('Kiwi'),
		'The function must give a text back. Is there a line that starts with `return`, with the text behind it on the same line?'
	).toBe('string');
});

test('uses the word that comes in', () => {
	expect(
		call('Mango'),
		'With another word, the call must change too. Use `word` without quotes in your line.'
	).toContain('Mango');
});

test('says the word three times', () => {
	expect(
		times(call('Litchi'), 'Litchi'),
		'The word must be in the call three times. Count how often `word` is in your line.'
	).toBe(3);
});

test('puts an exclamation mark after every word', () => {
	expect(
		times(call('Mango'), 'Mango!'),
		'Each of the three words has its own exclamation mark, right after it.'
	).toBe(3);
});

test('leaves one space between two calls', () => {
	expect(
		call('Kiwi'),
		'Look at the spaces: one after the first exclamation mark and one after the second.'
	).toBe('Kiwi! Kiwi! Kiwi!');
});

test('also calls a name of two words', () => {
	expect(
		call('Granny Smith'),
		'A name of two words stays together: the whole name, an exclamation mark, then a space.'
	).toBe('Granny Smith! Granny Smith! Granny Smith!');
});
