import { building, dev, version } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { DEFAULT_LOCALE, isLocale, type Locale } from '$lib/contract/locale.ts';
import { CollectRefused } from '$lib/server/collect-policy.ts';
import { CATALOG_ADDRESSES } from '$lib/i18n/address.ts';
import { withoutContainers } from '$lib/server/engines-config.ts';
import { VISIT_COOKIE } from '$lib/server/guard/browsers.ts';
import { renderPage } from '$lib/server/guard/render-page.ts';
import { runningServer } from '$lib/server/running-server.ts';
import { isTheme, LOCALE_COOKIE, PREFERENCE_COOKIE, THEME_COOKIE } from '$lib/ui/preferences.ts';
import { BUILD_HEADER } from '$lib/workspace/offline/site-cache.ts';

/** The first language of `Accept-Language` that we speak: browsers send them in order of preference. */
function accepted(header: string | null): Locale | undefined {
	const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
	return wanted.find((code): code is Locale => isLocale(code));
}

/** The one font that the first paint needs; the others load when a text uses them. */
const isTextFont = (path: string): boolean => /atkinson-hyperlegible-next\.[^/]*woff2$/.test(path);

/** Reads and compiles the exercises before anybody asks for one; a broken one is named in the log. So is a missing sandbox. */
export const init: ServerInit = async () => {
	// A wrong setting stops the start, with its name.
	const server = runningServer();
	await server.catalog();
	// A build starts the server for the pages that never change, and stops it.
	if (building) return;
	void server.warm();
	// In development scripts/exercise-changes.ts watches the folders.
	if (!dev) server.reloadOnSignal();
};

/** A page, or what is shown where there is none; endpoints count for themselves. */
const isRendered = ({ route }: RequestEvent): boolean =>
	route.id === null || /^\/\[lang=lang\](?!.*\.json$)/.test(route.id);

/** A word for this visit: those behind one address have a turn each (see `createBrowsers`). Returns the header that says it. */
function giveVisit({ cookies, url }: RequestEvent): string {
	const word = crypto.randomUUID();
	const how = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	cookies.set(VISIT_COOKIE, word, how);
	return cookies.serialize(VISIT_COOKIE, word, how);
}

/** Pages take turns; what is not a page has limits of its own. */
function renderInTurn(event: RequestEvent, render: () => Promise<Response>): Promise<Response> {
	const { guard } = event.locals.server;
	const known = event.cookies.get(VISIT_COOKIE);
	const client = guard.clientOf(event.getClientAddress(), known);
	const visit = known === undefined && !event.isDataRequest ? giveVisit(event) : null;
	return renderPage(
		guard,
		{
			client,
			locale: event.locals.locale,
			isData: event.isDataRequest,
			visit,
			signal: event.request.signal
		},
		render
	);
}

export const handle: Handle = async ({ event, resolve }) => {
	const server = runningServer();
	event.locals.server = server;
	const inAddress = event.url.pathname.split('/')[1];
	const cookie = event.cookies.get(LOCALE_COOKIE);
	if (isLocale(inAddress)) {
		event.locals.locale = inAddress;
		if (cookie !== inAddress) event.cookies.set(LOCALE_COOKIE, inAddress, PREFERENCE_COOKIE);
	} else {
		event.locals.locale = isLocale(cookie)
			? cookie
			: (accepted(event.request.headers.get('accept-language')) ?? DEFAULT_LOCALE);
	}
	const theme = event.cookies.get(THEME_COOKIE);
	event.locals.theme = isTheme(theme) ? theme : 'system';
	const render = async () =>
		resolve(event, {
			preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && isTextFont(path)),
			transformPageChunk: ({ html }) =>
				html
					.replace('%passerelle.lang%', event.locals.locale)
					.replace('%passerelle.theme%', event.locals.theme)
		});
	const response = await (building || !isRendered(event) ? render() : renderInTurn(event, render));
	// What anybody may keep is the same for everybody: a shared cache must not hand one visitor's cookie to the next.
	if (/\bpublic\b/.test(response.headers.get('cache-control') ?? '')) response.headers.delete('set-cookie');
	// A device keeps only what belongs to the build whose scripts it has (decision 0022).
	if (response.status === 200) response.headers.set(BUILD_HEADER, version);
	// A page's scripts ask for its sentences when they have run: too late to begin to load them.
	if (isLocale(inAddress) && response.headers.has('x-sveltekit-page'))
		response.headers.append(
			'link',
			`<${CATALOG_ADDRESSES[inAddress]}>; rel="preload"; as="fetch"; crossorigin`
		);
	const policy = response.headers.get('content-security-policy');
	if (policy !== null && !server.engines.webcontainer.enabled)
		response.headers.set('content-security-policy', withoutContainers(policy));
	return response;
};

/** What somebody asked wrongly is not our fault and not worth a line in the log; everything else is. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status >= 500) {
		// What an operator is to do says all in its sentence; where our own code failed is in the stack.
		const what = error instanceof CollectRefused ? error.message : error;
		console.error(`${status} ${event.request.method} ${event.url.pathname}`, what);
	}
	return { message };
};
