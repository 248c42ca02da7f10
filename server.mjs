import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compressResponse } from './scripts/serve/compressed-response.mjs';
import { isolationHeaders } from './scripts/serve/headers.mjs';
import { staticFiles } from './scripts/serve/static-files.mjs';

/** Long enough for the slowest answer to end, short enough for an operator who waits. */
const GOODBYE_MS = 5000;
/** Always written by this server, so that no visitor can choose the protocol of our own address. */
const PROTOCOL_HEADER = 'x-passerelle-protocol';

/**
 * Serves the build: isolation headers on every answer, static files from memory, pages through the adapter's handler.
 * `PORT` (3000) and `HOST` (every address) say where; `ORIGIN` the public address behind a proxy that ends TLS.
 * Resolves with the server once it listens; rejects with the system's error where it cannot.
 */
export async function serve() {
	const port = Number(process.env.PORT ?? 3000);
	const host = process.env.HOST ?? '0.0.0.0';
	// Without ORIGIN the adapter takes the address from Host and believes in HTTPS: forms would then be refused.
	if (!process.env.ORIGIN && !process.env.PROTOCOL_HEADER) process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	const build = new URL('./build/', import.meta.url);
	const files = staticFiles(fileURLToPath(build));
	/** @type {{ handler: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void }} */
	const { handler } = await import(new URL('handler.js', build).href);

	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
		for (const [name, value] of Object.entries(isolationHeaders(path))) response.setHeader(name, value);
		request.headers[PROTOCOL_HEADER] = 'http';
		files(request, response, path)
			.then((answered) => {
				if (answered) return;
				response.setHeader('Cache-Control', 'no-cache');
				compressResponse(request, response);
				handler(request, response, () => response.writeHead(404).end());
			})
			.catch((error) => {
				console.error(error);
				if (!response.headersSent) response.writeHead(500);
				response.end();
			});
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(undefined));
	});
	const address = server.address();
	const actual = typeof address === 'object' && address ? address.port : port;
	console.log(`Passerelle is open at ${process.env.ORIGIN ?? `http://localhost:${actual}`}`);

	const close = () => {
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		setTimeout(() => {
			server.closeAllConnections();
			process.exit(0);
		}, GOODBYE_MS).unref();
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
	return server;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await serve();
