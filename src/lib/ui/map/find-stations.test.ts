import { expect, test } from 'vitest';
import { findStations } from './find-stations.ts';
import type { MapView } from './map-view.ts';

const station = (id: string, title: string) => ({ id, title });
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
	expect(findStations(view, words, asked).map(({ station: { id } }) => id)).toEqual(ids);
});

test('of the words that a station explains, those are told that were asked for', () => {
	expect(findStations(view, words, 'programme')).toMatchObject([
		{ words: ['Programme'], line: { letter: 'P' } },
		{ words: ['programme de test'], line: { letter: 'T' } }
	]);
});

test('names are found before the words have come', () => {
	expect(findStations(view, {}, 'bonjour')).toHaveLength(1);
});
