import { expect, test } from 'vitest';
import { createGuard, type Guard } from './guard.ts';
import { renderPage, type PageRequest } from './render-page.ts';

const from = (client: string, more: Partial<PageRequest> = {}): PageRequest => ({
	client,
	locale: 'nl',
	visit: null,
	signal: new AbortController().signal,
	...more
});
const page = () => new Response('page');

test('a page is rendered for who asks as often as people do', async () => {
	const response = await renderPage(createGuard(), from('192.0.2.1 a'), page);
	expect([response.status, await response.text()]).toEqual([200, 'page']);
});

test('who asks for too many reads why in their language, and comes back by itself with a word of its own', async () => {
	const guard: Guard = { ...createGuard(), wait: (rate) => (rate === 'page' ? 2 : 0) };
	const response = await renderPage(guard, from('192.0.2.1 any', { visit: 'visit=abc; Path=/' }), page);
	expect(response.status).toBe(429);
	expect(Object.fromEntries(response.headers)).toMatchObject({
		'cache-control': 'no-store',
		'retry-after': '2',
		refresh: '2',
		'set-cookie': 'visit=abc; Path=/'
	});
});

const SENTENCES = [
	['fr', 'Trop de pages sont demandées en même temps.'],
	['nl', 'Er worden te veel pagina’s tegelijk gevraagd.'],
	['en', 'Too many pages are being asked for at once.']
] as const;

/** It may be the others of the address who ask for so many. */
test.each(SENTENCES)('in "%s" nobody is blamed for the pages that are too many', async (locale, sentence) => {
	const guard: Guard = { ...createGuard(), wait: () => 2 };
	const text = await (await renderPage(guard, from('192.0.2.1 any', { locale }), page)).text();
	expect(text).toContain(`lang="${locale}"`);
	expect(text).toContain(sentence);
});

test.each(SENTENCES)(
	'in "%s" a page that is open is told the same, and when to come back',
	async (locale, sentence) => {
		const guard: Guard = { ...createGuard(), wait: () => 2 };
		const response = await renderPage(guard, from('192.0.2.1 any', { locale, isData: true }), page);
		expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
		// What SvelteKit's client reads of an answer that is no data.
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({ message: expect.stringContaining(sentence), seconds: 2 });
	}
);

test('a flood of pages waits behind who comes later with less, and other work gets in between', async () => {
	const guard = createGuard();
	const order: string[] = [];
	const render = (name: string) => () => {
		order.push(name);
		return page();
	};
	const flood = Array.from({ length: 30 }, () => renderPage(guard, from('192.0.2.1 a'), render('flood')));
	const other = renderPage(guard, from('192.0.2.2 b'), render('other'));
	setTimeout(() => order.push('timer'));
	await Promise.all([...flood, other]);
	expect(order.length).toBe(32);
	// Four had a turn before anybody else was there.
	expect(order.indexOf('other')).toBeLessThan(6);
	expect(order.indexOf('timer')).toBeLessThan(31);
});

test('a page for which nobody waits any more is not rendered', async () => {
	const guard = createGuard();
	const gone = new AbortController();
	const held: (() => void)[] = [];
	const hold = () => new Promise<Response>((resolve) => held.push(() => resolve(page())));
	const first = Array.from({ length: 4 }, () => renderPage(guard, from('192.0.2.1 a'), hold));
	const left = renderPage(guard, from('192.0.2.1 a', { signal: gone.signal }), () => {
		throw new Error('It is rendered');
	});
	gone.abort();
	expect((await left).status).toBe(503);
	await expect.poll(() => held.length).toBe(4);
	held.forEach((release) => release());
	await Promise.all(first);
});
