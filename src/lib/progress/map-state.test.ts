import { describe, expect, test } from 'vitest';
import type { ExerciseProgress, MapState } from '../contract/progress.ts';
import { mapState } from './map-state.ts';

/** a → b → d, a → c → d. */
const stations = ['a', 'b a', 'c a', 'd b c'].map((words) => {
	const [id = '', ...needs] = words.split(' ');
	return { id: `p/${id}`, prerequisites: needs.map((other) => `p/${other}`) };
});

const done = (id: string, more: Partial<ExerciseProgress> = {}): ExerciseProgress => ({
	exerciseId: `p/${id}`,
	attempts: 1,
	bestScore: 1,
	points: 10,
	passed: 'practised',
	passedHash: 'h',
	passedAt: 'now',
	hintsOpened: 0,
	updatedAt: 'now',
	...more
});
const tried = (id: string, attempts = 1): ExerciseProgress =>
	done(id, { attempts, bestScore: 0, points: 0, passed: null, passedHash: null, passedAt: null });

const show = (state: MapState): string =>
	Object.values(state.stations)
		.map(
			(view) =>
				`${view.exerciseId.slice(2)}:${view.state}${view.missing.map((id) => ` -${id.slice(2)}`).join('')}`
		)
		.join(', ');

/** progress, stations with what they miss, next, passed, points */
const TABLE: [string, ExerciseProgress[], string, string | null, number, number][] = [
	['a newcomer', [], 'a:open, b:locked -a, c:locked -a, d:locked -b -c', 'p/a', 0, 0],
	['one try', [tried('a')], 'a:tried, b:locked -a, c:locked -a, d:locked -b -c', 'p/a', 0, 0],
	['only a hint opened', [tried('a', 0)], 'a:open, b:locked -a, c:locked -a, d:locked -b -c', 'p/a', 0, 0],
	['the first pass', [done('a')], 'a:practised, b:open, c:open, d:locked -b -c', 'p/b', 1, 10],
	['one branch', [done('a'), done('b')], 'a:practised, b:practised, c:open, d:locked -c', 'p/c', 2, 20],
	[
		'both branches',
		[done('a'), done('b'), done('c')],
		'a:practised, b:practised, c:practised, d:open',
		'p/d',
		3,
		30
	],
	[
		'everything, one verified',
		[done('a', { passed: 'verified' }), done('b'), done('c'), done('d')],
		'a:verified, b:practised, c:practised, d:practised',
		null,
		4,
		40
	],
	[
		'a pass before its prerequisites',
		[done('d')],
		'a:open, b:locked -a, c:locked -a, d:practised -b -c',
		'p/a',
		1,
		10
	],
	[
		'a try before its prerequisites',
		[tried('d')],
		'a:open, b:locked -a, c:locked -a, d:locked -b -c',
		'p/a',
		0,
		0
	],
	[
		'progress of an exercise that is gone',
		[done('old')],
		'a:open, b:locked -a, c:locked -a, d:locked -b -c',
		'p/a',
		0,
		0
	]
];

describe('mapState', () => {
	test.each(TABLE)('%s', (_name, progress, shown, next, passed, points) => {
		const state = mapState(stations, progress);
		expect(show(state)).toBe(shown);
		expect(state).toMatchObject({ next, passed, points, total: 4 });
	});

	test('stations of a part know what they miss in other parts', () => {
		const state = mapState(stations.slice(3), [done('b')]);
		expect(show(state)).toBe('d:locked -c');
		expect(state).toMatchObject({ next: null, total: 1, passed: 0 });
	});
});
