import { expect, test } from 'vitest';
import { shout } from '../start/main.js';

const call = (word) => String(shout(word)).replace(/\s+!/g, '!').trim();

test('calls kiwis three times', () => {
	expect(call('Kiwi'), 'This is what Karim calls for the word Kiwi.').toBe('Kiwi! Kiwi! Kiwi!');
});

test('calls papayas three times', () => {
	expect(call('Papaya'), 'The same function, with another word.').toBe('Papaya! Papaya! Papaya!');
});
