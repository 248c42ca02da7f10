import type { StationWords } from '../../contract/journey.ts';
import type { MapView, StationOnMap } from './map-view.ts';

/** Without accents and capitals: nobody types them into a search. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export interface FoundStation {
	station: StationOnMap;
	line: { letter: string; title: string };
	/** The words that it explains, as far as they were asked for. */
	words: readonly string[];
}

/**
 * Stations of which the name, or the words that they explain, have every word of a question; in the order of the map. Nothing for an
 * empty question.
 */
export function findStations({ lines }: MapView, words: StationWords, asked: string): FoundStation[] {
	const parts = plain(asked).split(/\s+/).filter(Boolean);
	if (parts.length === 0) return [];
	return lines.flatMap(({ letter, title, sections }) =>
		sections
			.flatMap(({ stations }) => stations)
			.flatMap((station) => {
				const explained = (words[station.id] ?? []).filter((word) =>
					parts.some((part) => plain(word).includes(part))
				);
				const all = plain([station.title, ...explained].join(' '));
				if (!parts.every((part) => all.includes(part))) return [];
				return [{ station, line: { letter, title }, words: explained }];
			})
	);
}
