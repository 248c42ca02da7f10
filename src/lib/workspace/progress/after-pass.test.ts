import { describe, expect, test } from 'vitest';
import type { ExerciseProgress } from '../../contract/progress.ts';
import { afterPass, missingFor } from './after-pass.ts';

const progress = (id: string, passed: ExerciseProgress['passed'] = 'practised'): ExerciseProgress => ({
	exerciseId: id,
	attempts: 1,
	bestScore: 1,
	points: 10,
	passed,
	passedHash: null,
	passedAt: null,
	hintsOpened: 0,
	updatedAt: '2026-11-22T10:00:00.000Z'
});
const ahead = ['b a', 'c a b', 'd', 'e b'].map((words) => {
	const [id = '', ...prerequisites] = words.split(' ');
	return { id, title: id.toUpperCase(), prerequisites };
});

describe('afterPass', () => {
	const CASES: [string, string[], string[], string | null][] = [
		['a first pass opens what waited for it alone', [], ['b'], 'b'],
		['what waits for more stays closed', ['b'], ['c'], 'c'],
		['a second pass opens nothing, and the way goes on', ['a'], [], 'b'],
		['what is passed is not opened again', ['b', 'c'], [], 'd'],
		['where all ahead is passed there is no next', ['b', 'c', 'd', 'e'], [], null]
	];
	test.each(CASES)('%s', (_name, passed, opened, next) => {
		const after = afterPass(
			'a',
			ahead,
			passed.map((id) => progress(id))
		);
		expect(after.opened.map(({ id }) => id)).toEqual(opened);
		expect(after.next?.id ?? null).toBe(next);
	});

	test('a try is no pass', () => {
		expect(afterPass('b', ahead, [progress('a', null)]).opened.map(({ id }) => id)).toEqual(['e']);
	});
});

test('what is missing are the prerequisites that are not passed, until the exercise itself is', () => {
	const needs = [
		{ id: 'a', title: 'A' },
		{ id: 'b', title: 'B' }
	];
	expect(missingFor('c', needs, [progress('a'), progress('b', null)])).toEqual([needs[1]]);
	expect(missingFor('c', needs, [progress('c')])).toEqual([]);
});
