import { building, dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { DEFAULT_LOCALE, isLocale, type Locale } from '$lib/contract/locale.ts';
import { withoutContainers } from '$lib/server/engines-config.ts';
import { runningServer } from '$lib/server/running-server.ts';
import { isTheme, LOCALE_COOKIE, PREFERENCE_COOKIE, THEME_COOKIE } from '$lib/ui/preferences.ts';

/** The first language of `Accept-Language` that we speak: browsers send them in order of preference. */
function accepted(header: string | null): Locale | undefined {
	const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
	return wanted.find((code): code is Locale => isLocale(code));
}

/** The one font that the first paint needs; the others load when a text uses them. */
const isTextFont = (path: string): boolean => path.includes('hyperlegible-next-latin-wght');

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
	const response = await resolve(event, {
		preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && isTextFont(path)),
		transformPageChunk: ({ html }) =>
			html.replace('%passerelle.lang%', event.locals.locale).replace('%passerelle.theme%', event.locals.theme)
	});
	const policy = response.headers.get('content-security-policy');
	if (policy !== null && !server.engines.webcontainer.enabled)
		response.headers.set('content-security-policy', withoutContainers(policy));
	return response;
};

/** An address that leads nowhere is not our fault and not worth a line in the log; everything else is. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status !== 404) console.error(`${status} ${event.request.method} ${event.url.pathname}`, error);
	return { message };
};
