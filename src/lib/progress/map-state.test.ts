import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mapFile } from '../contract/map.ts';
import type { ExerciseProgress, MapState } from '../contract/progress.ts';
import { mapState, openedBy } from './map-state.ts';

const title = { fr: 'a', nl: 'a', en: 'a' };
const station = (exercise: string, x: number, prerequisites: string[] = []) => ({
	exercise: `p/${exercise}`,
	x,
	y: 1,
	prerequisites
});
const path = [
	{ x: 0, y: 1 },
	{ x: 9, y: 1 }
];

/** a → b → d, a → c → d (c only through the map), and a planned line without stations. */
const map = mapFile.parse({
	version: 1,
	lines: [
		{
			id: 'p',
			letter: 'P',
			title,
			path,
			sections: [
				{ id: 's1', title, stations: [station('a', 1), station('b', 2), station('c', 3, ['p/a'])] },
				{ id: 's2', title, stations: [station('d', 4)] }
			]
		},
		{ id: 't', letter: 'T', title, path, planned: true }
	]
});
const prerequisites = { 'p/b': ['p/a'], 'p/d': ['p/b', 'p/c', 'p/gone'] };

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
	test.each(TABLE)('%s', (_name, progress, stations, next, passed, points) => {
		const state = mapState(map, prerequisites, progress);
		expect(show(state)).toBe(stations);
		expect(state).toMatchObject({ next, passed, points, total: 4 });
	});

	test('the map of the school opens its first station to a newcomer', () => {
		const file: unknown = JSON.parse(readFileSync('exercises/map.json', 'utf8'));
		const state = mapState(mapFile.parse(file), {}, []);
		expect(state).toMatchObject({ next: 'programming/hello-brussels', total: 26, passed: 0 });
	});
});

describe('openedBy', () => {
	const after = (...progress: ExerciseProgress[]): MapState => mapState(map, prerequisites, progress);
	test.each([
		['a pass opens what waited for it', after(), after(done('a')), ['p/b', 'p/c']],
		['a failure opens nothing', after(), after(tried('a')), []],
		['one of two prerequisites is not enough', after(done('a')), after(done('a'), done('b')), []],
		[
			'the last prerequisite opens it',
			after(done('a'), done('b')),
			after(done('a'), done('b'), done('c')),
			['p/d']
		],
		[
			'a station that had been tried while locked',
			after(tried('b')),
			after(done('a'), tried('b')),
			['p/b', 'p/c']
		]
	])('%s', (_name, before, now, opened) => {
		expect(openedBy(before, now)).toEqual(opened);
	});
});
