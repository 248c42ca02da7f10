import type { JourneySummary, MapPart, StationIndex, StationInfo } from '../contract/journey.ts';
import type { Locale } from '../contract/locale.ts';
import type { ExerciseProgress, MapState, StationState } from '../contract/progress.ts';
import { mapState } from './map-state.ts';

/** How far the learner is, and where the way goes on. */
export interface Standing {
	passed: number;
	total: number;
	points: number;
	/** Null when every station is passed. */
	next: (StationInfo & { href: string; state: StationState }) | null;
}

/** Where the learner stands on the map, or on a part of it. */
export interface Journey {
	/** On the whole map. */
	standing: Standing;
	/** Of the stations that are shown. */
	state: MapState;
}

type Stations = readonly StationInfo[];

function standingIn(stations: Stations, state: MapState, locale: Locale): Standing {
	const { passed, total, points } = state;
	const next = stations.find(({ id }) => id === state.next);
	const nextState = next && state.stations[next.id]?.state;
	return {
		passed,
		total,
		points,
		next: next && nextState ? { ...next, href: `/${locale}/${next.id}`, state: nextState } : null
	};
}

/**
 * How far a learner is on the whole map.
 * @param stations all of them; null where they are not needed yet, or not here yet: then a newcomer's standing
 */
export function standingOf(
	{ total, first, locale }: Pick<JourneySummary, 'total' | 'first'> & { locale: Locale },
	stations: Stations | null,
	records: readonly ExerciseProgress[]
): Standing {
	if (stations) return standingIn(stations, mapState(stations, records), locale);
	const next = first && { ...first, href: `/${locale}/${first.id}`, state: 'open' as const };
	return { passed: 0, total, points: 0, next };
}

/** @param index needed only where a part of the map is shown */
export function journeyOf(
	shown: Pick<MapPart, 'total' | 'first' | 'parts' | 'stations'> & { locale: Locale },
	index: StationIndex | null,
	records: readonly ExerciseProgress[]
): Journey {
	const all = shown.parts.length === 0 ? shown.stations : (index?.stations ?? null);
	const standing = standingOf(shown, all, records);
	return { standing, state: { ...mapState(shown.stations, records), next: standing.next?.id ?? null } };
}

/** Part → how many of its stations are passed. */
export function passedByPart(
	index: StationIndex | null,
	records: readonly ExerciseProgress[]
): ReadonlyMap<string, number> {
	const passed = new Set(records.filter((record) => record.passed).map(({ exerciseId }) => exerciseId));
	const counts = new Map<string, number>();
	for (const { id, part } of index?.stations ?? []) {
		counts.set(part, (counts.get(part) ?? 0) + (passed.has(id) ? 1 : 0));
	}
	return counts;
}
