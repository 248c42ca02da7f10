import { expect, test } from 'vitest';
import { stillOut } from './loans.js';

test('two laptops came back, with one between them', () => {
	const loans = [
		{ laptop: 4, name: 'Rachid' },
		{ laptop: 5, name: 'Yuki' },
		{ laptop: 6, name: 'Pieter' }
	];
	expect(stillOut(loans, [4, 6])).toEqual([{ laptop: 5, name: 'Yuki' }]);
});
