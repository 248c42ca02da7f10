import { expect, test } from 'vitest';
import type { MapPartLink, StationIndex } from '../../contract/journey.ts';
import { findableStations, findStations } from './find-stations.ts';
import type { MapView } from './map-view.ts';

const station = (id: string, title: string) => ({ id, title, href: `/fr/${id}` });
const view = {
	lines: [
		{
			letter: 'P',
			title: 'Programming',
			sections: [{ stations: [station('p/a', 'Bonjour, Bruxelles'), station('p/b', 'Une étape')] }]
		},
		{ letter: 'T', title: 'Testing', sections: [{ stations: [station('t/c', 'Ce qui manque')] }] }
	]
} as unknown as MapView;
const whole = findableStations(view, null, [], 'fr');
const words = { 'p/a': ['Programme', 'console.log'], 't/c': ['Déclaration', 'programme de test'] };

test.each([
	['bonjour', ['p/a']],
	['ETAPE', ['p/b']],
	['programme', ['p/a', 't/c']],
	['declaration manque', ['t/c']],
	['console.log', ['p/a']],
	['nothing like it', []],
	['  ', []]
])('%j finds %j', (asked, ids) => {
	expect(findStations(whole, words, asked).map(({ station: { id } }) => id)).toEqual(ids);
});

test('of the words that a station explains, those are told that were asked for', () => {
	expect(findStations(whole, words, 'programme')).toMatchObject([
		{ words: ['Programme'], station: { letter: 'P' } },
		{ words: ['programme de test'], station: { letter: 'T' } }
	]);
});

test('names are found before the words have come', () => {
	expect(findStations(whole, {}, 'bonjour')).toHaveLength(1);
});

test('where a part of the map is drawn, the stations of the other parts are found too', () => {
	const parts = [
		{ id: 'one', letter: 'P' },
		{ id: 'two', letter: 'H' }
	] as unknown as MapPartLink[];
	const index = {
		version: 'v',
		stations: [
			{ ...station('h/d', 'Bonjour, le réseau'), part: 'two' },
			{ ...station('p/a', 'Bonjour, Bruxelles'), part: 'one' }
		]
	} as unknown as StationIndex;
	const all = findableStations(view, index, parts, 'fr');
	expect(findStations(all, {}, 'bonjour').map(({ station }) => station)).toEqual([
		{ id: 'h/d', title: 'Bonjour, le réseau', href: '/fr/h/d', letter: 'H' },
		{ id: 'p/a', title: 'Bonjour, Bruxelles', href: '/fr/p/a', letter: 'P' }
	]);
	expect(findStations(all, { 'h/d': ['Câble'] }, 'cable')).toMatchObject([{ station: { id: 'h/d' } }]);
});
