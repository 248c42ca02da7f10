import { expect, test } from 'vitest';
import { countVotes } from '../start/main.js';

test('counts three papers', () => {
	expect(countVotes(['pizza', 'falafel', 'pizza']), 'Two papers say pizza and one says falafel.').toEqual({
		pizza: 2,
		falafel: 1
	});
});

test('counts dishes you did not know', () => {
	expect(countVotes(['moussaka', 'pierogi']), 'Any dish can be on a paper.').toEqual({
		moussaka: 1,
		pierogi: 1
	});
});
