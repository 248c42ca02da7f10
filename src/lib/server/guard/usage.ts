/** Clients that are remembered: who was heard of longest ago is forgotten first, so that names cannot fill the memory. */
const CLIENTS = 10_000;
/** Half of what somebody used is forgiven after this long: a class that comes back is not last for ever. */
const HALF_LIFE_MS = 60_000;

/** Seconds of processors that clients took, lately. */
export interface Usage {
	/** Seconds, as they count now. */
	used(name: string): number;
	charge(name: string, seconds: number): void;
}

/** `now`: milliseconds of a clock that never goes back. */
export function createUsage(now: () => number = () => performance.now()): Usage {
	const known = new Map<string, { seconds: number; at: number }>();

	function used(name: string): number {
		const one = known.get(name);
		return one ? one.seconds * 0.5 ** ((now() - one.at) / HALF_LIFE_MS) : 0;
	}
	return {
		used,
		charge(name, seconds) {
			const sum = used(name) + seconds;
			known.delete(name);
			known.set(name, { seconds: sum, at: now() });
			if (known.size > CLIENTS) known.delete(known.keys().next().value ?? '');
		}
	};
}
