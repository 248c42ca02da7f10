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

test('takes the text of each vote as it is', () => {
	expect(
		countVotes(['Pizza', 'pizza']),
		'One paper says `Pizza`, another says `pizza`: these are two different texts, so two keys. Use `vote` as it is, without changing its letters.'
	).toEqual({ Pizza: 1, pizza: 1 });
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

test('leaves the list of votes as it was', () => {
	const votes = ['sushi', 'pizza', 'sushi'];
	countVotes(votes);
	expect(
		votes,
		'The papers must stay in the list, in the same order: somebody may want to count them again. Only read `votes`.'
	).toEqual(['sushi', 'pizza', 'sushi']);
});
