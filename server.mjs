import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compress } from './src/lib/server/front/compress.mjs';
import { isolationHeaders } from './src/lib/server/front/headers.mjs';
import { createLog, endOnFault } from './src/lib/server/front/last-words.mjs';
import { limitConnections } from './src/lib/server/front/limits.mjs';
import { oneAtATime } from './src/lib/server/front/one-at-a-time.mjs';
import { answerFault } from './src/lib/server/front/our-fault.mjs';
import { refusalOf, statusOfOther } from './src/lib/server/front/refuse.mjs';
import { frontSettings, prepareAdapter, PROTOCOL_HEADER } from './src/lib/server/front/settings.mjs';
import { staticFiles } from './src/lib/server/front/static-files.mjs';

/** Long enough for the slowest answer to end, short enough for an operator who waits. */
const GOODBYE_MS = 5000;

/**
 * Serves the build: isolation headers on every answer, static files from memory, pages through the adapter's handler. Its
 * settings: docs/operating.md. Resolves with the server once it listens; rejects where a setting is wrong, and with the
 * system's error where it cannot listen.
 */
export async function serve() {
	const settings = frontSettings(process.env);
	prepareAdapter(process.env);
	const build = new URL('./build/', import.meta.url);
	const files = staticFiles(fileURLToPath(build));
	/** @type {{ handler: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => unknown }} */
	const { handler } = await import(new URL('handler.js', build).href);
	const log = createLog();
	const secure = settings.origin?.protocol === 'https:';

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 */
	async function answer(request, response) {
		const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
		for (const [name, value] of Object.entries(isolationHeaders(path, { secure })))
			response.setHeader(name, value);
		const refused = refusalOf(request, settings);
		if (refused) {
			if (refused.log) log(refused.log);
			return void response.writeHead(refused.status, { 'content-type': 'text/plain' }).end(refused.text);
		}
		if (await files(request, response, path)) return;
		const status = statusOfOther(path);
		response.setHeader('Cache-Control', 'private, no-cache');
		if (status) return void response.writeHead(status).end();
		request.headers[PROTOCOL_HEADER] = 'http';
		await new Promise((resolve, reject) => {
			compress(request, response, () => {
				Promise.resolve(handler(request, response, () => response.writeHead(404).end())).then(
					resolve,
					reject
				);
			});
		});
	}

	const answerInTurn = oneAtATime(answer);
	const server = createServer((request, response) => {
		answerInTurn(request, response).catch((error) => {
			log(error);
			answerFault(request, response, { secure });
		});
	});
	limitConnections(server, { direct: settings.addressHeader === null });
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(settings.port, settings.host, () => {
			server.off('error', reject);
			resolve(undefined);
		});
	});
	// What goes wrong while a connection is accepted ends neither the server nor the next connection.
	server.on('error', (error) => log('A connection could not be accepted.', error));
	const address = server.address();
	const actual = typeof address === 'object' && address ? address.port : settings.port;
	console.log(`Passerelle is open at ${settings.origin?.origin ?? `http://localhost:${actual}`}`);

	let ending = false;
	/** @param {number} code */
	const end = (code) => {
		// The second time there is nothing left to wait for.
		if (ending) process.exit(code);
		ending = true;
		server.close(() => process.exit(code));
		server.closeIdleConnections();
		setTimeout(() => {
			server.closeAllConnections();
			process.exit(code);
		}, GOODBYE_MS).unref();
	};
	endOnFault({ end, write: log });
	process.once('SIGTERM', () => end(0));
	process.once('SIGINT', () => end(0));
	return server;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await serve();
