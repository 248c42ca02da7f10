import type { Around } from '../../contract/around.ts';

/** More than anybody reads after a pass; what a page is sent must not grow with the map. */
const MAX_OPENED = 20;
/** Enough to find one that is open and not passed yet. */
const MAX_FOLLOWING = 20;

/**
 * What the page of each exercise knows of the map. Costs one pass over the map, and for each exercise no more than it
 * sends.
 * @param order every exercise of the map, in its order
 * @param needs all prerequisites of an exercise, its own and the map's
 */
export function aroundOf(
	order: readonly string[],
	needs: (id: string) => readonly string[]
): (id: string, titleOf: (id: string) => string) => Around {
	const place = new Map(order.map((id, index) => [id, index]));
	// A prerequisite without a station cannot be reached, so it must not lock anything for ever.
	const prerequisites = new Map(
		order.map((id) => [id, [...new Set(needs(id))].filter((other) => place.has(other))])
	);
	const opens = new Map<string, string[]>();
	for (const [id, others] of prerequisites) {
		for (const other of others) {
			const list = opens.get(other);
			if (list) list.push(id);
			else opens.set(other, [id]);
		}
	}
	return (id, titleOf) => {
		const at = place.get(id);
		if (at === undefined) return { prerequisites: [], ahead: [] };
		// After the last station of the map comes its first: somebody may have begun in the middle.
		const following = Array.from(
			{ length: Math.min(MAX_FOLLOWING, order.length - 1) },
			(_, step) => order[(at + 1 + step) % order.length]!
		);
		const ahead = new Set([...(opens.get(id) ?? []).slice(0, MAX_OPENED), ...following]);
		const link = (other: string) => ({ id: other, title: titleOf(other) });
		return {
			prerequisites: (prerequisites.get(id) ?? []).map(link),
			ahead: [...ahead].map((other) => ({ ...link(other), prerequisites: prerequisites.get(other) ?? [] }))
		};
	};
}
