import { isolationHeaders } from '../front/headers.mjs';
import type { Cdp } from './cdp.ts';

/** The documents of a browser that judges pages, as text: bundled by `src/build`. */
export interface BrowserPages {
	/** The page around the frame. */
	around: string;
	/** The frame's: the one that the learner's browser loads, with the harness of pages. */
	frame: string;
}

/** A name that leads nowhere, and pages there are as safe as those of the site. */
const ORIGIN = 'https://page.invalid';
/** The frame's address has the headers, and so the walls, of the site's own frame. */
export const FRAME_PATH = '/engine/dom.html';
export const aroundUrl = (harden: boolean): string => `${ORIGIN}/${harden ? '' : '?open'}`;

/**
 * Answers every request of a browser: two documents with the site's own headers, and nothing else. Call it before there is
 * a page.
 */
export async function servePage(cdp: Cdp, { around, frame }: BrowserPages): Promise<void> {
	const files = new Map(
		[
			['/', around],
			[FRAME_PATH, frame]
		].map(([path = '', text = '']) => {
			const headers = { ...isolationHeaders(path), 'Content-Type': 'text/html; charset=utf-8' };
			const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
			return [
				path,
				{ responseCode: 200, responseHeaders, body: Buffer.from(text).toString('base64') }
			] as const;
		})
	);
	cdp.on('Fetch.requestPaused', ({ requestId, request }, session) => {
		const url = URL.canParse(request.url) ? new URL(request.url) : null;
		const file = url?.origin === ORIGIN && request.method === 'GET' ? files.get(url.pathname) : undefined;
		const answered = file
			? cdp.send('Fetch.fulfillRequest', { requestId, ...file }, session)
			: cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
		// The page that asked is gone.
		answered.catch(() => {});
	});
	await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
