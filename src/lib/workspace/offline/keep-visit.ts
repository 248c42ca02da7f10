import type { Locale } from '../../contract/locale.ts';
import { isStationIndex } from '../../contract/station-index.ts';
import { nextOnEachLine } from '../../progress/next-stations.ts';
import { openStorage } from '../storage/storage.ts';
import { whenIdle } from '../when-idle.ts';
import { askParts } from './ask-parts.ts';
import type { Keeper } from './keeper.ts';
import { pageAddresses, stationAddresses, stationsKept } from './site-cache.ts';
import { keepEngines, siteKeeper, startWorker } from './site-keeper.ts';

/** How many stations of each line are kept ahead. */
const AHEAD = 3;

/** What is visited. */
export interface Visit {
	locale: Locale;
	/** Of the page. */
	path: string;
}

/**
 * Keeps what this visit may need without a network: the worker that answers then, home, the map, every station that was
 * opened, and the next ones on each line. Call when the page is quiet. Resolves where something cannot be had: the next
 * visit tries again. Rejects when aborted.
 */
export async function keepVisit({ locale, path }: Visit, signal: AbortSignal): Promise<void> {
	const keeper = siteKeeper();
	if (!keeper) return;
	await whenIdle(signal);
	await startWorker();
	// One tab and one visit at a time: what one has kept the next need not ask for.
	await navigator.locks.request('passerelle-keep', { signal }, () =>
		keepAll(keeper, { locale, path }, signal)
	);
}

async function keepAll(keeper: Keeper, { locale, path }: Visit, signal: AbortSignal): Promise<void> {
	const index = `/${locale}/map/stations.json`;
	const shell = [`/${locale}`, `/${locale}/map`].flatMap(pageAddresses);
	// What stations explain, for a search.
	const words = `/${locale}/map/words.json`;
	if ((await keeper.keep([...shell, index, words], signal)) !== 'done') return;
	const ids = await wanted(keeper, index, locale, path, signal);
	const parts = await askParts((address, init) => fetch(address, init), locale, ids, signal);
	if (!parts) return;
	const addresses = parts.flatMap((part) => stationAddresses(locale, part));
	if ((await keeper.keep(addresses, signal)) !== 'done') return;
	await keeper.forgetOlder(addresses);
	if (!savesData()) await keepEngines(keeper, parts, signal);
}

/** The station that is open, those that were, and, where data costs nothing extra, those that come next. */
async function wanted(
	keeper: Keeper,
	index: string,
	locale: Locale,
	path: string,
	signal: AbortSignal
): Promise<string[]> {
	const opened = stationsKept([path, ...(await keeper.kept())], locale);
	if (savesData()) return [...new Set(opened)];
	const sent: unknown = await fetch(index, { signal }).then((answer) => answer.json());
	const stations = isStationIndex(sent) ? sent.stations.map(({ id }) => id) : [];
	const storage = await openStorage();
	const records = await storage.allProgress().finally(() => storage.close());
	// On visits where the worker did not come whole, or before the browser forgot what it kept.
	const begun = records.map(({ exerciseId }) => exerciseId).filter((id) => stations.includes(id));
	return [...new Set([...opened, ...begun, ...nextOnEachLine(stations, records, AHEAD)])];
}

/** The person asked their browser to save data. */
const savesData = (): boolean =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
