import type { Client } from './client.ts';
import { createUsage } from './usage.ts';

/** Places that are kept for clients whose turns are quick. */
export interface KeptPlaces {
	/** Of all; at least one must be left for long turns. */
	places: number;
	/** A turn that takes longer is a long one. */
	quickMs: number;
}

/** Places are kept as long as quick ones come: after this long without any, all places are for all. */
const KEPT_MS = 10_000;

/**
 * Whose turns take long: a client that had a long one lately, until as much of it is forgiven that half a quick turn is left
 * (3.5 minutes for one of 3 s, where a quick one is half a second). Seconds of quick turns count for nothing, however many:
 * they hold a place from nobody. `now`: milliseconds of a clock that never goes back.
 */
export function createLongTurns({ places, quickMs }: KeptPlaces, now: () => number) {
	const usage = createUsage(now);
	let lastQuick = -Infinity;

	const isOver = (ms: number): boolean => ms >= quickMs;
	return {
		places,
		isOver,
		/** Infinity where it is. */
		msUntilOver: (ms: number): number => (isOver(ms) ? Infinity : quickMs - ms),
		isLong: (client: Client): boolean => usage.used(client) * 1000 >= quickMs / 2,
		took(client: Client, ms: number): void {
			if (isOver(ms)) usage.charge(client, ms / 1000);
		},
		quickOneCame: () => void (lastQuick = now()),
		isKept: (): boolean => now() - lastQuick < KEPT_MS
	};
}
