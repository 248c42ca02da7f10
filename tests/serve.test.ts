import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress as compressed } from '../src/lib/server/front/compress.mjs';
import { acceptedEncoding } from '../src/lib/server/front/encoding.mjs';
import { isolationHeaders } from '../src/lib/server/front/headers.mjs';
import { staticFiles } from '../src/lib/server/front/static-files.mjs';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Starts a server for one test and asks it once; nothing is decoded on the way. */
async function ask(
	listener: RequestListener,
	headers: Record<string, string> = {},
	path = '/'
): Promise<Answer> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return new Promise((resolve, reject) => {
		request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
			);
		})
			.on('error', reject)
			.end();
	});
}

test.each([
	['gzip, deflate, br, zstd', 'br'],
	['gzip, deflate', 'gzip'],
	['br;q=0, gzip;q=0.5', 'gzip'],
	['identity', null],
	['brotli', null],
	[undefined, null]
])('of the encodings "%s" it takes %s', (header, expected) => {
	expect(acceptedEncoding(header)).toBe(expected);
});

test.each([
	['/', 'same-origin'],
	['/_app/immutable/workers/ts.worker.js', 'same-origin'],
	['/_app/immutable/engine/sandbox.0123abcd.html', 'cross-origin']
])('%s is isolated, and its resource policy is %s', (path, policy) => {
	expect(isolationHeaders(path)).toMatchObject({
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'Cross-Origin-Resource-Policy': policy
	});
});

const text = 'une station à la fois\n'.repeat(500);
const page: RequestListener = (incoming, response) => {
	compressed(incoming, response, () => {
		response.setHeader('content-type', 'text/html');
		response.setHeader('content-length', Buffer.byteLength(text));
		response.writeHead(200);
		response.write(text.slice(0, 4000));
		response.end(text.slice(4000));
	});
};

test.each([
	['br', brotliDecompressSync],
	['gzip', gunzipSync]
] as const)('a page written in parts arrives whole in %s', async (encoding, decode) => {
	const { headers, body } = await ask(page, { 'accept-encoding': encoding });
	expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
	expect(headers['content-length']).toBeUndefined();
	expect(decode(body).toString()).toBe(text);
	expect(body.length).toBeLessThan(text.length / 10);
});

test('who accepts no encoding gets the plain page', async () => {
	const { headers, body } = await ask(page);
	expect(headers['content-encoding']).toBeUndefined();
	expect(body.toString()).toBe(text);
});

test('an answer without a body and a picture stay as they are', async () => {
	const gone = await ask(
		(incoming, response) => {
			compressed(incoming, response, () => {
				response.setHeader('content-type', 'text/html');
				response.writeHead(304).end();
			});
		},
		{ 'accept-encoding': 'br' }
	);
	expect([gone.status, gone.headers['content-encoding']]).toEqual([304, undefined]);
	const picture = await ask(
		(incoming, response) => {
			compressed(incoming, response, () => {
				response.setHeader('content-type', 'image/png');
				response.end('png');
			});
		},
		{ 'accept-encoding': 'br' }
	);
	expect([picture.body.toString(), picture.headers['content-encoding']]).toEqual(['png', undefined]);
});

function build(): RequestListener {
	const folder = mkdtempSync(join(tmpdir(), 'passerelle-'));
	mkdirSync(join(folder, 'client'));
	writeFileSync(join(folder, 'client/a.js'), text);
	writeFileSync(join(folder, 'client/a.js.br'), brotliCompressSync(text));
	const entry = { file: 'client/a.js', type: 'text/javascript', size: text.length, hash: 'abc', brotli: 1 };
	writeFileSync(
		join(folder, 'static.json'),
		JSON.stringify({ '/_app/immutable/a.js': entry, '/a.js': entry })
	);
	const files = staticFiles(folder);
	return (incoming, response) => {
		void files(incoming, response, incoming.url ?? '').then((answered) => {
			if (!answered) response.writeHead(404).end();
		});
	};
}

test('a static file comes in the encoding of the browser and is kept for a year where its name has a hash', async () => {
	const kept = await ask(build(), { 'accept-encoding': 'br' }, '/_app/immutable/a.js');
	expect(brotliDecompressSync(kept.body).toString()).toBe(text);
	expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	expect(kept.headers).not.toHaveProperty('etag');
	const other = await ask(build(), { 'accept-encoding': 'gzip' }, '/a.js');
	expect(gunzipSync(other.body).toString()).toBe(text);
	expect(other.headers['cache-control']).toBe('no-cache');
});

test('a static file that the browser has is not sent again', async () => {
	const { status, body } = await ask(
		build(),
		{ 'accept-encoding': 'br', 'if-none-match': '"abc-br"' },
		'/a.js'
	);
	expect([status, body.length]).toEqual([304, 0]);
});

test.each(['/static.json', '/../a.js', '/client/a.js', '/__proto__'])(
	'%s is not a static file',
	async (path) => {
		expect((await ask(build(), {}, path)).status).toBe(404);
	}
);
