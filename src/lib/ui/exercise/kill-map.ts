import type { BugResult, KillMap } from '../../contract/kill-map.ts';
import type { ShownBug } from '../../contract/shown-bug.ts';

/** A bug as it is spoken of. */
export interface NumberedBug {
	/** From 1, in the order of the kill map: the same from one check to the next. */
	number: number;
	result: BugResult;
	/** Null where only its id is known. */
	bug: ShownBug | null;
}

export function numbered(kills: KillMap, bugs: readonly ShownBug[]): NumberedBug[] {
	const byId = new Map(bugs.map((bug) => [bug.id, bug]));
	return kills.bugs.map((result, index) => ({ number: index + 1, result, bug: byId.get(result.id) ?? null }));
}

/** Numbers of the bugs that a test catches. */
export const catchesOf = (all: readonly NumberedBug[], test: number): number[] =>
	all.filter(({ result }) => result.by.includes(test)).map(({ number }) => number);

/** Whether all that a test catches, and it catches something, is caught by other tests as well. */
export function isRedundant(all: readonly NumberedBug[], test: number): boolean {
	const own = all.filter(({ result }) => result.by.includes(test));
	return own.length > 0 && own.every(({ result }) => result.by.length > 1);
}
