/** The origin of an address; null for none, and for what is no address. */
function originOf(address: string | null): string | null {
	return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

/**
 * Whether a request was sent by a page of this site. Browsers set `Sec-Fetch-Site` and scripts cannot; older ones send
 * `Origin` with what changes something, and mostly `Referer` with a GET. Where none of them says anything, a GET may be of
 * a page of ours, and what changes something is refused. A tool outside a browser can send anything: this keeps other sites
 * out, it does not keep secrets.
 */
export function isSameOrigin(request: Request, origin: string): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin';
	const from = request.headers.get('origin');
	if (from !== null) return from === origin;
	if (request.method !== 'GET' && request.method !== 'HEAD') return false;
	const referer = originOf(request.headers.get('referer'));
	return referer === null || referer === origin;
}
