import type { StationIndex } from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';
import { isStationIndex } from '../../contract/station-index.ts';

type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** The browser keeps it: the address changes with the catalogue. */
export const indexAddress = ({ locale, version }: { locale: Locale; version: string }): string =>
	`/${locale}/map/stations.json?v=${version}`;

/** Null where it cannot be had now, or is none; never rejects. */
export async function fetchStationIndex(
	fetch: Fetch,
	address: string,
	signal: AbortSignal
): Promise<StationIndex | null> {
	try {
		const response = await fetch(address, { signal });
		const sent: unknown = response.ok ? await response.json() : null;
		return isStationIndex(sent) ? sent : null;
	} catch {
		return null;
	}
}
