import type { Action } from '../act/action.ts';
import type { World } from '../state/world.ts';
import { kindOf, replay } from '../act/apply.ts';
import { ordered, sorted, type Id } from '../state/data.ts';

/** What each action of a log showed, as texts that can be compared. */
const shown = (start: World, log: readonly Action[]): string[] => replay(start, log).seen.map(ordered);

/**
 * At which action of a log each rival was ruled out: the first at which something else would have been seen in its world. Null:
 * it could still have been the cause at the end.
 */
export function ruledOut(
	start: World,
	rivals: Readonly<Record<Id, World>>,
	log: readonly Action[]
): Record<Id, number | null> {
	const real = shown(start, log);
	const out = sorted(rivals).map(([id, rival]) => {
		const seen = shown(rival, log);
		const at = real.findIndex((text, i) => text !== seen[i]);
		return [id, at < 0 ? null : at] as const;
	});
	return Object.fromEntries(out);
}

/** Rivals that could still have been the cause when the first repair began; none where nothing was repaired. */
export function standing(start: World, rivals: Readonly<Record<Id, World>>, log: readonly Action[]): Id[] {
	const first = log.findIndex((action) => kindOf(action) === 'repair');
	if (first < 0) return [];
	const out = ruledOut(start, rivals, log.slice(0, first));
	return Object.keys(out).filter((id) => out[id] === null);
}

/** Pairs of worlds that none of these actions can tell apart, each tried on its own: a case with one cannot be diagnosed. */
export function inseparable(worlds: Readonly<Record<Id, World>>, looks: readonly Action[]): [Id, Id][] {
	const seen = sorted(worlds).map(
		([id, world]) => [id, looks.map((look) => shown(world, [look])[0]).join('\n')] as const
	);
	return seen.flatMap(([a, ofA], i) =>
		seen.slice(i + 1).flatMap(([b, ofB]): [Id, Id][] => (ofA === ofB ? [[a, b]] : []))
	);
}

/** The fewest of these looks after which all rivals are ruled out, at most three of them; null: there is no such way. */
export function shortestDiagnosis(
	start: World,
	rivals: Readonly<Record<Id, World>>,
	looks: readonly Action[]
): Action[] | null {
	const rows = looks.map((look) => {
		const [real] = shown(start, [look]);
		return new Set(Object.keys(rivals).filter((id) => shown(rivals[id]!, [look])[0] !== real));
	});
	const rulesOutAll = (chosen: readonly number[]) =>
		Object.keys(rivals).every((id) => chosen.some((i) => rows[i]!.has(id)));
	let ways: number[][] = [[]];
	for (let size = 0; size <= 3; size++) {
		const found = ways.find(rulesOutAll);
		if (found) return found.map((i) => looks[i]!);
		ways = ways.flatMap((way) => looks.flatMap((_look, i) => (i > (way.at(-1) ?? -1) ? [[...way, i]] : [])));
	}
	return null;
}
