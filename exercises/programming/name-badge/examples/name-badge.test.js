import { expect, test } from 'vitest';
import { badge } from '../start/main.js';

test('makes a badge from a name in small letters', () => {
	expect(badge('yusuf', 'demir'), 'The badge of Yusuf Demir.').toBe('YUSUF D.');
});

test('makes a badge from a name with too many spaces', () => {
	expect(badge('  amina ', ' diallo'), 'The badge of Amina Diallo, who typed too fast.').toBe('AMINA D.');
});
