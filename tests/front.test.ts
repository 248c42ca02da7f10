import { readFileSync } from 'node:fs';
import { Agent, createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PAGE_ASSETS } from '../src/build/page-assets.ts';
import { isolationHeaders } from '../src/lib/server/front/headers.mjs';
import { createLog, endOnFault } from '../src/lib/server/front/last-words.mjs';
import { limitConnections, LIMITS } from '../src/lib/server/front/limits.mjs';
import { oneAtATime } from '../src/lib/server/front/one-at-a-time.mjs';
import { answerFault } from '../src/lib/server/front/our-fault.mjs';
import { refusalOf, statusOfOther } from '../src/lib/server/front/refuse.mjs';
import { frontSettings, isForUs, prepareAdapter, proxiedAddress } from '../src/lib/server/front/settings.mjs';
import { BODY_BYTES } from '../src/lib/server/verify/http.ts';

test.each([
	[{ ADDRESS_HEADER: 'X-Forwarded-For' }, /set XFF_DEPTH/],
	[{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '0' }, /XFF_DEPTH is "0"/],
	[{ ADDRESS_HEADER: 'x real ip' }, /ADDRESS_HEADER is "x real ip"/],
	[{ ORIGIN: 'school.example' }, /ORIGIN is "school.example"/],
	[{ ORIGIN: 'https://school.example/path' }, /ORIGIN is/]
])('a setting that would be wrong or unsafe stops the start, with its name: %o', (env, message) => {
	expect(() => frontSettings(env)).toThrow(message);
});

test('the header of a proxy that overwrites it needs no depth', () => {
	expect(frontSettings({ ADDRESS_HEADER: 'X-Real-IP' })).toMatchObject({
		addressHeader: 'x-real-ip',
		depth: 1
	});
});

/** A request with these headers, from this machine. */
const asked = (headers: Record<string, string>, url = '/') =>
	({ url, headers, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage;

test.each([
	['1', '203.0.113.9', '203.0.113.9'],
	['1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
	['2', '198.51.100.1, 203.0.113.9', '198.51.100.1'],
	['2', '203.0.113.9', null],
	['1', 'unknown', null],
	['1', '203.0.113.9:80', null],
	['1', '', null]
])('with %s proxies, x-forwarded-for "%s" is %s', (depth, header, address) => {
	const settings = frontSettings({ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: depth });
	expect(proxiedAddress(asked({ 'x-forwarded-for': header }), settings)).toBe(address);
});

test('a request that did not come through the proxy is refused with 400 and said, not thrown', () => {
	const settings = frontSettings({ ADDRESS_HEADER: 'x-real-ip' });
	expect(refusalOf(asked({ host: 'localhost' }), settings)).toMatchObject({
		status: 400,
		log: expect.stringContaining('x-real-ip (ADDRESS_HEADER)')
	});
	expect(refusalOf(asked({ host: 'localhost', 'x-real-ip': '192.0.2.1' }), settings)).toBeNull();
	expect(refusalOf(asked({ host: 'localhost' }), frontSettings({}))).toBeNull();
});

test.each([
	['localhost:3000', true],
	['app.localhost', true],
	['192.168.1.7:3000', true],
	['[::1]:3000', true],
	['school.example', true],
	['evil.example', false],
	['localhost.evil.example', false],
	['evil.example@localhost', false],
	['localhost/evil.example', false],
	['', false],
	[undefined, false]
])('without ORIGIN, a request for "%s" is for us: %s', (host, expected) => {
	expect(isForUs(host, frontSettings({ ALLOWED_HOSTS: 'school.example' }))).toBe(expected);
});

test('with ORIGIN the name in a request decides nothing, and need not be known', () => {
	expect(isForUs('10.0.0.5', frontSettings({ ORIGIN: 'https://school.example' }))).toBe(true);
});

test('the adapter takes what our own limit lets through', () => {
	const env: Record<string, string | undefined> = {};
	prepareAdapter(env);
	expect(env.BODY_SIZE_LIMIT).toBe('1M');
	expect(BODY_BYTES).toBeLessThan(1024 * 1024);
	const decided: Record<string, string | undefined> = { BODY_SIZE_LIMIT: '2M' };
	prepareAdapter(decided);
	expect(decided.BODY_SIZE_LIMIT).toBe('2M');
});

test.each([
	'/_app/immutable/engine/preview.0a.html',
	'/_app/immutable/engine/preview.0a',
	'/_app/immutable/engine/%70review.0a.html',
	'/%5fapp/immutable/engine/preview.0a.html',
	'/%255fapp/immutable/x',
	'/_APP/immutable/x.js',
	'//_app/immutable/x.js',
	'/./_app/x.js',
	'/en/../_app/x.js',
	'/en/%2e%2e/_app/x.js',
	'/_app%2fx.js',
	'/_app\\x.js',
	'/_app',
	'/engine/sandbox.html',
	'/Engine/sandbox'
])('%s is an alias of nothing', (path) => {
	expect(statusOfOther(path)).toBe(404);
});

test.each([
	['/en/map', null],
	['/_apps', null],
	['/en/programming/engine', null],
	['/100%25', null],
	['/%', 400],
	['/%E0%A4%A', 400]
])('%s is answered with %s before it is looked for', (path, status) => {
	expect(statusOfOther(path)).toBe(status);
});

test('what is no path is refused', () => {
	for (const url of ['http://evil.example/', '*', ''])
		expect(refusalOf(asked({ host: 'localhost' }, url), frontSettings({}))?.status).toBe(400);
});

test('every answer may be framed by this site only, and is for HTTPS where the site is', () => {
	expect(isolationHeaders('/en')).toMatchObject({
		'Content-Security-Policy': "frame-ancestors 'self'",
		'X-Frame-Options': 'SAMEORIGIN'
	});
	expect(isolationHeaders('/en')).not.toHaveProperty('Strict-Transport-Security');
	expect(isolationHeaders('/en', { secure: true })).toHaveProperty('Strict-Transport-Security');
	const frames = PAGE_ASSETS.filter((name) => name.endsWith('.html'));
	expect(frames).toEqual(
		expect.arrayContaining(['sandbox.html', 'dom.html', 'preview.html', 'recorder.html'])
	);
	for (const frame of frames) {
		const policy = isolationHeaders(`/_app/immutable/engine/${frame.replace('.html', '.0a.html')}`)[
			'Content-Security-Policy'
		];
		expect(policy, frame).toContain('sandbox allow-scripts');
		expect(policy, frame).toContain("default-src 'none'");
	}
});

test('scripts, styles and fonts carry what isolates a worker and says whose they are, and nothing that only a document needs', () => {
	for (const path of [
		'/_app/immutable/chunks/a.js',
		'/_app/immutable/assets/a.css',
		'/_app/immutable/assets/en.json',
		'/_app/immutable/assets/a.woff2'
	])
		expect(Object.keys(isolationHeaders(path, { secure: true })).sort()).toEqual([
			'Cross-Origin-Embedder-Policy',
			'Cross-Origin-Resource-Policy',
			'Strict-Transport-Security',
			'X-Content-Type-Options'
		]);
	for (const path of [
		'/_app/immutable/a.html',
		'/a.js',
		'/en/a.js',
		'/_app/immutable/engine/sandbox.0a.html'
	])
		expect(isolationHeaders(path), path).toMatchObject({
			'Permissions-Policy': expect.any(String),
			'Cross-Origin-Opener-Policy': 'same-origin'
		});
});

/** A server with short limits, for one test. */
async function limited(listener: RequestListener, limits: Partial<typeof LIMITS>): Promise<number> {
	const server = createServer(listener);
	limitConnections(server, { direct: true, limits: { ...LIMITS, ...limits } });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}
/** Resolves when the server has closed the connection. */
const closed = (port: number, send: string, reads = false) =>
	new Promise<void>((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(send));
		if (reads) socket.resume();
		else socket.pause();
		socket.on('error', () => {});
		socket.on('close', () => resolve());
	});

test('a connection on which nothing is read is closed, and its answer forgotten', async () => {
	let gone: () => void = () => {};
	const destroyed = new Promise<void>((resolve) => (gone = resolve));
	const port = await limited(
		(_, response) => {
			response.on('close', gone);
			response.end(Buffer.alloc(30_000_000));
		},
		{ silenceMs: 300 }
	);
	void closed(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
	await destroyed;
});

/** What a server says where the answer of `begin` fails. */
async function failing(begin: RequestListener, headers: Record<string, string>) {
	const port = await limited((asked, response) => {
		begin(asked, response);
		answerFault(asked, response, { secure: false });
	}, {});
	const response = await fetch(`http://127.0.0.1:${port}/fr`, { headers });
	return { response, text: await response.text() };
}
/** As an answer that was on its way. */
const onItsWay: RequestListener = (_, response) =>
	response.setHeaders(
		new Map([
			['content-encoding', 'br'],
			['content-length', '99999'],
			['cache-control', 'public, max-age=600']
		])
	);

test('an answer that fails says so, to people in three languages, with nothing of the answer that was on its way', async () => {
	const { response, text } = await failing(onItsWay, { accept: 'text/html,*/*;q=0.8' });
	expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store']);
	expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
	expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
	const written = readFileSync(new URL('../src/error.html', import.meta.url), 'utf8');
	for (const words of ['C’était nous, pas toi.', 'Dat lag aan ons, niet aan jou.', 'That was us, not you.'])
		expect([text, written].map((page) => page.includes(words))).toEqual([true, true]);
	for (const locale of ['fr', 'nl', 'en']) expect(text).toContain(`<p lang="${locale}">`);

	const asked = await failing(onItsWay, { accept: 'application/json' });
	expect(asked.response.status).toBe(500);
	expect(asked.response.headers.get('content-type')).toContain('text/plain');
	expect(asked.text).toMatch(/^[A-Z].+\.\n$/);
});

test('an answer that fails half-way is not taken for a whole one', async () => {
	const half: RequestListener = (_, response) => void response.writeHead(200).write('half');
	await expect(failing(half, {})).rejects.toThrow();
});

test('a long answer that is read slowly arrives whole', async () => {
	const port = await limited((_, response) => response.end(Buffer.alloc(8_000_000)), { silenceMs: 1500 });
	const size = await new Promise<number>((resolve, reject) => {
		request({ port, host: '127.0.0.1', agent: false }, (response) => {
			let read = 0;
			response.on('data', (chunk: Buffer) => {
				read += chunk.length;
				response.pause();
				setTimeout(() => response.resume(), 20);
			});
			response.on('end', () => resolve(read));
			response.on('error', reject);
		}).end();
	});
	expect(size).toBe(8_000_000);
});

test('the strict limits of a server are set on it', () => {
	const server = createServer();
	limitConnections(server, { direct: true });
	expect(server).toMatchObject({
		headersTimeout: 10_000,
		requestTimeout: 30_000,
		timeout: 20_000,
		maxConnections: 2000
	});
});

test('a fault that nobody caught is said and ends the process with 1; a rejection is said', () => {
	const said: unknown[][] = [];
	const ends: number[] = [];
	const before = {
		thrown: process.listeners('uncaughtException'),
		rejected: process.listeners('unhandledRejection')
	};
	const forget = endOnFault({
		end: (code) => void ends.push(code),
		write: (...text) => void said.push(text)
	});
	const added = <T>(all: T[], known: T[]) => all.filter((one) => !known.includes(one));
	const [thrown] = added(process.listeners('uncaughtException'), before.thrown);
	const [rejected] = added(process.listeners('unhandledRejection'), before.rejected);
	rejected!(new Error('late'), Promise.resolve());
	expect(ends).toEqual([]);
	thrown!(new Error('why'), 'uncaughtException');
	expect(ends).toEqual([1]);
	expect(said.map((line) => String(line[1]))).toEqual(['Error: late', 'Error: why']);
	forget();
	expect(process.listeners('uncaughtException')).toEqual(before.thrown);
});

test('a log that visitors can fill has so many lines a minute', () => {
	const lines: string[] = [];
	let time = 0;
	const log = createLog(
		(text) => void lines.push(String(text)),
		() => time
	);
	for (let index = 0; index < 100; index++) log('x');
	expect(lines).toHaveLength(30);
	time = 60_000;
	log('y');
	expect(lines.slice(30)).toEqual(['70 lines like these were left out.', 'y']);
});

test('a connection that asks ahead and reads nothing has one answer made for it, not all', async () => {
	let begun = 0;
	let gone: () => void = () => {};
	const destroyed = new Promise<void>((resolve) => (gone = resolve));
	const port = await limited(
		oneAtATime((_, response) => {
			begun += 1;
			response.on('close', gone);
			response.end(Buffer.alloc(30_000_000));
		}),
		{ silenceMs: 1000 }
	);
	void closed(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5));
	await destroyed;
	expect(begun).toBe(1);
});

test('a connection that asks for too much ahead is closed; one that waits for its answers gets all', async () => {
	const port = await limited(
		oneAtATime((_, response) => void setTimeout(() => response.end('x'), 5)),
		{ silenceMs: 20_000 }
	);
	await closed(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50), true);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const get = () =>
		new Promise((resolve, reject) => {
			request({ port, host: '127.0.0.1', agent }, (response) => {
				response.resume().on('end', () => resolve(response.statusCode));
			})
				.on('error', reject)
				.end();
		});
	expect(await Promise.all(Array.from({ length: 20 }, get))).toEqual(Array(20).fill(200));
	agent.destroy();
});
