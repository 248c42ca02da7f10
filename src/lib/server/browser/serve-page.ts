import type { RunSetting } from '../../contract/run-setting.ts';
import { isolationHeaders } from '../front/headers.mjs';
import type { Cdp } from './cdp.ts';

/** The documents of a browser that judges pages, as text: bundled by `src/build`. */
export interface BrowserPages {
	/** The page around the frame. */
	around: string;
	/** The frame's: the one that the learner's browser loads, with the harness of pages. */
	frame: string;
}

/** What the realm of a submission is like. */
export interface PageRealm {
	/** False for exercises that may change prototypes. */
	harden: boolean;
	/** Default: the stated one. */
	setting?: RunSetting | undefined;
}

/** A name that leads nowhere, and pages there are as safe as those of the site. */
const ORIGIN = 'https://page.invalid';
/** The frame's address has the headers, and so the walls, of the site's own frame. */
const FRAME_PATH = '/engine/dom.html';
/** Of the page around the frame, which gives its query to the frame's address. */
export function aroundUrl({ harden, setting }: PageRealm): string {
	const query = new URLSearchParams();
	if (!harden) query.set('open', '');
	if (setting) query.set('setting', JSON.stringify(setting));
	return `${ORIGIN}/?${query}`;
}

/** Where the harness looks for another setting than the stated one. */
const settingScript = (setting: string): string =>
	`<script>globalThis.__passerelle_bridge__={setting:${setting.replaceAll('<', '\\x3c')}};`;

/** The document of an address; null where there is none. */
function documentAt(url: string, { around, frame }: BrowserPages): { path: string; text: string } | null {
	if (!URL.canParse(url)) return null;
	const { origin, pathname: path, searchParams } = new URL(url);
	if (origin !== ORIGIN) return null;
	if (path === '/') return { path, text: around };
	if (path !== FRAME_PATH) return null;
	const setting = searchParams.get('setting');
	return { path, text: setting === null ? frame : frame.replace('<script>', () => settingScript(setting)) };
}

/**
 * Answers every request of a browser: two documents with the site's own headers, and nothing else. Call it before there is
 * a page.
 */
export async function servePage(cdp: Cdp, pages: BrowserPages): Promise<void> {
	cdp.on('Fetch.requestPaused', ({ requestId, request }, session) => {
		const found = documentAt(request.url, pages);
		const refuse = () =>
			cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
		const answer = ({ path, text }: NonNullable<typeof found>) => {
			const headers = { ...isolationHeaders(path), 'Content-Type': 'text/html; charset=utf-8' };
			const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
			const body = Buffer.from(text).toString('base64');
			return cdp.send(
				'Fetch.fulfillRequest',
				{ requestId, responseCode: 200, responseHeaders, body },
				session
			);
		};
		// The page that asked may be gone.
		(found ? answer(found) : refuse()).catch(() => {});
	});
	await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
