import { expect, test } from 'vitest';
import { total } from '../start/main.js';

test('a battery and a cable cost 31', () => {
	expect(total(['battery', 'cable']), '25 for the battery and 6 for the cable.').toBe(31);
});

test('a screen and two cables cost 60', () => {
	expect(total(['screen', 'cable', 'cable']), '48 for the screen and 6 for each cable.').toBe(60);
});
