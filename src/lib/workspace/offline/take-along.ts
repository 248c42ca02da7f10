import type { Locale } from '../../contract/locale.ts';
import type { StationParts } from '../../contract/station-parts.ts';
import { askParts } from './ask-parts.ts';
import type { KeepEnd } from './keeper.ts';
import { stationAddresses } from './site-cache.ts';
import { engineAddresses, keepEngines, siteKeeper, startWorker } from './site-keeper.ts';

/** What a section is, before it is taken along. */
export interface Parcel {
	stations: readonly StationParts[];
	/** What is still to come over the line; 0 where all of it is here. */
	bytes: number;
}

const ask = (address: string, init?: RequestInit): Promise<Response> => fetch(address, init);

/** Whether this browser can keep pages. */
export const canTakeAlong = (): boolean => siteKeeper() !== null;

/** Null where it cannot be known now: without a network, or where this browser keeps no pages. */
export async function weigh(
	locale: Locale,
	ids: readonly string[],
	signal: AbortSignal
): Promise<Parcel | null> {
	const keeper = siteKeeper();
	const stations = keeper && (await askParts(ask, locale, ids, signal));
	if (!stations) return null;
	const kept = new Set(await keeper.kept());
	const missing = stations.filter((part) =>
		stationAddresses(locale, part).some((address) => !kept.has(address))
	);
	const engines = engineAddresses(stations).filter((address) => !kept.has(address));
	const weights = await Promise.all(engines.map((address) => weightOf(address, signal)));
	const bytes = [...missing.map((part) => part.bytes), ...weights].reduce<number | null>(
		(sum, one) => (sum === null || one === null ? null : sum + one),
		0
	);
	return bytes === null ? null : { stations, bytes };
}

/** Of a file, as it comes over the line, in bytes; null where it cannot be had now. */
async function weightOf(address: string, signal: AbortSignal): Promise<number | null> {
	const answer = await ask(address, { method: 'HEAD', signal }).catch(() => null);
	signal.throwIfAborted();
	return answer?.ok ? Number(answer.headers.get('content-length') ?? 0) : null;
}

/** @param onKept called with the share that is here, 0 to 1 */
export async function takeAlong(
	locale: Locale,
	{ stations }: Parcel,
	signal: AbortSignal,
	onKept: (share: number) => void
): Promise<KeepEnd> {
	const keeper = siteKeeper();
	if (!keeper) return 'away';
	await startWorker();
	// Without being asked some browsers forget first what they know least about; they may say no.
	await navigator.storage?.persist?.().catch(() => false);
	const addresses = stations.flatMap((part) => stationAddresses(locale, part));
	const total = addresses.length + engineAddresses(stations).length;
	const end = await keeper.keep(addresses, signal, (count) => onKept(count / total));
	if (end !== 'done') return end;
	return keepEngines(keeper, stations, signal, (count) => onKept((addresses.length + count) / total));
}
