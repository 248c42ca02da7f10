import type { MapFile, MapStation } from '../contract/map.ts';
import type { ExerciseProgress, MapState, StationState, StationView } from '../contract/progress.ts';

/** Every station of the map, in line order. */
const stationsOf = (map: MapFile): MapStation[] =>
	map.lines.flatMap((line) => line.sections.flatMap((section) => section.stations));

function stateOf(progress: ExerciseProgress | undefined, missing: readonly string[]): StationState {
	if (progress?.passed) return progress.passed;
	if (missing.length > 0) return 'locked';
	return progress && progress.attempts > 0 ? 'tried' : 'open';
}

/**
 * The state of the whole map. A pass of an older version of an exercise stays a pass.
 * @param prerequisites exercise id → its own prerequisites; the map's stations may add more
 */
export function mapState(
	map: MapFile,
	prerequisites: Readonly<Record<string, readonly string[]>>,
	progress: readonly ExerciseProgress[]
): MapState {
	const stations = stationsOf(map);
	const onMap = new Set(stations.map((station) => station.exercise));
	const done = new Map(progress.map((record) => [record.exerciseId, record]));
	const views: Record<string, StationView> = {};
	for (const station of stations) {
		const id = station.exercise;
		const needed = new Set([...(prerequisites[id] ?? []), ...station.prerequisites]);
		// A prerequisite without a station cannot be reached, so it must not lock anything for ever.
		const missing = [...needed].filter((other) => onMap.has(other) && !done.get(other)?.passed);
		views[id] = { exerciseId: id, state: stateOf(done.get(id), missing), missing };
	}
	const inOrder = Object.values(views);
	return {
		stations: views,
		next: inOrder.find((view) => view.state === 'open' || view.state === 'tried')?.exerciseId ?? null,
		passed: inOrder.filter((view) => view.state === 'practised' || view.state === 'verified').length,
		total: inOrder.length,
		points: inOrder.reduce((sum, view) => sum + (done.get(view.exerciseId)?.points ?? 0), 0)
	};
}

/** The stations that were locked before and are open now, in line order: what a pass has opened. */
export function openedBy(before: MapState, after: MapState): string[] {
	const isOpen = (state: StationState): boolean => state === 'open' || state === 'tried';
	return Object.values(after.stations)
		.filter((view) => before.stations[view.exerciseId]?.state === 'locked' && isOpen(view.state))
		.map((view) => view.exerciseId);
}
