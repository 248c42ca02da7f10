import { LOCALES } from '../../contract/locale.ts';
import type { StationParts } from '../../contract/station-parts.ts';
import { suiteAddress } from '../run/suite-address.ts';

/** Every answer that is made for a request says by which build; files of a build have their content's hash in their name. */
export const BUILD_HEADER = 'x-passerelle-build';
/**
 * Every answer of ours isolates its page, files and refusals included (src/lib/server/front/headers.mjs). What a Wi-Fi's sign-in
 * page, a filter or a proxy says in our place does not.
 */
export const isOurs = (answer: Response): boolean =>
	answer.headers.get('cross-origin-embedder-policy') === 'require-corp';
/** Written by the last step of a build: what pages need of it, without the full editor, the compiler and the engines. */
export const SHELL_ADDRESS = '/shell.json';
/** Shown in the place of a page that is not on this device. */
export const AWAY_PAGE = '/offline.html';
const PREFIX = 'passerelle-';
/** One cache for each build: what is in it fits together. */
export const cacheOf = (build: string): string => PREFIX + build;
export const isSiteCache = (name: string): boolean => name.startsWith(PREFIX);

export type Route = 'file' | 'start' | 'page' | 'data' | 'suite' | 'index';

/** The part of a request that its route depends on. */
export type Asked = Pick<Request, 'method' | 'mode' | 'url'> & Partial<Pick<Request, 'cache'>>;

const PAGE = new RegExp(`^/(?:${LOCALES.join('|')})(?:/map|/[a-z][a-z0-9-]*/[a-z0-9-]+)?$`);
const DATA = '/__data.json';

/**
 * What a request is for; null where the network alone answers. A suite is for a page's run: an address that somebody
 * typed, or another site's link, meets the server's own refusal.
 * @param shell paths of files whose names have no hash
 */
export function routeOf(
	{ method, mode, url, cache }: Asked,
	origin: string,
	shell: ReadonlySet<string>
): Route | null {
	const { origin: from, pathname } = new URL(url);
	if (from !== origin) return null;
	// The page asks whether another page can be reached before it goes there.
	if (method === 'HEAD') return PAGE.test(pathname) ? 'page' : null;
	// `force-cache`: the page keeps it itself (keeper.ts).
	if (method !== 'GET' || cache === 'force-cache') return null;
	if (mode === 'navigate') return pathname === '/' ? 'start' : PAGE.test(pathname) ? 'page' : null;
	if (pathname.startsWith('/_app/immutable/') || shell.has(pathname)) return 'file';
	if (pathname.startsWith('/api/suite/')) return 'suite';
	if (pathname.endsWith(DATA) && PAGE.test(pathname.slice(0, -DATA.length))) return 'data';
	return /^\/[a-z]{2}\/map\/(?:stations|words)\.json$/.test(pathname) ? 'index' : null;
}

/** Where an answer is kept: what only changes how a page looks is no part of it. */
export function keyOf(route: Route, url: string): string {
	const { pathname, search, searchParams } = new URL(url);
	if (route === 'suite') return pathname + search;
	const part = route === 'page' ? searchParams.get('part') : null;
	return part === null ? pathname : `${pathname}?part=${encodeURIComponent(part)}`;
}

/** The addresses of a page and of what a link to it asks for. */
export const pageAddresses = (path: string): string[] => [path, path + DATA];

/** Everything that a station's page asks for, in its language; the suites under the addresses that runs use. */
export function stationAddresses(locale: string, parts: StationParts): string[] {
	const kinds = parts.examples ? (['hidden', 'examples'] as const) : (['hidden'] as const);
	return [
		...pageAddresses(`/${locale}/${parts.id}`),
		...kinds.map((kind) => suiteAddress(parts, kind, locale))
	];
}

/** The stations of which a cache has the page in a language. */
export function stationsKept(paths: readonly string[], locale: string): string[] {
	const page = new RegExp(`^/${locale}/([a-z][a-z0-9-]*/[a-z0-9-]+)$`);
	return paths.flatMap((path) => page.exec(path)?.[1] ?? []);
}
