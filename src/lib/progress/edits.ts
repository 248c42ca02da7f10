import type { Edits } from '../contract/progress.ts';

/** What is known of two texts by the edits behind them. `before`: the first is what the second was made from. */
export type Relation = 'same' | 'before' | 'after' | 'apart';

/**
 * How one text stands to another. No clock is asked: a device whose clock says 2015 has made its edits all the same.
 * Without any edit nothing is known of a text, so that it stands apart.
 */
export function relationOf(a: Edits, b: Edits): Relation {
	const devices = new Set([...Object.keys(a), ...Object.keys(b)]);
	if (Object.keys(a).length === 0 || Object.keys(b).length === 0) return 'apart';
	const more = [...devices].some((device) => (a[device] ?? 0) > (b[device] ?? 0));
	const fewer = [...devices].some((device) => (a[device] ?? 0) < (b[device] ?? 0));
	if (more && fewer) return 'apart';
	return more ? 'after' : fewer ? 'before' : 'same';
}

/** One edit more, on a device. */
export const countEdit = (edits: Edits, device: string): Edits => ({
	...edits,
	[device]: (edits[device] ?? 0) + 1
});

/** All edits behind either. */
export const joinEdits = (...all: readonly Edits[]): Edits => {
	const joined: Edits = {};
	for (const edits of all)
		for (const [device, count] of Object.entries(edits))
			joined[device] = Math.max(joined[device] ?? 0, count);
	return joined;
};
