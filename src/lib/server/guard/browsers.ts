import { clientOf, networkOf, type Client } from './client.ts';

/** Browsers that are told apart in one network: two classes and their coaches. */
const BROWSERS = 64;
/** One that was heard of in this time keeps its place there. */
const KEPT_MS = 10 * 60_000;
const NETWORKS = 2000;

/** What a page's visit is called in its cookie: a random word, of this session of the browser only. */
export const VISIT_COOKIE = 'visit';
const isVisit = (value: string | undefined): value is string =>
	value !== undefined && /^[\w-]{16,64}$/.test(value);

/**
 * Tells the browsers behind one address apart, so that a class has a turn for each. Whoever sends no word, or one of too
 * many, shares one turn with all who do: inventing words gives nobody more than the address has.
 */
export function createBrowsers(now: () => number = () => performance.now()) {
	const networks = new Map<string, Map<string, number>>();

	function isKnown(network: string, visit: string): boolean {
		const browsers = networks.get(network) ?? new Map<string, number>();
		networks.delete(network);
		networks.set(network, browsers);
		if (networks.size > NETWORKS) networks.delete(networks.keys().next().value ?? '');
		if (!browsers.has(visit) && browsers.size >= BROWSERS) {
			const [oldest = '', seen = 0] = browsers.entries().next().value ?? [];
			if (now() - seen < KEPT_MS) return false;
			browsers.delete(oldest);
		}
		browsers.delete(visit);
		browsers.set(visit, now());
		return true;
	}

	/** `address`: as the server was told it; `visit`: the cookie's value. */
	return (address: string, visit: string | undefined): Client => {
		const network = networkOf(address) ?? 'unknown';
		return clientOf(network, isVisit(visit) && isKnown(network, visit) ? visit : 'any');
	};
}
