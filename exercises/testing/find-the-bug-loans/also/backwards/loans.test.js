import { expect, test } from 'vitest';
import { stillOut } from './loans.js';

test('everything came back', () => {
	const loans = [
		{ laptop: 8, name: 'Ines' },
		{ laptop: 9, name: 'Omar' }
	];
	expect(stillOut(loans, [8, 9])).toHaveLength(0);
});
