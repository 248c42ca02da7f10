import { isForUs, proxiedAddress } from './settings.mjs';

/** Folders whose files are all in the index of static files: what is not there is nowhere. */
const RESERVED = /^\/(?:_app|engine)(?:\/|$)/i;

/**
 * The path as other servers might read it: decoded until nothing changes, without empty and dot segments. Null where it
 * cannot be decoded.
 * @param {string} path
 * @returns {string | null}
 */
function plainPath(path) {
	let decoded = path;
	try {
		for (let next = decodeURIComponent(decoded); next !== decoded; next = decodeURIComponent(decoded))
			decoded = next;
	} catch {
		// What was decoded once may hold a % that means itself.
		if (decoded === path) return null;
	}
	const parts = [];
	for (const part of decoded.replaceAll('\\', '/').split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return `/${parts.join('/')}`;
}

/**
 * Why a request is answered before anybody reads it; null where it goes on.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('./settings.mjs').FrontSettings} settings
 * @returns {{ status: number, text: string, log?: string } | null}
 */
export function refusalOf(request, settings) {
	const { url = '', headers } = request;
	if (!url.startsWith('/')) return { status: 400, text: 'Bad Request' };
	if (!isForUs(headers.host, settings))
		return {
			status: 421,
			text: 'This server does not know that name. Its operator can set ORIGIN, or name it in ALLOWED_HOSTS.'
		};
	if (proxiedAddress(request, settings) === null)
		return {
			status: 400,
			text: 'Bad Request',
			log: `A request without a usable address in ${settings.addressHeader} (ADDRESS_HEADER) was refused: does everything come through your proxy?`
		};
	return null;
}

/**
 * What a path that is no static file may not be: an alias of one. The adapter has a file server of its own that decodes,
 * adds and drops endings, and knows nothing of the policies of frame documents.
 * @param {string} path Of the request, without the query.
 * @returns {400 | 404 | null}
 */
export function statusOfOther(path) {
	const plain = plainPath(path);
	if (plain === null) return 400;
	return RESERVED.test(plain) || RESERVED.test(path) ? 404 : null;
}
