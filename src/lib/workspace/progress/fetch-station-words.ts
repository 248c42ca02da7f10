import type { StationWords } from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';
import { isStationWords } from '../../contract/station-index.ts';

/** The browser keeps it: the address changes with the catalogue. */
const wordsAddress = ({ locale, version }: { locale: Locale; version: string }): string =>
	`/${locale}/map/words.json?v=${version}`;

/** Null where they cannot be had now; never rejects. */
export async function fetchStationWords(
	fetch: (url: string) => Promise<Response>,
	of: { locale: Locale; version: string }
): Promise<StationWords | null> {
	try {
		const response = await fetch(wordsAddress(of));
		const sent: unknown = response.ok ? await response.json() : null;
		return isStationWords(sent) ? sent : null;
	} catch {
		return null;
	}
}
