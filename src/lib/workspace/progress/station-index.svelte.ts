import type { StationIndex } from '../../contract/journey.ts';
import type { Locale } from '../../contract/locale.ts';

/** Every station of the map, for somebody who has progress to count. */
export interface LoadedIndex {
	/** Null until it is here; it stays null where it cannot be had, and the page shows what it knows. */
	readonly current: StationIndex | null;
}

/**
 * Call while a component is being set up. Fetched once for each version of the catalogue and kept by the browser.
 * @param wanted null where it is not needed
 */
export function loadedIndex(wanted: () => { locale: Locale; version: string } | null): LoadedIndex {
	let current = $state.raw<StationIndex | null>(null);
	const key = $derived.by(() => {
		const one = wanted();
		return one && `${one.locale} ${one.version}`;
	});

	$effect(() => {
		if (key === null) return;
		const one = wanted();
		if (!one) return;
		const left = new AbortController();
		// Loaded apart: a newcomer's page has nothing to count.
		void import('./fetch-station-index.ts').then(async ({ fetchStationIndex, indexAddress }) => {
			const found = await fetchStationIndex((url, init) => fetch(url, init), indexAddress(one), left.signal);
			if (found && !left.signal.aborted) current = found;
		});
		return () => left.abort();
	});

	return {
		get current() {
			return current;
		}
	};
}
