import type { StationInfo } from '../contract/journey.ts';
import type { ExerciseProgress, MapState, StationState, StationView } from '../contract/progress.ts';

function stateOf(progress: ExerciseProgress | undefined, missing: readonly string[]): StationState {
	if (progress?.passed) return progress.passed;
	if (missing.length > 0) return 'locked';
	return progress && progress.attempts > 0 ? 'tried' : 'open';
}

/**
 * The state of the whole map, or of some stations of it. A pass of an older version of an exercise stays a pass.
 * @param stations in the map's order; their prerequisites stand on the map
 */
export function mapState(
	stations: readonly Pick<StationInfo, 'id' | 'prerequisites'>[],
	progress: readonly ExerciseProgress[]
): MapState {
	const done = new Map(progress.map((record) => [record.exerciseId, record]));
	const views: Record<string, StationView> = {};
	let next: string | null = null;
	let passed = 0;
	let points = 0;
	for (const { id, prerequisites } of stations) {
		const missing = prerequisites.filter((other) => !done.get(other)?.passed);
		const state = stateOf(done.get(id), missing);
		views[id] = { exerciseId: id, state, missing };
		if (state === 'open' || state === 'tried') next ??= id;
		if (state === 'practised' || state === 'verified') passed++;
		points += done.get(id)?.points ?? 0;
	}
	return { stations: views, next, passed, total: stations.length, points };
}
