import { readdirSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite } from './support/site.ts';

/** The built site, asked as strangers ask: by hand, without a browser that tidies addresses. */
const root = fileURLToPath(new URL('..', import.meta.url));
const engine = '/_app/immutable/engine';
/** On a busy machine. */
const PATIENT = { timeout: 60_000 };
const TICKET = '/en/programming/tram-ticket';
const TOKEN = 'a token of an operator';

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
	process.env.HEALTH_TOKEN = TOKEN;
	site = await startSite();
}, 180_000);
afterAll(() => {
	delete process.env.HEALTH_TOKEN;
	site?.stop();
});

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}
function ask(
	path: string,
	{
		method = 'GET',
		headers = {},
		body
	}: { method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<Answer> {
	const { port } = new URL(site.origin);
	return new Promise((resolve, reject) => {
		request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
			);
			response.on('error', reject);
		})
			.on('error', reject)
			.end(body);
	});
}

const pages = readdirSync(join(root, 'build/client', engine)).filter((name) => name.endsWith('.html'));
const aliases = (name: string): string[] => [
	`${engine}/${name}`,
	`${engine}/${name.replace(/\.html$/, '')}`,
	`${engine}/${name}/`,
	`${engine}/${name.replace(/\.html$/, '/')}`,
	`${engine}/${name}.br`,
	`${engine}/${name}%2ebr`,
	`${engine}/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
	`/_app/immutable/%65ngine/${name}`,
	`/%5fapp/immutable/engine/${name}`,
	`/_app%2fimmutable/engine/${name}`,
	`/_APP/immutable/engine/${name}`,
	`/_app/immutable/ENGINE/${name.toUpperCase()}`,
	`/${engine}/${name}`,
	`/_app//immutable/engine/${name}`,
	`/./_app/immutable/engine/${name}`,
	`/en/..${engine}/${name}`,
	`/en/%2e%2e${engine}/${name}`,
	`${engine}/./${name}`,
	`${engine}/${name}?x=1`,
	`${engine}/${name}#x`,
	`${engine}/${name}%00`,
	`/client${engine}/${name}`
];

test('a frame document has its policy by whatever name it is asked for, or is not there', async () => {
	expect(pages.length).toBeGreaterThanOrEqual(3);
	const served: string[] = [];
	for (const path of pages.flatMap(aliases)) {
		for (const encoding of ['br', 'identity']) {
			const { status, headers } = await ask(path, { headers: { 'accept-encoding': encoding } });
			const policy = String(headers['content-security-policy']);
			if (status === 200) served.push(path);
			if (status !== 404 && status !== 400) expect(policy, path).toMatch(/(?:^|; )sandbox allow-scripts/);
			expect(policy, path).toContain("frame-ancestors 'self'");
		}
	}
	expect(new Set(served.map((path) => path.split('?')[0])).size).toBe(pages.length);
});

test('every answer says who may frame it, and no page is for shared caches', async () => {
	for (const path of [
		'/',
		'/en',
		'/nope',
		'/%',
		'/api/health',
		'/favicon.svg',
		'/en/map/stations.json?v=x'
	]) {
		const { headers } = await ask(path);
		expect(headers['x-frame-options'], path).toBe('SAMEORIGIN');
		expect(headers['content-security-policy'], path).toContain('frame-ancestors');
		expect(headers['strict-transport-security'], path).toBeUndefined();
	}
	const page = await ask('/en');
	expect(page.headers['cache-control']).toBe('private, no-cache');
	expect(page.headers['set-cookie']?.join()).toMatch(/visit=[\w-]{36}; Path=\/; HttpOnly; SameSite=Lax/i);
});

test('what anybody may keep has nobody’s cookie', async () => {
	const { body } = await ask('/en/map');
	const [, version] = /\\"version\\":\\"(\w+)/.exec(body)!;
	const path = `/en/map/stations.json?v=${version}`;
	const { status, headers } = await ask(path);
	expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
	expect(headers['set-cookie']).toBeUndefined();
});

test.each([
	['/%', {}, 400],
	['/en', { host: 'evil.example' }, 421],
	['/_app/immutable/nothing.js', {}, 404],
	['/api/health', { host: '127.0.0.1' }, 200]
] as const)('%s with %j is answered with %i', async (path, headers, status) => {
	expect((await ask(path, { headers })).status).toBe(status);
});

test('health tells a stranger little', async () => {
	const { body } = await ask('/api/health');
	expect(JSON.parse(body)).toEqual({
		status: expect.any(String),
		verify: { available: true, pages: expect.any(Boolean) }
	});
	const all = await ask('/api/health', { headers: { authorization: `Bearer ${TOKEN}` } });
	expect(JSON.parse(all.body)).toMatchObject({
		verify: { queued: 0 },
		compile: { status: expect.any(String) }
	});
});

const cookieOf = ({ headers }: Answer): string =>
	(headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');

/** A visitor with a browser of their own, at the same address as all others. */
async function openBrowser() {
	let page = await ask(TICKET);
	const cookie = cookieOf(page);
	const again = () => ask(TICKET, { headers: { cookie } });
	// As a browser does: it keeps the cookie of the refusal, and comes back when it is told to.
	for (let tries = 0; page.status === 429 && tries < 5; tries++) {
		await new Promise((resolve) => setTimeout(resolve, Number(page.headers.refresh) * 1000));
		page = await again();
	}
	const hash = /hash:"([^"]+)"/.exec(page.body)?.[1] ?? '';
	const post = (path: string, body: object) =>
		ask(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
			body: JSON.stringify(body)
		});
	const check = (text: string) =>
		post('/api/verify', {
			exercise: { id: 'programming/tram-ticket', hash },
			mode: 'check',
			submission: { 'main.js': text },
			runId: 'r'
		});
	const compile = (text: string) =>
		post('/api/compile', {
			files: { 'main.js': text },
			entry: 'main.js',
			mocked: [],
			need: 'worker',
			packages: []
		});
	return { page, again, check, compile };
}

test(
	'a class of 20 behind one address is served while one of them floods',
	{ timeout: 240_000 },
	async () => {
		const flood = await openBrowser();
		let stop = false;
		let floodedPages = 0;
		const arrows = `y=${'a?(b):c=>'.repeat(40)}x${':e'.repeat(40)}`;
		const floods = [
			() => flood.check('for (;;);'),
			() => flood.compile(arrows),
			() => flood.again().finally(() => floodedPages++),
			// Without cookies it is told from nobody else who has none.
			() => ask(TICKET)
		].flatMap((flooding) =>
			Array.from({ length: 15 }, async () => {
				while (!stop) {
					// Who floods may lose a connection: whoever else is served is asked below.
					const answer = await flooding().catch(() => null);
					if (answer?.status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
				}
			})
		);
		// The class comes when the flood is at its height.
		await expect.poll(() => floodedPages, PATIENT).toBeGreaterThan(30);
		const learner = async () => {
			const { page, check, compile } = await openBrowser();
			const compiled = await compile('export const total = 1;');
			const checked = await check('export const total = 1;');
			return [page.status, compiled.status, checked.status, checked.body.includes('"outcome"')];
		};
		const served = await Promise.all(Array.from({ length: 20 }, learner));
		stop = true;
		await Promise.all(floods);
		expect(served).toEqual(Array(20).fill([200, 200, 200, true]));
		expect((await ask('/api/health')).status).toBe(200);
	}
);
