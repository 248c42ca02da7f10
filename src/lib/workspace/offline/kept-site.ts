import {
	AWAY_PAGE,
	BUILD_HEADER,
	cacheOf,
	isOurs,
	isSiteCache,
	keyOf,
	routeOf,
	SHELL_ADDRESS,
	type Asked,
	type Route
} from './site-cache.ts';

/** Longer than this nobody waits for a page that is on the device already: the line is as good as gone. */
const PATIENCE_MS = 5000;

/** What a service worker has, and a test imitates. */
export interface SiteParts {
	caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;
	fetch(request: Request | string, init?: RequestInit): Promise<Response>;
	/** Of this worker, and of the pages that it may keep. */
	build: string;
	/** Of the site. */
	origin: string;
	patienceMs?: number;
}

interface Shell {
	build: string;
	files: readonly string[];
}

/**
 * The site as this device keeps it, for one build. A file of a build never changes, so that it comes from the device;
 * everything else is asked for first and comes from the device only where no answer comes. What another build made is passed
 * on and never kept: the build's own worker does that.
 */
export class KeptSite {
	readonly #parts: SiteParts;
	#shell: ReadonlySet<string> = new Set(['/favicon.svg', '/manifest.webmanifest']);
	/** Caches of builds whose place this one took. */
	#gone: readonly string[] = [];

	constructor(parts: SiteParts) {
		this.#parts = parts;
	}

	/** Rejects where anything is missing: a build is kept whole, or the one before goes on. */
	async install(): Promise<void> {
		const { caches, build } = this.#parts;
		const cache = await caches.open(cacheOf(build));
		const answer = await this.#parts.fetch(SHELL_ADDRESS, { cache: 'no-cache' });
		const shell = (await answer.json()) as Shell;
		if (!answer.ok || shell.build !== build) throw new Error('Another build is being served by now');
		for (const path of shell.files) {
			if (await cache.match(path)) continue;
			const known = path.startsWith('/_app/immutable/') ? await caches.match(path) : undefined;
			const file = known ?? (await this.#parts.fetch(path));
			if (!file.ok || !isOurs(file)) throw new Error(`${path}: ${file.status}`);
			await cache.put(path, file);
		}
		await this.#carryOver(cache);
	}

	/** Takes the place of every other build. */
	async activate(): Promise<void> {
		const { caches, build } = this.#parts;
		this.#gone = (await caches.keys()).filter((name) => isSiteCache(name) && name !== cacheOf(build));
		await this.#forgetGone();
	}

	/** Again with each page: a worker or a page of before that was still putting something away has opened its cache anew. */
	async #forgetGone(): Promise<void> {
		await Promise.all(this.#gone.map((name) => this.#parts.caches.delete(name)));
	}

	/** Null where the browser is to ask the network itself. `after`: work that goes on behind the answer. */
	answer(request: Asked & Request, after: (work: Promise<unknown>) => void): Promise<Response> | null {
		const route = routeOf(request, this.#parts.origin, this.#shell);
		if (!route) return null;
		return route === 'file' ? this.#file(request, after) : this.#fresh(route, request, after);
	}

	async #file(request: Request, after: (work: Promise<unknown>) => void): Promise<Response> {
		// Under the same name every build has the same file: also that of a page which is open since before.
		const kept = await this.#parts.caches.match(request.url);
		if (kept) return kept;
		const answer = await this.#parts.fetch(request);
		if (answer.ok && isOurs(answer) && request.url.includes('/_app/immutable/')) {
			const copy = answer.clone();
			after(this.#own().then((cache) => put(cache, request.url, copy)));
		}
		return answer;
	}

	async #fresh(
		route: Exclude<Route, 'file'>,
		request: Request,
		after: (work: Promise<unknown>) => void
	): Promise<Response> {
		if (route === 'page') after(this.#forgetGone());
		const coming = this.#parts.fetch(request).then((answer) => {
			if (!isOurs(answer) && !isForPerson(request, answer)) throw new NotOurs(answer);
			after(this.#keep(route, request, answer));
			return answer;
		});
		after(coming.catch(() => undefined));
		const kept = () => this.#kept(route, request);
		const waits = route === 'page' || route === 'data' || route === 'suite';
		try {
			return await (waits ? orSooner(coming, kept, this.#parts.patienceMs ?? PATIENCE_MS) : coming);
		} catch (error) {
			const found = (await kept()) ?? (await this.#instead(request, error));
			if (!found) throw error;
			return request.method === 'HEAD' ? new Response(null, { headers: found.headers }) : found;
		}
	}

	async #keep(route: Route, request: Request, answer: Response): Promise<void> {
		if (answer.headers.get(BUILD_HEADER) !== this.#parts.build) return;
		// A link's data is only what the open page lacks: a page keeps the whole (keeper.ts).
		if (route === 'data' || route === 'start' || request.method !== 'GET') return;
		if (!answer.ok || answer.redirected) return;
		const copy = answer.clone();
		await put(await this.#own(), keyOf(route, request.url), copy);
	}

	async #kept(route: Route, request: Request): Promise<Response | undefined> {
		const cache = await this.#own();
		if (route === 'start') return this.#home(cache);
		const key = keyOf(route, request.url);
		return (await cache.match(key)) ?? (await cache.match(key.split('?')[0] ?? key));
	}

	/** The home page in the language that was visited last. */
	async #home(cache: Cache): Promise<Response | undefined> {
		const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
		const home = paths.findLast((path) => /^\/[a-z]{2}$/.test(path));
		return home === undefined ? undefined : Response.redirect(this.#parts.origin + home, 302);
	}

	/** Where nothing is kept. A page: a sentence of ours, and not the browser's own or a proxy's. Anything else hears what was said. */
	async #instead(request: Request, error: unknown): Promise<Response | undefined> {
		const refusal = error instanceof NotOurs && !error.answer.ok ? error.answer : undefined;
		if (request.mode !== 'navigate' || (refusal && !isDown(refusal))) return refusal;
		return (await (await this.#own()).match(AWAY_PAGE)) ?? refusal;
	}

	/** What was kept under the build before is asked for again: nothing of it may be older than the scripts around it. */
	async #carryOver(cache: Cache): Promise<void> {
		const { caches, build, origin } = this.#parts;
		for (const name of await caches.keys()) {
			if (!isSiteCache(name) || name === cacheOf(build)) continue;
			for (const { url } of await (await caches.open(name)).keys()) {
				const address = url.slice(origin.length);
				const asked = { method: 'GET', url };
				const page = routeOf({ ...asked, mode: 'navigate' }, origin, this.#shell);
				const route = page ?? routeOf({ ...asked, mode: 'cors' }, origin, this.#shell);
				if (!route || route === 'file' || (await cache.match(address))) continue;
				const answer = await this.#parts.fetch(address);
				if (answer.ok && answer.headers.get(BUILD_HEADER) === build) await cache.put(address, answer);
			}
		}
	}

	#own(): Promise<Cache> {
		return this.#parts.caches.open(cacheOf(this.#parts.build));
	}
}

/** Somebody else answered: no answer of ours has come. */
class NotOurs extends TypeError {
	readonly answer: Response;

	constructor(answer: Response) {
		super('Failed to fetch: it was not the site that answered');
		this.answer = answer;
	}
}

/** A page to sign in on, or the way to one (which is also how our own redirects look from here): a person is to see it. */
const isForPerson = ({ mode }: Request, { ok, type }: Response): boolean =>
	mode === 'navigate' && (ok || type === 'opaqueredirect');

/** What stands before our site does not reach it; 511 is a network that wants people to sign in. */
const isDown = ({ status }: Response): boolean => status >= 500 && status !== 511;

/** A disk that is full keeps no more; what was asked for is answered all the same. */
const put = (cache: Cache, key: string, answer: Response): Promise<void> =>
	cache.put(key, answer).catch(() => undefined);

/** What comes, or after a while what is kept; where nothing is, what comes. */
async function orSooner(
	coming: Promise<Response>,
	kept: () => Promise<Response | undefined>,
	patienceMs: number
): Promise<Response> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>(
		(resolve) => (timer = setTimeout(() => resolve(undefined), patienceMs))
	);
	try {
		return (await Promise.race([coming, late])) ?? (await kept()) ?? (await coming);
	} finally {
		clearTimeout(timer);
	}
}
