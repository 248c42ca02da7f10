import { expect, test } from 'vitest';
import { readText, listFiles } from './support/source-files.ts';
import { endpointEvent, openGuard } from './support/ask-endpoint.ts';

const ORIGIN = 'https://school.example';
const files = listFiles('src/routes/').filter((path) => path.endsWith('/+server.ts'));
type Handler = (event: unknown) => Promise<Response>;
const modules = import.meta.glob<Record<string, unknown>>('../src/routes/**/+server.ts', { eager: true });
const routes = files.map((path) => ({ path, module: modules[`../${path}`]! }));
const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];
/** Endpoints that pages of other sites, and monitors, may ask: they hold nothing of anybody. */
const FOR_ALL = ['src/routes/+server.ts', 'api/health', 'stations.json', 'words.json', 'types/vitest.json'];

test('every endpoint goes through the one wrapper, and says who may ask', () => {
	expect(files.length).toBeGreaterThanOrEqual(8);
	const wrong = files.filter((path) => {
		const text = readText(path);
		const verbs = [...text.matchAll(/export (?:const|async function|function) (\w+)/g)]
			.map(([, name = '']) => name)
			.filter((name) => VERBS.includes(name));
		const wrapped = verbs.every((verb) => new RegExp(`export const ${verb} = \\w*[eE]ndpoint\\b`).test(text));
		return verbs.length === 0 || !wrapped;
	});
	expect(wrong).toEqual([]);
});

test('no page takes a form: what changes something is an endpoint', () => {
	const forms = listFiles('src/routes/').filter(
		(path) => /\+page(?:\.server)?\.ts$/.test(path) && /\bactions\b/.test(readText(path))
	);
	expect(forms).toEqual([]);
});

const HEADERS = {
	'a page of this site': { 'sec-fetch-site': 'same-origin' },
	'an older page of this site': { origin: ORIGIN, referer: `${ORIGIN}/en` },
	'another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
	'a neighbour of this site': { 'sec-fetch-site': 'same-site', origin: 'https://www.school.example' },
	'an older page of another site': { origin: 'https://evil.example', referer: 'https://evil.example/' },
	'a page without an origin': { origin: 'null' },
	'nobody that says so': {}
} as const;
type From = keyof typeof HEADERS;
const OURS: readonly From[] = ['a page of this site', 'an older page of this site'];

const cases = routes.flatMap(({ path, module }) =>
	VERBS.filter((verb) => verb in module).flatMap((verb) =>
		(Object.keys(HEADERS) as From[]).map((from) => {
			const silent = from === 'nobody that says so' && verb === 'GET';
			const open = verb === 'GET' && FOR_ALL.some((name) => path.includes(name));
			return { path, verb, from, allowed: OURS.includes(from) || silent || open, module };
		})
	)
);

/** Parts of a server that answer anything at all. */
const server = {
	guard: openGuard,
	healthToken: null,
	health: () => ({ status: 'ok', verify: { available: true } }),
	verifier: async () => null,
	compiler: { compile: async () => ({ ok: true }) },
	catalog: async () => ({
		version: 'v',
		pages: { index: () => '[]', words: () => '{}' },
		suite: async () => null
	})
};

test.each(cases)('$path: $verb from $from is let in: $allowed', async ({ verb, from, allowed, module }) => {
	const request = new Request(`${ORIGIN}/x`, { method: verb, headers: HEADERS[from] });
	const more = { params: { lang: 'en' }, locals: { server, locale: 'en' } };
	const response = await (module[verb] as Handler)(endpointEvent(request, server, more));
	const refused = response.status === 403;
	expect(refused).toBe(!allowed);
	if (refused) expect(await response.json()).toEqual({ refused: 'other-site' });
	expect(response.headers.get('cache-control')).not.toBeNull();
});

/** The theme's endpoint, asked by a page of ours. */
const setTheme = (body: string, type = 'application/x-www-form-urlencoded') => {
	const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
	const request = new Request(`${ORIGIN}/theme`, { method: 'POST', headers, body });
	const cookies = { get: () => undefined, set: () => undefined };
	const more = { cookies, locals: { server, locale: 'fr' } };
	const { module } = routes.find(({ path }) => path.includes('/theme/'))!;
	return (module.POST as Handler)(endpointEvent(request, server, more));
};

test.each([
	['/nl/map?view=list', '/nl/map?view=list'],
	['//evil.example', '/fr'],
	['/\t/evil.example', '/fr'],
	['/\\evil.example', '/fr'],
	['https://evil.example/', '/fr'],
	['javascript:alert(1)', '/fr'],
	['', '/fr']
])('after the theme, %j leads to %s', async (back, location) => {
	const response = await setTheme(new URLSearchParams({ theme: 'dark', back }).toString());
	expect([response.status, response.headers.get('location')]).toEqual([303, location]);
});

test.each([
	['{"theme":"dark"}', 'application/json', 415],
	['theme=dark', 'multipart/form-data; boundary=x', 415],
	['theme=pink', 'application/x-www-form-urlencoded', 400],
	[`theme=dark&back=${'x'.repeat(9000)}`, 'application/x-www-form-urlencoded', 413]
])('a theme sent as %.20s (%s) is refused with %i, not thrown', async (body, type, status) => {
	expect((await setTheme(body, type)).status).toBe(status);
});

test('health tells anybody whether the server is well, and the operator the rest', async () => {
	const told = { status: 'ok', verify: { available: true, pages: true, queued: 3 } };
	const { module } = routes.find(({ path }) => path.includes('api/health'))!;
	const ask = async (token: string | null, authorization?: string) => {
		const request = new Request(`${ORIGIN}/api/health`, authorization ? { headers: { authorization } } : {});
		const parts = { ...server, healthToken: token, health: () => told };
		return (await (module.GET as Handler)(endpointEvent(request, parts, {}))).json();
	};
	const little = { status: 'ok', verify: { available: true, pages: true } };
	expect(await ask('0123456789abcdef', 'Bearer 0123456789abcdef')).toEqual(told);
	expect(await ask('0123456789abcdef', 'Bearer wrong')).toEqual(little);
	expect(await ask('0123456789abcdef')).toEqual(little);
	expect(await ask(null, 'Bearer ')).toEqual(little);
});
