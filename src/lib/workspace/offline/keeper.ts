import { BUILD_HEADER, cacheOf, isOurs } from './site-cache.ts';

/** What a page has. */
export interface KeeperParts {
	caches: Pick<CacheStorage, 'open'>;
	fetch(address: string, init: RequestInit): Promise<Response>;
	/** Of the page's own scripts: only what fits them is kept. */
	build: string;
}

/** `done`: all of it is here. `away`: no answer came. `full`: the device has no room. `changed`: another build is served by now. */
export type KeepEnd = 'done' | 'away' | 'full' | 'changed';

/** Puts answers into the cache of this page's build, one after another, behind everything that the page itself asks for. */
export class Keeper {
	readonly #parts: KeeperParts;

	constructor(parts: KeeperParts) {
		this.#parts = parts;
	}

	/** The addresses that are kept, without the origin; in the order in which they came. */
	async kept(): Promise<string[]> {
		const keys = await (await this.#cache()).keys();
		return keys.map(({ url }) => {
			const { pathname, search } = new URL(url);
			return pathname + search;
		});
	}

	async has(address: string): Promise<boolean> {
		return (await (await this.#cache()).match(address)) !== undefined;
	}

	/**
	 * Keeps what is not kept yet. Rejects when aborted.
	 * @param onKept called with how many of the addresses are here
	 */
	async keep(
		addresses: readonly string[],
		signal: AbortSignal,
		onKept: (count: number) => void = () => undefined
	): Promise<KeepEnd> {
		const cache = await this.#cache();
		let count = 0;
		for (const address of addresses) {
			signal.throwIfAborted();
			if (!(await cache.match(address))) {
				const end = await this.#keepOne(cache, address, signal);
				if (end !== 'done') return end;
			}
			onKept(++count);
		}
		return 'done';
	}

	/** Forgets suites of versions of an exercise that are gone, so that a device does not fill with them. */
	async forgetOlder(current: readonly string[]): Promise<void> {
		const wanted = new Set(current);
		const paths = new Set(current.filter(isSuite).map(pathOf));
		const cache = await this.#cache();
		for (const address of await this.kept())
			if (
				isSuite(address) &&
				paths.has(pathOf(address)) &&
				!wanted.has(address) &&
				sameLanguage(address, current)
			)
				await cache.delete(address);
	}

	async #keepOne(cache: Cache, address: string, signal: AbortSignal): Promise<KeepEnd> {
		let answer: Response;
		try {
			// A file that the browser has already comes from there, and past the worker, which would keep it a second time.
			const cache = isFile(address) ? 'force-cache' : 'default';
			answer = await this.#parts.fetch(address, { signal, cache, priority: 'low' });
		} catch {
			signal.throwIfAborted();
			return 'away';
		}
		if (!isOurs(answer)) return 'away';
		const build = answer.headers.get(BUILD_HEADER);
		if (!answer.ok || answer.redirected || (!isFile(address) && build !== this.#parts.build)) {
			return answer.ok ? 'changed' : 'away';
		}
		try {
			await cache.put(address, answer);
			return 'done';
		} catch (error) {
			return (error as Error).name === 'QuotaExceededError' ? 'full' : 'away';
		}
	}

	#cache(): Promise<Cache> {
		return this.#parts.caches.open(cacheOf(this.#parts.build));
	}
}

const isFile = (address: string): boolean => address.startsWith('/_app/immutable/');
const isSuite = (address: string): boolean => address.startsWith('/api/suite/');
const pathOf = (address: string): string => address.split('?')[0] ?? address;
const languageOf = (address: string): string | null => new URLSearchParams(address.split('?')[1]).get('lang');
const sameLanguage = (address: string, others: readonly string[]): boolean =>
	others.some((other) => pathOf(other) === pathOf(address) && languageOf(other) === languageOf(address));
