import { oneLine } from '../../coach-words/problem-words.ts';
import { kinds } from '../../kinds/kinds.ts';
import type { Catalog } from './catalog.ts';

/** What another reading found. */
export type Reloaded =
	| {
			ok: true;
			catalog: Catalog;
			added: readonly string[];
			changed: readonly string[];
			removed: readonly string[];
	  }
	/** Nothing was changed, and why. */
	| { ok: false; reason: string };

/** A catalogue that can be read again while the site goes on. */
export interface LiveCatalog {
	/** The newest whole one. Who does several things for one request asks once. Rejects while there is none. */
	current(): Promise<Catalog>;
	/**
	 * Reads again; until the new catalogue is ready the old one serves. Nothing changes where no folder, or not every
	 * folder that was served, can be read. Calls during a reading share one more reading after it. Never rejects.
	 */
	reload(): Promise<Reloaded>;
}

function compare(before: Catalog, after: Catalog): Omit<Extract<Reloaded, { ok: true }>, 'ok' | 'catalog'> {
	const ids = after.ids();
	return {
		added: ids.filter((id) => before.hash(id) === null),
		changed: ids.filter((id) => before.hash(id) !== null && before.hash(id) !== after.hash(id)),
		removed: before.ids().filter((id) => after.hash(id) === null)
	};
}

export function createLiveCatalog(open: () => Promise<Catalog>): LiveCatalog {
	let served: Promise<Catalog> | undefined;
	let reading: Promise<Reloaded> | undefined;
	let waiting: Promise<Reloaded> | undefined;

	function current(): Promise<Catalog> {
		if (!served) {
			const first = open();
			served = first;
			// The next request tries again.
			first.catch(() => served === first && (served = undefined));
		}
		return served;
	}

	async function read(): Promise<Reloaded> {
		try {
			const before = await current().catch(() => null);
			const catalog = await open();
			const lost = catalog.unread.filter(({ folder }) => before?.roots.includes(folder));
			if (lost.length > 0) {
				const problems = lost.flatMap((one) => one.problems.map((problem) => oneLine(problem, kinds)));
				return { ok: false, reason: problems.join('\n') };
			}
			served = Promise.resolve(catalog);
			const nothing = { added: catalog.ids(), changed: [], removed: [] };
			return { ok: true, catalog, ...(before ? compare(before, catalog) : nothing) };
		} catch (error) {
			return { ok: false, reason: error instanceof Error ? error.message : String(error) };
		}
	}

	function start(): Promise<Reloaded> {
		reading = read().finally(() => (reading = undefined));
		return reading;
	}

	return {
		current,
		reload() {
			if (waiting) return waiting;
			if (!reading) return start();
			waiting = reading.then(() => {
				waiting = undefined;
				return start();
			});
			return waiting;
		}
	};
}
