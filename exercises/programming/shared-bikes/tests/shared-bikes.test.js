import { waitFor } from '@testing-library/dom';
import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from 'passerelle/page';

afterEach(() => vi.unstubAllGlobals());

/** Longer than any answer here takes, so short that all tests together stay within the exercise's time. */
const WAIT_MS = 300;

/** What the page threw while it was opened; undefined: nothing. */
let thrown;

/** Opens the page with a fetch that answers so. Where the page throws, what it shows too little is told first. */
async function openWith(stations) {
	const headers = { 'content-type': 'application/json' };
	const fetch = vi.fn(async () => new Response(JSON.stringify(stations), { headers }));
	vi.stubGlobal('fetch', fetch);
	thrown = undefined;
	await openPage().catch((error) => (thrown = error));
	return fetch;
}

const lines = () => [...document.querySelectorAll('#stations li')].map((item) => item.textContent);
/** As people read them: what stands in a box of its own, or after a new line, is apart. */
const read = () =>
	[...document.querySelectorAll('#stations li')].map((item) =>
		item.innerHTML.replace(/<\/?(?:br|div|p)\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, '')
	);
const numbers = () => lines().map((line) => line.match(/\d+/g)?.join(' '));
/** What breaks while the answer is read still belongs to the test that asked. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
/** Soon, and still when nothing more comes: a list that is shown twice is right only for a moment. */
async function soon(check) {
	await waitFor(check, { timeout: WAIT_MS });
	await settled();
	check();
}

const two = [
	{ name: 'Merode', bikes: 4 },
	{ name: 'Horta', bikes: 11 }
];

test('the page asks for stations.json', async () => {
	const fetch = await openWith(two);
	expect(
		fetch.mock.calls.map(([address]) => String(address).replace(/^.*\//, '')),
		'Nothing asked the network for `stations.json`. In `showStations`, `fetch` gets the name of the file between quotes. Is `showStations()` called at the end?'
	).toContain('stations.json');
	await settled();
});

test('each station has a line with its name', async () => {
	await openWith(two);
	const named = () =>
		lines().map((line) =>
			two
				.map(({ name }) => name)
				.filter((name) => line.includes(name))
				.join(' ')
		);
	await soon(() =>
		expect(
			[...new Set(named())],
			'The answer holds two stations, Merode and Horta: each gets a line of its own with its name, in this order. Does `await` stand before `fetch`, and before `response.json()`? Is `addStation` called in a loop?'
		).toEqual(['Merode', 'Horta'])
	);
	expect(
		lines().length,
		'Each station came more than once. Call `addStation` once for each station, and `showStations()` once, at the end.'
	).toBe(2);
	if (thrown !== undefined) throw thrown;
});

test('each line says how many bikes there are', async () => {
	await openWith(two);
	await soon(() =>
		expect(
			numbers(),
			'Merode has 4 bikes and Horta 11. The number, `station.bikes`, stands in the same line as the name.'
		).toEqual(['4', '11'])
	);
	expect(
		read().filter((line) => /(?:Merode|Horta)\d|\d(?:Merode|Horta)/.test(line)),
		'The name and the number stick together, as in Flagey7: nobody reads that well. Put a sign and a space between the two, for example `": "`.'
	).toEqual([]);
});

test('a station without bikes says 0', async () => {
	await openWith([{ name: 'Delta', bikes: 0 }]);
	await soon(() =>
		expect(
			numbers(),
			'The station Delta has 0 bikes, and people must know it. In an `if`, 0 counts as `false`.'
		).toEqual(['0'])
	);
});

test('a longer answer is shown whole', async () => {
	await openWith([1, 2, 3, 5, 8, 13].map((bikes) => ({ name: 'Station', bikes })));
	await soon(() =>
		expect(
			numbers(),
			'This answer holds six stations. How many there are changes every day: a loop takes them one by one to the end.'
		).toEqual(['1', '2', '3', '5', '8', '13'])
	);
});
