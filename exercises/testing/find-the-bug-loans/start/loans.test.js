import { expect, test } from 'vitest';
import { stillOut } from './loans.js';

test('a laptop that came back is no longer on the list', () => {
	const loans = [
		{ laptop: 1, name: 'Amina' },
		{ laptop: 2, name: 'Bart' }
	];
	expect(stillOut(loans, [2])).toEqual([{ laptop: 1, name: 'Amina' }]);
});
