import type { ExerciseManifest } from '../../contract/exercise.ts';
import type {
	JourneySummary,
	LineSummary,
	MapPart,
	MapPartLink,
	StationIndex,
	StationInfo,
	StationWords
} from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';
import type { MapFile } from '../../contract/map.ts';
import { newWords } from '../../exercise/new-words.ts';
import { shownTitle, typeset } from '../../exercise/typography.ts';
import { mapParts } from './map-parts.ts';
import type { JoinedRoots } from './join-roots.ts';

/** What the pages about the whole map ask. Made once for each language: it is the same for everybody. */
export interface JourneyPages {
	home(locale: Locale): JourneySummary & { lines: readonly LineSummary[] };
	/** `MapPart` as JSON: the part that is asked for; the first one where there is no such part. */
	map(locale: Locale, part: string | null): string;
	/** `StationIndex` as JSON. */
	index(locale: Locale): string;
	/** `StationWords` as JSON. */
	words(locale: Locale): string;
}

function remember<T>(make: (key: string, locale: Locale) => T): (key: string, locale: Locale) => T {
	const made = new Map<string, T>();
	return (key, locale) => {
		const place = `${locale} ${key}`;
		let value = made.get(place);
		if (value === undefined) made.set(place, (value = make(key, locale)));
		return value;
	};
}

type Titles = MapFile['lines'][number]['title'];
const shownTitles = ({ fr, nl, en }: Titles): Titles => ({
	fr: typeset(fr, 'fr'),
	nl: typeset(nl, 'nl'),
	en
});

/** The map with its lines' and sections' titles as they are shown. */
const shownMap = (map: MapFile): MapFile => ({
	...map,
	lines: map.lines.map((line) => ({
		...line,
		title: shownTitles(line.title),
		sections: line.sections.map((section) => ({ ...section, title: shownTitles(section.title) }))
	}))
});

export function journeyPages(
	version: string,
	{ map: written, lineIds, exercises }: JoinedRoots
): JourneyPages {
	const map = shownMap(written);
	const parts = mapParts(map, lineIds);
	const placed = map.lines.flatMap(({ sections }) => sections.flatMap(({ stations }) => stations));
	const onMap = new Set(placed.map(({ exercise }) => exercise));
	const added = new Map(placed.map(({ exercise, prerequisites }) => [exercise, prerequisites]));
	/** Null for a station of which the exercise is not served. */
	const manifestOf = (id: string): ExerciseManifest | null => exercises.get(id)?.manifest ?? null;

	/** What has no station cannot be reached, so it must not lock anything for ever. */
	const needsOf = (id: string): string[] =>
		[...new Set([...(manifestOf(id)?.prerequisites ?? []), ...(added.get(id) ?? [])])].filter((other) =>
			onMap.has(other)
		);

	function info(id: string, locale: Locale): StationInfo {
		const manifest = manifestOf(id);
		return {
			id,
			title: manifest ? shownTitle(manifest, locale) : id,
			minutes: manifest?.minutes ?? 0,
			points: manifest?.points ?? 0,
			prerequisites: needsOf(id)
		};
	}

	const join = (titles: readonly string[]): string => [...new Set(titles)].join(' · ');
	const links = remember((_key, locale): readonly MapPartLink[] =>
		parts.map(({ id, named, cut, stations }) => ({
			id,
			letter: named[0]!.letter,
			title: join(named.map(({ title }) => title[locale])),
			cut: cut && { ...cut, sections: join(named[0]!.sections.map(({ title }) => title[locale])) },
			stations: stations.length
		}))
	);
	const summary = remember((_key, locale): JourneySummary => {
		const first = [...onMap].find((id) => needsOf(id).length === 0);
		return { version, total: onMap.size, first: first === undefined ? null : info(first, locale) };
	});
	const home = remember((_key, locale) => ({
		...summary('', locale),
		lines: map.lines.map(({ id, letter, title, planned, sections }) => ({
			id,
			letter,
			title: title[locale],
			planned,
			stations: sections.reduce((sum, { stations }) => sum + stations.length, 0)
		}))
	}));
	const page = remember((id, locale): string => {
		const part = parts.find((one) => one.id === id)!;
		const own = part.stations.map((station) => info(station, locale));
		const shown = new Set(part.stations);
		const before = new Set(
			own.flatMap(({ prerequisites }) => prerequisites).filter((other) => !shown.has(other))
		);
		return JSON.stringify({
			...summary('', locale),
			map: { version: 1, lines: [...part.lines] },
			stations: [...own, ...[...before].map((other) => info(other, locale))],
			parts: parts.length > 1 ? links('', locale) : [],
			part: part.id,
			cut: part.cut !== null
		} satisfies MapPart);
	});
	const index = remember((_key, locale): string => {
		const stations = parts.flatMap((part) =>
			part.stations.map((id) => ({ ...info(id, locale), part: part.id }))
		);
		return JSON.stringify({ version, stations } satisfies StationIndex);
	});

	const words = remember((_key, locale): string => {
		const found = [...onMap].map(
			(id) => [id, newWords(exercises.get(id)?.load().brief[locale] ?? '')] as const
		);
		return JSON.stringify(
			Object.fromEntries(found.filter(([, list]) => list.length > 0)) satisfies StationWords
		);
	});

	return {
		home: (locale) => home('', locale),
		map: (locale, part) => page((parts.find(({ id }) => id === part) ?? parts[0]!).id, locale),
		index: (locale) => index('', locale),
		words: (locale) => words('', locale)
	};
}
