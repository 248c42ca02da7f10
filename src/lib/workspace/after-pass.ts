import type { MapFile } from '../contract/map.ts';
import type { ExerciseProgress } from '../contract/progress.ts';
import { mapState, openedBy } from '../progress/map-state.ts';

export interface AfterPass {
	/** Exercises that this pass opened. */
	opened: string[];
	/** Where to go: what was opened first, else what is next on the map; null when all is done. */
	next: string | null;
}

/**
 * What a pass changes on the map.
 * @param all progress as it was before the pass
 */
export function afterPass(
	map: MapFile,
	prerequisites: Readonly<Record<string, readonly string[]>>,
	all: readonly ExerciseProgress[],
	passed: ExerciseProgress
): AfterPass {
	const before = mapState(map, prerequisites, all);
	const others = all.filter(({ exerciseId }) => exerciseId !== passed.exerciseId);
	const after = mapState(map, prerequisites, [...others, passed]);
	const opened = openedBy(before, after);
	return { opened, next: opened[0] ?? after.next };
}

/** Prerequisites of an exercise that are not passed yet. */
export const missingFor = (
	exerciseId: string,
	map: MapFile,
	prerequisites: Readonly<Record<string, readonly string[]>>,
	all: readonly ExerciseProgress[]
): readonly string[] => {
	const view = mapState(map, prerequisites, all).stations[exerciseId];
	return view?.state === 'locked' ? view.missing : [];
};
