import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['title', 'kind', 'need', 'minutes', 'skills', 'level', 'timeLimitMs'];

test.each([
	['minuets', 'minutes'],
	['Level', 'level'],
	['skils', 'skills'],
	['timelimit', 'timeLimitMs'],
	['titel', 'title'],
	['ned', 'need'],
	['colour', undefined],
	['x', undefined],
	['', undefined],
	['k'.repeat(100_000), undefined]
])('"%s" was meant to be %s', (typed, meant) => {
	expect(nearestName(typed, names)).toBe(meant);
});

test('of two that are as near, none is guessed', () => {
	expect(nearestName('sole', ['solo', 'sold'])).toBeUndefined();
});
