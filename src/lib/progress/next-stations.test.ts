import { expect, test } from 'vitest';
import type { ExerciseProgress } from '../contract/progress.ts';
import { nextOnEachLine } from './next-stations.ts';

const record = (id: string, passed: ExerciseProgress['passed']): ExerciseProgress => ({
	exerciseId: id,
	attempts: 1,
	bestScore: passed ? 1 : 0,
	points: 0,
	passed,
	passedHash: null,
	passedAt: null,
	hintsOpened: 0,
	updatedAt: ''
});
const ids = ['p/a', 'p/b', 't/x', 'p/c', 'p/d', 't/y'];

test('of each line the first that are not passed come, in the order of the map', () => {
	const records = [record('p/b', 'practised'), record('p/c', null)];
	expect(nextOnEachLine(ids, records, 2)).toEqual(['p/a', 't/x', 'p/c', 't/y']);
});

test('a newcomer has the first ones, and who has passed everything none', () => {
	expect(nextOnEachLine(ids, [], 1)).toEqual(['p/a', 't/x']);
	expect(
		nextOnEachLine(
			ids,
			ids.map((id) => record(id, 'verified')),
			3
		)
	).toEqual([]);
});
