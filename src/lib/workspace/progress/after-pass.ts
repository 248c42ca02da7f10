import type { StationAhead, StationLink } from '../../contract/around.ts';
import type { ExerciseProgress } from '../../contract/progress.ts';

export interface AfterPass {
	/** Stations that this pass opened. */
	opened: readonly StationLink[];
	/** Where to go: what was opened first, else the next open station ahead; null where there is none. */
	next: StationLink | null;
}

const passedOf = (all: readonly ExerciseProgress[]): Set<string> =>
	new Set(all.filter(({ passed }) => passed !== null).map(({ exerciseId }) => exerciseId));

/**
 * What a pass changes on the map.
 * @param all progress as it was before the pass
 */
export function afterPass(
	exerciseId: string,
	ahead: readonly StationAhead[],
	all: readonly ExerciseProgress[]
): AfterPass {
	const before = passedOf(all);
	const after = new Set(before).add(exerciseId);
	const open = ahead.filter(
		({ id, prerequisites }) => !after.has(id) && prerequisites.every((other) => after.has(other))
	);
	const opened = before.has(exerciseId)
		? []
		: open.filter(({ prerequisites }) => prerequisites.includes(exerciseId));
	return { opened, next: opened[0] ?? open[0] ?? null };
}

/** Prerequisites of an exercise that are not passed yet; none once the exercise itself is. */
export function missingFor(
	exerciseId: string,
	prerequisites: readonly StationLink[],
	all: readonly ExerciseProgress[]
): readonly StationLink[] {
	const passed = passedOf(all);
	return passed.has(exerciseId) ? [] : prerequisites.filter(({ id }) => !passed.has(id));
}
