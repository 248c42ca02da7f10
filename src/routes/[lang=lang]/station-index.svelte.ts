import type { StationIndex } from '$lib/contract/journey.ts';
import type { Locale } from '$lib/contract/locale.ts';

/** Every station of the map, for somebody who has progress to count. */
export interface LoadedIndex {
	/** Null until it is here; it stays null where it cannot be had, and the page shows what it knows. */
	readonly current: StationIndex | null;
}

/**
 * Call while a component is being set up. Fetched once for each version of the catalogue and kept by the browser.
 * @param wanted null where it is not needed
 */
export function stationIndex(wanted: () => { locale: Locale; version: string } | null): LoadedIndex {
	let current = $state.raw<StationIndex | null>(null);
	const address = $derived.by(() => {
		const one = wanted();
		return one && `/${one.locale}/map/stations.json?v=${one.version}`;
	});

	$effect(() => {
		if (address === null) return;
		const life = new AbortController();
		fetch(address, { signal: life.signal })
			.then(async (response) => {
				if (response.ok) current = (await response.json()) as StationIndex;
			})
			.catch(() => undefined);
		return () => life.abort();
	});

	return {
		get current() {
			return current;
		}
	};
}
