import { expect, test } from 'vitest';
import { stillOut } from './loans.js';

test('two laptops below each other came back', () => {
	const loans = [
		{ laptop: 4, name: 'Rachid' },
		{ laptop: 5, name: 'Yuki' }
	];
	expect(stillOut(loans, [4, 5])).toEqual([]);
});
