/**
 * Whether a request was sent by a page of this site. Browsers set `Sec-Fetch-Site` and scripts cannot;
 * older ones send at least `Origin` with a POST. A tool outside a browser can send anything: this keeps other
 * sites out, it does not keep secrets.
 */
export function isSameOrigin(request: Request, origin: string): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin';
	const from = request.headers.get('origin');
	return from === null ? request.method === 'GET' : from === origin;
}
