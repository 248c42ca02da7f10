import type { ExerciseProgress } from '../contract/progress.ts';

/**
 * The next stations on each line: the first that are not passed, in the map's order.
 * @param ids of every station of the map, in its order; the first part of an id is its line
 */
export function nextOnEachLine(
	ids: readonly string[],
	records: readonly ExerciseProgress[],
	count: number
): string[] {
	const passed = new Set(records.filter((one) => one.passed).map(({ exerciseId }) => exerciseId));
	const taken = new Map<string, number>();
	return ids.filter((id) => {
		const line = id.split('/')[0] ?? id;
		const before = taken.get(line) ?? 0;
		if (passed.has(id) || before >= count) return false;
		taken.set(line, before + 1);
		return true;
	});
}
