import type { Locale } from '$lib/contract/locale.ts';
import type { MapFile } from '$lib/contract/map.ts';
import type { ExerciseProgress, MapState } from '$lib/contract/progress.ts';
import { mapState } from '$lib/progress/map-state.ts';
import { mapView, type MapView, type StationInfo } from '$lib/ui/map/map-view.ts';

/** Where the learner stands on the map, ready to be drawn. */
export interface Journey {
	state: MapState;
	view: MapView;
}

export function journeyOf(
	data: { map: MapFile; stations: readonly StationInfo[]; locale: Locale },
	records: readonly ExerciseProgress[]
): Journey {
	const prerequisites = Object.fromEntries(data.stations.map(({ id, prerequisites }) => [id, prerequisites]));
	const state = mapState(data.map, prerequisites, records);
	return { state, view: mapView(data.map, data.stations, state, data.locale) };
}
