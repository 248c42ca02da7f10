import { setImmediate } from 'node:timers/promises';
import type { Locale } from '../../contract/locale.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import type { Client } from './client.ts';
import type { Guard } from './guard.ts';
import { TurnRefused } from './turns.ts';

export interface PageRequest {
	client: Client;
	locale: Locale;
	/** A page that is open asks for the data of the next one, and shows what it gets (see `tooMany`). */
	isData?: boolean;
	/** The header that gives the browser a word for its visit; null where it has one. */
	visit: string | null;
	/** Aborted when nobody waits for the page any more. */
	signal: AbortSignal;
}

/** Node accepts one connection in each turn of its loop; an empty turn takes some microseconds. */
const LOOP_TURNS = 20;

/**
 * Between two pages: else those that wait would be rendered one after another, and who connects behind three hundred others
 * would be let in after as many pages.
 */
async function letOthersIn(): Promise<void> {
	for (let turn = 0; turn < LOOP_TURNS; turn++) await setImmediate();
}

/**
 * The answer to who asks for more pages than people do. A browser shows the sentence and comes back by itself: one that
 * just got its word has turns of its own then, whatever the others of its address do. A page that is open is told in
 * JSON, as SvelteKit tells it of errors (an `App.Error`), and its error page does the same.
 */
async function tooMany({ locale, visit, isData = false }: PageRequest, seconds: number): Promise<Response> {
	const t = createTranslate(locale, await loadMessageCatalog(locale));
	if (isData) {
		const error: App.Error = { message: t('error.busy.text'), seconds };
		const headers = { 'cache-control': 'no-store', 'retry-after': String(seconds) };
		return Response.json(error, { status: 429, headers });
	}
	const headers = new Headers({
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
		'cache-control': 'no-store',
		'retry-after': String(seconds),
		refresh: String(seconds)
	});
	if (visit !== null) headers.append('set-cookie', visit);
	const page = `<!doctype html><html lang="${locale}"><meta name="viewport" content="width=device-width"><title>Passerelle</title><p>${t('error.busy.text')}</p></html>`;
	return new Response(page, { status: 429, headers });
}

/** Renders a page when it is the client's turn, or answers that it asks for too many. */
export async function renderPage(
	guard: Guard,
	asked: PageRequest,
	render: () => Promise<Response> | Response
): Promise<Response> {
	const seconds = guard.wait('page', asked.client);
	if (seconds > 0) return tooMany(asked, seconds);
	try {
		return await guard.pages.take(asked, async () => {
			await letOthersIn();
			return render();
		});
	} catch (error) {
		if (error instanceof TurnRefused) return tooMany(asked, error.seconds);
		// Nobody reads it.
		if (asked.signal.aborted) return new Response(null, { status: 503 });
		throw error;
	}
}
