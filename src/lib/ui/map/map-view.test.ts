import { expect, test } from 'vitest';
import { mapFile, type MapFile } from '../../contract/map.ts';
import type { MapState } from '../../contract/progress.ts';
import { CELL, mapView } from './map-view.ts';

const title = (text: string) => ({ fr: `${text} fr`, nl: `${text} nl`, en: text });
const map: MapFile = mapFile.parse({
	version: 1,
	lines: [
		{
			id: 'programming',
			letter: 'P',
			title: title('Programming'),
			path: [
				{ x: 0, y: 0 },
				{ x: 20, y: 0 }
			],
			sections: [
				{
					id: 'one',
					title: title('One'),
					stations: [
						{ exercise: 'programming/a', x: 2, y: 0 },
						{ exercise: 'programming/b', x: 10, y: 0, labelSide: 'right' }
					]
				}
			]
		},
		{
			id: 'testing',
			letter: 'T',
			title: title('Testing'),
			planned: true,
			path: [
				{ x: 10, y: 0 },
				{ x: 10, y: 8 }
			]
		}
	]
});
const stations = [
	{ id: 'programming/a', title: 'A', minutes: 5, points: 10, prerequisites: [] },
	{
		id: 'programming/b',
		title: 'A much longer name',
		minutes: 8,
		points: 15,
		prerequisites: ['programming/a']
	}
];
const state: MapState = {
	stations: {
		'programming/a': { exerciseId: 'programming/a', state: 'tried', missing: [] },
		'programming/b': { exerciseId: 'programming/b', state: 'locked', missing: ['programming/a'] }
	},
	next: 'programming/a',
	passed: 0,
	total: 2,
	points: 0
};
const view = mapView({ map, stations, cut: false }, state, 'nl');
const [a, b] = view.lines[0]?.sections[0]?.stations ?? [];

test('a station links to its page in the language of the page', () => {
	expect(a).toMatchObject({ href: '/nl/programming/a', state: 'tried', x: 2 * CELL, y: 0 });
	expect(view.lines.map((line) => line.title)).toEqual(['Programming nl', 'Testing nl']);
});

test('a locked station says by title what opens it', () => {
	expect(b).toMatchObject({ state: 'locked', opensAfter: ['A'] });
});

test('the next station is marked, and only that one', () => {
	expect([a?.isNext, b?.isNext]).toEqual([true, false]);
	expect(view.next?.id).toBe('programming/a');
});

test('a station where another line passes is an interchange', () => {
	expect([a?.changeTo, b?.changeTo]).toEqual([[], ['T']]);
});

test('the drawing is wide enough for a name that stands to the right', () => {
	const long = [{ ...stations[1]!, title: 'A name of more than twenty-two letters' }];
	const wide = mapView({ map, stations: long, cut: false }, state, 'en');
	expect(wide.box.width).toBeGreaterThan(view.box.width);
});

test('an exercise that the catalogue does not know keeps its id as a name and stays locked', () => {
	const bare = mapView({ map, stations: [], cut: false }, { ...state, stations: {}, next: null }, 'en');
	expect(bare.lines[0]?.sections[0]?.stations[0]).toMatchObject({ title: 'programming/a', state: 'locked' });
	expect(bare.next).toBeNull();
});

test('of a line that is cut only the stretch around its stations is drawn', () => {
	const cut = mapView({ map, stations, cut: true }, state, 'en');
	expect(cut.box.height).toBeLessThan(view.box.height);
	expect(cut.box.x).toBeGreaterThan(view.box.x);
	expect(cut.lines[0]!.path).toBe(view.lines[0]!.path);
});
