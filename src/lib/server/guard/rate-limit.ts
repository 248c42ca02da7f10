/** How many clients are remembered: the oldest go first, so that addresses cannot fill the memory. */
const CLIENTS = 10_000;

/**
 * A token bucket per client: `burst` at once, then `perSecond`. Returns 0 when the request may go on,
 * else the seconds to wait.
 */
export function createRateLimit({ burst, perSecond }: { burst: number; perSecond: number }) {
	const buckets = new Map<string, { tokens: number; at: number }>();
	return (client: string, now: number = performance.now()): number => {
		const known = buckets.get(client);
		const tokens = Math.min(
			burst,
			(known?.tokens ?? burst) + ((now - (known?.at ?? now)) / 1000) * perSecond
		);
		buckets.delete(client);
		buckets.set(client, { tokens: Math.max(0, tokens - 1), at: now });
		if (buckets.size > CLIENTS) buckets.delete(buckets.keys().next().value ?? '');
		return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
	};
}
