import { expect, test } from 'vitest';
import { countVotes } from '../start/main.js';

test('counts a single vote', () => {
	expect(
		countVotes(['couscous']),
		'There is one paper, with couscous. A dish that is new starts at 0, and then the vote adds 1. `NaN` means that you added 1 to `undefined`.'
	).toEqual({ couscous: 1 });
});

test('counts two votes for the same dish', () => {
	expect(
		countVotes(['sushi', 'sushi']),
		'The second vote adds 1 to what is there already. Only a new dish starts at 0.'
	).toEqual({ sushi: 2 });
});

test('counts two dishes apart', () => {
	expect(
		countVotes(['pizza', 'falafel']),
		'Every dish has its own key. Use square brackets: `counts[vote]`. With `counts.vote`, the key is the word `vote` itself.'
	).toEqual({ pizza: 1, falafel: 1 });
});

test('counts a dish that comes back later', () => {
	expect(
		countVotes(['pizza', 'sushi', 'pizza', 'falafel', 'pizza']),
		'Between two votes for pizza there are other dishes. The number for pizza must stay and grow.'
	).toEqual({ pizza: 3, sushi: 1, falafel: 1 });
});

test('counts a dish with a name of two words', () => {
	expect(
		countVotes(['tom yam', 'tom yam']),
		'A key may have a space in it. Use the text of the vote as it is.'
	).toEqual({ 'tom yam': 2 });
});

test('gives an empty object when nobody voted', () => {
	expect(
		countVotes([]),
		'Without votes there are no dishes. The object must be empty, and it must be new for each call.'
	).toEqual({});
});

test('starts again from zero for a second vote', () => {
	countVotes(['pizza', 'pizza']);
	expect(
		countVotes(['pizza']),
		'The papers of last week do not count any more. Does `const counts = {}` stand inside the function?'
	).toEqual({ pizza: 1 });
});
