import { expect, test } from 'vitest';
import { fetchStationWords } from './fetch-station-words.ts';

const of = { locale: 'nl', version: 'v1' } as const;
const answers = (body: string, status = 200) =>
	fetchStationWords(async () => new Response(body, { status }), of);

test('they are asked for in the page’s language and version', async () => {
	const asked: string[] = [];
	const words = await fetchStationWords(async (url) => {
		asked.push(url);
		return Response.json({ 'p/a': ['lus'] });
	}, of);
	expect(asked).toEqual(['/nl/map/words.json?v=v1']);
	expect(words).toEqual({ 'p/a': ['lus'] });
});

test.each([
	['another status', '{}', 500],
	['no JSON', '<', 200],
	['other JSON', '{"p/a":"lus"}', 200],
	['nothing', 'null', 200]
])('%s is no words', async (_what, body, status) => {
	expect(await answers(body, status)).toBeNull();
});

test('without a network there are none', async () => {
	expect(await fetchStationWords(() => Promise.reject(new TypeError('offline')), of)).toBeNull();
});
