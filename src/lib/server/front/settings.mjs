import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * @typedef {object} FrontSettings
 * @property {number} port
 * @property {string} host Where it listens.
 * @property {URL | null} origin The public address; null where every request's own is taken.
 * @property {string | null} addressHeader Lower case: the header in which a trusted proxy says who asks.
 * @property {number} depth How many trusted proxies add to it; the address counts from the end.
 * @property {ReadonlySet<string>} hosts Names that requests may be for, where there is no public address.
 */

/** Long enough for a submission of the largest size, whose characters take four bytes each. */
const BODY_SIZE_LIMIT = '1M';
/** Always written by this server, so that no visitor can choose the protocol of our own address. */
export const PROTOCOL_HEADER = 'x-passerelle-protocol';

/** @param {string | undefined} text */
function readOrigin(text) {
	if (!text) return null;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
		throw new Error(`ORIGIN is "${text}": it must be an address such as https://school.example`);
	return url;
}

/**
 * Reads what stands before SvelteKit: see docs/operating.md. Throws an error that names the variable where a value is
 * wrong, or where it would let visitors choose who they are.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {FrontSettings}
 */
export function frontSettings(env) {
	const addressHeader = env.ADDRESS_HEADER?.trim().toLowerCase() || null;
	if (addressHeader !== null && !/^[a-z0-9-]+$/.test(addressHeader))
		throw new Error(`ADDRESS_HEADER is "${addressHeader}": it must be the name of a header`);
	if (addressHeader === 'x-forwarded-for' && !env.XFF_DEPTH)
		throw new Error(
			'ADDRESS_HEADER is x-forwarded-for, to which visitors can add: set XFF_DEPTH to the number of your own proxies'
		);
	const depth = Number(env.XFF_DEPTH || 1);
	if (!Number.isInteger(depth) || depth < 1)
		throw new Error(`XFF_DEPTH is "${env.XFF_DEPTH}": it must be the number of your own proxies, 1 or more`);
	const named = (env.ALLOWED_HOSTS ?? '').split(',').map((name) => name.trim().toLowerCase());
	const own = hostname().toLowerCase();
	return {
		port: Number(env.PORT ?? 3000),
		host: env.HOST ?? '0.0.0.0',
		origin: readOrigin(env.ORIGIN),
		addressHeader,
		depth,
		hosts: new Set(['localhost', own, `${own}.local`, ...named].filter((name) => name !== ''))
	};
}

/**
 * What the adapter reads from the environment when it is loaded, where the operator did not decide it.
 * @param {Record<string, string | undefined>} env Changed.
 */
export function prepareAdapter(env) {
	// Without ORIGIN the adapter takes the address from Host and believes in HTTPS: forms would then be refused.
	if (!env.ORIGIN && !env.PROTOCOL_HEADER) env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	env.BODY_SIZE_LIMIT ??= BODY_SIZE_LIMIT;
}

/**
 * The name in a Host header, without its port; null for what is none.
 * @param {string | undefined} host
 */
function nameIn(host) {
	const url =
		host && !/[/@?#\\]/.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
	return url ? url.hostname : null;
}

/**
 * Whether a request is for this site. A name of somebody else that leads to this machine would make its pages ours.
 * @param {string | undefined} host
 * @param {FrontSettings} settings
 */
export function isForUs(host, { origin, hosts }) {
	if (origin) return true;
	const name = nameIn(host);
	if (name === null) return false;
	const plain = name.replace(/^\[|\]$/g, '');
	return isIP(plain) > 0 || hosts.has(name) || name.endsWith('.localhost');
}

/**
 * The address of whoever asks, as the trusted proxy says; null where it does not say it as it should.
 * @param {import('node:http').IncomingMessage} request
 * @param {FrontSettings} settings
 * @returns {string | null}
 */
export function proxiedAddress(request, { addressHeader, depth }) {
	if (addressHeader === null) return request.socket.remoteAddress ?? null;
	const value = request.headers[addressHeader];
	if (typeof value !== 'string') return null;
	const all = addressHeader === 'x-forwarded-for' ? value.split(',') : [value];
	const address = all[all.length - (addressHeader === 'x-forwarded-for' ? depth : 1)]?.trim() ?? '';
	return isIP(address) > 0 ? address : null;
}
