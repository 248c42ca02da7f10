import type { MapPartLink, StationIndex, StationWords } from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';
import type { MapView } from './map-view.ts';

/** Without accents and capitals: nobody types them into a search. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A station, as far as a search shows it. */
export interface Findable {
	id: string;
	title: string;
	href: string;
	/** Of its line; outside the part that is drawn, of the first line of its part. */
	letter: string;
}

export interface FoundStation {
	station: Findable;
	/** The words that it explains, as far as they were asked for. */
	words: readonly string[];
}

const drawnIn = ({ lines }: MapView): Findable[] =>
	lines.flatMap(({ letter, sections }) =>
		sections.flatMap(({ stations }) => stations.map(({ id, title, href }) => ({ id, title, href, letter })))
	);

/**
 * Every station of the map, in its order; where only a part is drawn, those of the other parts too.
 * @param index null where the whole map is drawn, and until it has come
 */
export function findableStations(
	drawn: MapView,
	index: StationIndex | null,
	parts: readonly MapPartLink[],
	locale: Locale
): Findable[] {
	const here = drawnIn(drawn);
	if (!index) return here;
	const known = new Map(here.map((station) => [station.id, station]));
	const letters = new Map(parts.map(({ id, letter }) => [id, letter]));
	return index.stations.map(
		({ id, title, part }) =>
			known.get(id) ?? { id, title, href: `/${locale}/${id}`, letter: letters.get(part) ?? '' }
	);
}

/**
 * Stations of which the name, or the words that they explain, have every word of a question; in the order of the map. Nothing for an
 * empty question.
 */
export function findStations(
	stations: readonly Findable[],
	words: StationWords,
	asked: string
): FoundStation[] {
	const parts = plain(asked).split(/\s+/).filter(Boolean);
	if (parts.length === 0) return [];
	return stations.flatMap((station) => {
		const explained = (words[station.id] ?? []).filter((word) =>
			parts.some((part) => plain(word).includes(part))
		);
		const all = plain([station.title, ...explained].join(' '));
		return parts.every((part) => all.includes(part)) ? [{ station, words: explained }] : [];
	});
}
