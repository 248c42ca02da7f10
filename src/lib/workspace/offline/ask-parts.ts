import type { Locale } from '../../contract/locale.ts';
import { areStationParts, MOST_STATIONS, type StationParts } from '../../contract/station-parts.ts';

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Null where it cannot be had now. Rejects when aborted. */
export async function askParts(
	fetch: Fetch,
	locale: Locale,
	ids: readonly string[],
	signal: AbortSignal
): Promise<StationParts[] | null> {
	const found: StationParts[] = [];
	for (let at = 0; at < ids.length; at += MOST_STATIONS) {
		const query = new URLSearchParams({ ids: ids.slice(at, at + MOST_STATIONS).join(',') });
		const sent: unknown = await fetch(`/${locale}/map/parts.json?${query}`, { signal, priority: 'low' })
			.then((answer) => (answer.ok ? answer.json() : null))
			.catch(() => null);
		signal.throwIfAborted();
		if (!areStationParts(sent)) return null;
		found.push(...sent);
	}
	return found;
}
