import { isolationHeaders } from './headers.mjs';

/** Who opens an address. The words are those of `src/error.html`, which SvelteKit shows where it can answer itself. */
const PAGE = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Passerelle</title>
<h1>Passerelle</h1>
<p lang="fr">C’était nous, pas toi. Ton travail est gardé sur cet appareil. <a href="/fr">Réessayer</a></p>
<p lang="nl">Dat lag aan ons, niet aan jou. Je werk is bewaard op dit toestel. <a href="/nl">Opnieuw proberen</a></p>
<p lang="en">That was us, not you. Your work is kept on this device. <a href="/en">Try again</a></p>
</html>
`;

/** What a script of ours asked for: the page has its own words for this. */
const TEXT = 'Something on this server did not work. Its log says what.\n';

/**
 * Answers a request whose answer failed by a fault of ours: 500 with a sentence, in three languages for people. Where part of the
 * answer has been sent, the connection is closed, so that nobody takes that part for all of it.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ secure: boolean }} site
 */
export function answerFault(request, response, { secure }) {
	if (response.headersSent) return void response.destroy();
	// Of an answer that is not coming: its length, its encoding, how long it may be kept.
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
	const isPage = /\btext\/html\b/.test(request.headers.accept ?? '');
	const headers = {
		...isolationHeaders(path, { secure }),
		'Content-Type': `${isPage ? 'text/html' : 'text/plain'}; charset=utf-8`,
		'Cache-Control': 'no-store',
		...(isPage && { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'" })
	};
	response.writeHead(500, headers).end(request.method === 'HEAD' ? undefined : isPage ? PAGE : TEXT);
}
