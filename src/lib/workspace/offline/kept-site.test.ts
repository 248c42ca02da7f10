import { beforeEach, expect, test } from 'vitest';
import { Keeper } from './keeper.ts';
import { KeptSite } from './kept-site.ts';
import { BUILD_HEADER, cacheOf } from './site-cache.ts';

const ORIGIN = 'https://site.test';
const full = (address: string | Request): string =>
	new URL(typeof address === 'string' ? address : address.url, ORIGIN).href;

/** A device's caches, in memory; `full` when it has no room. */
class Device {
	readonly boxes = new Map<string, Map<string, Response>>();
	full = false;

	async open(name: string): Promise<Cache> {
		const box = this.boxes.get(name) ?? new Map<string, Response>();
		this.boxes.set(name, box);
		const put = async (key: string, answer: Response): Promise<void> => {
			if (this.full) throw new DOMException('No room', 'QuotaExceededError');
			box.set(full(key), answer);
		};
		return {
			put,
			match: async (key: string) => box.get(full(key))?.clone(),
			delete: async (key: string) => box.delete(full(key)),
			keys: async () => [...box.keys()].map((url) => new Request(url))
		} as unknown as Cache;
	}
	keys = async () => [...this.boxes.keys()];
	delete = async (name: string) => this.boxes.delete(name);
	match = async (key: RequestInfo | URL) => {
		for (const box of this.boxes.values()) {
			const found = box.get(full(key as string));
			if (found) return found.clone();
		}
		return undefined;
	};
}

let device: Device;
let build: string;
/** Address → what the server says; missing: no network. */
let server: Record<
	string,
	{ body: string; status?: number; build?: string | null; late?: boolean; foreign?: boolean }
>;
let asked: string[];

const ask = async (address: string | Request): Promise<Response> => {
	const path = full(address).slice(ORIGIN.length);
	asked.push(path);
	const said = server[path];
	if (!said) throw new TypeError('Failed to fetch');
	if (said.late) await new Promise((resolve) => setTimeout(resolve, 60));
	const of = said.build === undefined ? build : said.build;
	return new Response(said.body, {
		status: said.status ?? 200,
		headers: {
			...(said.foreign ? {} : { 'cross-origin-embedder-policy': 'require-corp' }),
			...(of === null || said.foreign ? {} : { [BUILD_HEADER]: of })
		}
	});
};
const site = (of = 'a'): KeptSite =>
	new KeptSite({
		caches: device,
		fetch: ask,
		build: of,
		origin: ORIGIN,
		patienceMs: 20
	});
const shell = (of: string, ...files: string[]) => ({
	body: JSON.stringify({ build: of, files }),
	build: null
});

/** What a page gets; null where the browser asks the network itself. */
async function get(
	of: KeptSite,
	path: string,
	mode: RequestMode = 'cors',
	method = 'GET'
): Promise<string | null> {
	const behind: Promise<unknown>[] = [];
	const request = { url: ORIGIN + path, mode, method } as Request;
	const answer = of.answer(request, (work) => behind.push(work));
	if (!answer) return null;
	const text = await answer.then((one) => one.text());
	await Promise.allSettled(behind);
	return text;
}
const kept = (of = 'a'): string[] =>
	[...(device.boxes.get(cacheOf(of))?.keys() ?? [])].map((url) => url.slice(ORIGIN.length));

beforeEach(() => {
	device = new Device();
	build = 'a';
	asked = [];
	server = {
		'/shell.json': shell('a', '/_app/immutable/x.js', '/offline.html'),
		'/_app/immutable/x.js': { body: 'script', build: null },
		'/offline.html': { body: 'no connection', build: null },
		'/fr/p/one': { body: 'page' },
		'/fr': { body: 'home' }
	};
});

test('a visited page comes from the server, and from the device where no answer comes', async () => {
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('page');
	server = {};
	expect(await get(site(), '/fr/p/one?view=list', 'navigate')).toBe('page');
	expect(await get(site(), '/fr/p/one', 'cors', 'HEAD')).toBe('');
});

test('where a line is as good as gone, the kept page does not wait for it; the newer one is there the next time', async () => {
	await get(site(), '/fr/p/one', 'navigate');
	server['/fr/p/one'] = { body: 'newer', late: true };
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('page');
	server = {};
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('newer');
});

test('a page that was never here is replaced by a sentence, and anything else fails as it did', async () => {
	await site().install();
	server = {};
	expect(await get(site(), '/fr/p/two', 'navigate')).toBe('no connection');
	await expect(get(site(), '/fr/p/two/__data.json')).rejects.toThrow('Failed to fetch');
	await expect(get(site(), '/api/suite/p/two?kind=hidden')).rejects.toThrow('Failed to fetch');
});

test('what another build made is passed on, and never kept', async () => {
	server['/fr/p/one'] = { body: 'of b', build: 'b' };
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('of b');
	expect(kept()).toEqual([]);
});

test('errors, and answers that no build stands behind, are not kept', async () => {
	server['/fr/p/one'] = { body: 'gone', status: 404 };
	server['/fr'] = { body: 'of nobody', build: null };
	await get(site(), '/fr/p/one', 'navigate');
	await get(site(), '/fr', 'navigate');
	expect(kept()).toEqual([]);
});

/** A network that answers everything with a page of its own. */
const signIn = { body: '<h1>Sign in to the Wi-Fi</h1>', foreign: true };
const everywhere = (answer: (typeof server)[string]): typeof server =>
	new Proxy({}, { get: () => answer }) as typeof server;

test('what a network says in our place is shown to who opens a page, taken for no answer by a page, and never kept', async () => {
	const suite = '/api/suite/p/one?kind=hidden&lang=fr&hash=h';
	server[suite] = { body: 'tests' };
	await get(site(), suite);
	await get(site(), '/fr/p/one', 'navigate');
	const before = kept();
	server = everywhere(signIn);
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe(signIn.body);
	expect(await get(site(), suite)).toBe('tests');
	await expect(get(site(), '/fr/p/two/__data.json')).rejects.toThrow('not the site');
	await expect(get(site(), '/api/suite/p/two?kind=hidden')).rejects.toThrow('not the site');
	await expect(get(site(), '/fr/p/two', 'cors', 'HEAD')).rejects.toThrow('not the site');
	expect(await get(site(), '/_app/immutable/y.js')).toBe(signIn.body);
	expect(kept()).toEqual(before);
	await expect(site('b').install()).rejects.toThrow();
	expect(await keeper().keep(['/_app/immutable/y.js'], signal)).toBe('away');
	expect(await keeper().keep(['/fr/p/two'], signal)).toBe('away');
	expect(kept()).toEqual(before);
});

test('a file of a build that another wrote stops the build from being kept', async () => {
	server['/_app/immutable/x.js'] = signIn;
	await expect(site().install()).rejects.toThrow('/_app/immutable/x.js: 200');
});

test('where a proxy says that our site is down, the kept page goes on; in the place of one that is not kept stands a sentence', async () => {
	const down = everywhere({ body: 'Bad gateway', status: 502, foreign: true });
	const before = server;
	server = down;
	expect(await get(site(), '/fr/p/two', 'navigate')).toBe('Bad gateway');
	server = before;
	await site().install();
	await get(site(), '/fr/p/one', 'navigate');
	server = down;
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('page');
	expect(await get(site(), '/fr/p/two', 'navigate')).toBe('no connection');
	expect(await get(site(), '/fr/p/two/__data.json')).toBe('Bad gateway');
});

test.each([403, 511])('what a network refuses (%d) is for who opens a page', async (status) => {
	await site().install();
	server = everywhere({ body: 'Not here', status, foreign: true });
	expect(await get(site(), '/fr/p/two', 'navigate')).toBe('Not here');
});

test('what we refuse ourselves is heard, also of a page that is kept', async () => {
	await get(site(), '/fr/p/one', 'navigate');
	server['/fr/p/one'] = { body: 'busy', status: 429 };
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('busy');
});

test('a cache that a worker of before opens anew is forgotten with the next page', async () => {
	await site().install();
	build = 'b';
	server['/shell.json'] = shell('b', '/offline.html');
	const next = site('b');
	await next.install();
	await next.activate();
	await device.open(cacheOf('a'));
	// One that is being installed.
	await device.open(cacheOf('c'));
	await get(next, '/fr', 'navigate');
	expect(await device.keys()).toEqual([cacheOf('b'), cacheOf('c')]);
});

test.each([
	['/api/verify', 'cors', 'POST'],
	['/api/compile', 'cors', 'POST'],
	['/api/health', 'cors', 'GET'],
	['/api/suite/p/one?kind=hidden&lang=fr&hash=h', 'navigate', 'GET'],
	['/theme', 'navigate', 'POST'],
	['/fr/p/one', 'cors', 'GET'],
	['/service-worker.js', 'same-origin', 'GET'],
	['/_app/version.json', 'cors', 'GET']
])('%s (%s, %s) is the network’s affair', async (path, mode, method) => {
	expect(await get(site(), path, mode as RequestMode, method)).toBeNull();
});

test('a file that a page keeps itself passes by the worker', () => {
	const request = { url: `${ORIGIN}/_app/immutable/x.js`, mode: 'cors', method: 'GET', cache: 'force-cache' };
	expect(site().answer(request as Request, () => undefined)).toBeNull();
});

test('a suite of a run is kept, and comes from the server while it answers', async () => {
	const suite = '/api/suite/p/one?kind=hidden&lang=fr&hash=h';
	server[suite] = { body: 'tests' };
	await get(site(), suite);
	server[suite] = { body: 'refused', status: 409 };
	expect(await get(site(), suite)).toBe('refused');
	server = {};
	expect(await get(site(), suite)).toBe('tests');
});

test('the first address leads home in the language of the last visit', async () => {
	await get(site(), '/fr', 'navigate');
	server = {};
	const answer = site().answer(
		{ url: `${ORIGIN}/`, mode: 'navigate', method: 'GET' } as Request,
		() => undefined
	);
	expect((await answer)?.headers.get('location')).toBe(`${ORIGIN}/fr`);
});

test('a build is kept whole or not at all: what is half there does not take over', async () => {
	delete server['/offline.html'];
	await expect(site().install()).rejects.toThrow('Failed to fetch');
	server['/offline.html'] = { body: 'broken', status: 500 };
	await expect(site().install()).rejects.toThrow('/offline.html: 500');
	server['/shell.json'] = shell('b');
	await expect(site().install()).rejects.toThrow('Another build');
});

test('a new build asks again for the pages of the one before, takes files of the same name over, and is alone then', async () => {
	await site().install();
	await get(site(), '/fr/p/one', 'navigate');
	await get(site(), '/fr', 'navigate');
	build = 'b';
	server['/shell.json'] = shell('b', '/_app/immutable/x.js', '/offline.html');
	server['/fr/p/one'] = { body: 'page of b' };
	server['/fr'] = { body: 'gone', status: 404 };
	asked = [];
	const next = site('b');
	await next.install();
	expect(asked).not.toContain('/_app/immutable/x.js');
	expect(kept('b').sort()).toEqual(['/_app/immutable/x.js', '/fr/p/one', '/offline.html']);
	// Until the page of the old build is gone, that page is served from its own.
	const before = server;
	server = {};
	expect(await get(site('a'), '/fr/p/one', 'navigate')).toBe('page');
	await next.activate();
	expect(await device.keys()).toEqual([cacheOf('b')]);
	expect(await get(next, '/fr/p/one', 'navigate')).toBe('page of b');
	server = before;
});

test('a line that breaks while an update comes leaves the build that is in use', async () => {
	await site().install();
	await get(site(), '/fr/p/one', 'navigate');
	build = 'b';
	server = { '/shell.json': shell('b', '/_app/immutable/x.js') };
	await expect(site('b').install()).rejects.toThrow('Failed to fetch');
	expect(kept()).toContain('/fr/p/one');
});

test('on a full disk pages are shown as ever', async () => {
	device.full = true;
	expect(await get(site(), '/fr/p/one', 'navigate')).toBe('page');
	expect(await get(site(), '/_app/immutable/x.js')).toBe('script');
});

const keeper = (): Keeper => new Keeper({ caches: device, fetch: ask, build: 'a' });
const signal = new AbortController().signal;

test('a page keeps what it lacks, and nothing of another build', async () => {
	const counted: number[] = [];
	expect(await keeper().keep(['/fr', '/fr/p/one'], signal, (count) => counted.push(count))).toBe('done');
	asked = [];
	expect(await keeper().keep(['/fr'], signal)).toBe('done');
	expect([asked, counted]).toEqual([[], [1, 2]]);
	server['/fr/p/two'] = { body: 'of b', build: 'b' };
	expect(await keeper().keep(['/fr/p/two'], signal)).toBe('changed');
	expect(await keeper().keep(['/fr/p/three'], signal)).toBe('away');
	device.full = true;
	server['/fr/p/four'] = { body: 'x' };
	expect(await keeper().keep(['/fr/p/four'], signal)).toBe('full');
	expect(await keeper().kept()).toEqual(['/fr', '/fr/p/one']);
});

test('suites of a version that is gone are forgotten, those of other languages and stations stay', async () => {
	const address = (id: string, lang: string, hash: string) =>
		`/api/suite/p/${id}?kind=hidden&lang=${lang}&hash=${hash}`;
	const all = [
		address('one', 'fr', 'old'),
		address('one', 'nl', 'old'),
		address('two', 'fr', 'old'),
		address('one', 'fr', 'new')
	];
	for (const one of all) server[one] = { body: 'tests' };
	await keeper().keep(all, signal);
	await keeper().forgetOlder([address('one', 'fr', 'new')]);
	expect(await keeper().kept()).toEqual(all.slice(1));
});
