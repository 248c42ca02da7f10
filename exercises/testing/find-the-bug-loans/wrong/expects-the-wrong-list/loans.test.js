import { expect, test } from 'vitest';
import { stillOut } from './loans.js';

test('the laptops that came back', () => {
	const loans = [
		{ laptop: 4, name: 'Rachid' },
		{ laptop: 5, name: 'Yuki' }
	];
	expect(stillOut(loans, [4, 5])).toEqual(loans);
});
