import type { JourneySummary, MapPart, StationIndex, StationInfo } from '$lib/contract/journey.ts';
import type { Locale } from '$lib/contract/locale.ts';
import type { ExerciseProgress, MapState, StationState } from '$lib/contract/progress.ts';
import { mapState } from '$lib/progress/map-state.ts';
import { mapView, type MapView } from '$lib/ui/map/map-view.ts';

/** How far the learner is, and where the way goes on. */
export interface Standing {
	passed: number;
	total: number;
	points: number;
	/** Null when every station is passed. */
	next: (StationInfo & { href: string; state: StationState }) | null;
}

/** Where the learner stands on the map, ready to be drawn. */
export interface Journey {
	standing: Standing;
	view: MapView;
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
	{ total, first, locale }: JourneySummary & { locale: Locale },
	stations: Stations | null,
	records: readonly ExerciseProgress[]
): Standing {
	if (stations) return standingIn(stations, mapState(stations, records), locale);
	const next = first && { ...first, href: `/${locale}/${first.id}`, state: 'open' as const };
	return { passed: 0, total, points: 0, next };
}

/** @param index needed only where the page shows a part of the map */
export function journeyOf(
	data: MapPart & { locale: Locale },
	index: StationIndex | null,
	records: readonly ExerciseProgress[]
): Journey {
	const all = data.parts.length === 0 ? data.stations : (index?.stations ?? null);
	const standing = standingOf(data, all, records);
	const state = { ...mapState(data.stations, records), next: standing.next?.id ?? null };
	return { standing, view: mapView(data, state, data.locale) };
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
