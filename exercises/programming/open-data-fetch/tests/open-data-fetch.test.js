import { waitFor } from '@testing-library/dom';
import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from 'passerelle/page';

afterEach(() => vi.unstubAllGlobals());

/** Longer than any answer here takes, so short that all tests together stay within the exercise's time. */
const WAIT_MS = 300;

/** What the page said while it waited for the answer. */
let waiting;
/** What the page threw while it was opened; undefined: nothing. */
let thrown;

/** Opens the page with a fetch that answers so. Where the page throws, what it shows too little is told first. */
async function openWith(answer) {
	const fetch = vi.fn(async () => {
		await new Promise((resolve) => setTimeout(resolve, 0));
		waiting = message();
		return answer();
	});
	vi.stubGlobal('fetch', fetch);
	thrown = undefined;
	await openPage().catch((error) => (thrown = error));
	return fetch;
}

const json = (text, status = 200) => {
	const headers = { 'content-type': 'application/json' };
	return async () => new Response(text, { status, headers });
};
const lines = () =>
	[...document.querySelectorAll('#stations li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
/** As people read them: what stands in a box of its own, or after a new line, is apart. */
const read = () =>
	[...document.querySelectorAll('#stations li')].map((item) =>
		item.innerHTML.replace(/<\/?(?:br|div|p)\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, '')
	);
const message = () => document.querySelector('#message').textContent.trim();
/** Whether there are words, and others than while the page waited. */
const explains = (text) => text !== waiting && /\p{L}/u.test(text.replace(/NaN|undefined|null/g, ''));
const soon = (check) => waitFor(check, { timeout: WAIT_MS });
/** For what must not happen: time enough that it would have. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
/** The message that stays, once there is one; what stands there where none comes. */
async function said() {
	await soon(() => expect(explains(message())).toBe(true)).catch(() => {});
	await settled();
	return message();
}

const two = '[{ "name": "Merode", "bikes": 4 }, { "name": "Horta", "bikes": 11 }]';

test('the page asks for stations.json', async () => {
	const fetch = await openWith(json(two));
	expect(
		fetch.mock.calls.map(([address]) => String(address).replace(/^.*\//, '')),
		'The page asks once, for the file `stations.json`. Keep `await fetch("stations.json")`, and call `showStations()` once.'
	).toEqual(['stations.json']);
	await soon(() =>
		expect(
			lines().length,
			'The answer came, with two stations, but the list on the page is empty. Use a loop over `stations`, and append an `li` for each one.'
		).toBe(2)
	);
});

test('each station still has a line with its name and its bikes', async () => {
	await openWith(json('[{ "name": "Merode", "bikes": 4 }, { "name": "Delta", "bikes": 0 }]'));
	await soon(() =>
		expect(
			lines().map((line) => line.match(/Merode|Delta|\d+/g)?.join(' ')),
			'On a good day the page shows what it showed before: one line for each station, in the order of the answer, with its name and its bikes, also where there are 0.'
		).toEqual(['Merode 4', 'Delta 0'])
	);
	expect(
		read().filter((line) => /(?:Merode|Delta)\d|\d(?:Merode|Delta)/.test(line)),
		'The name and the number stick together, as in Flagey7: nobody reads that well. Put a sign and a space between the two, for example `": "`.'
	).toEqual([]);
	if (thrown !== undefined) throw thrown;
});

test('when all goes well there is no message', async () => {
	await openWith(json(two));
	await soon(() => expect(lines().length, 'The two stations of the answer are not in the list yet.').toBe(2));
	await settled();
	expect(
		message(),
		'The stations are there: a message would only worry people. Leave it empty, or empty it at the end.'
	).toBe('');
	await openWith(json('[{ "name": "Delta", "bikes": 0 }]'));
	await settled();
	expect(
		message(),
		'There is one station, Delta, with 0 bikes: the list is not empty, and the message is. Only a list without any station, with `length` 0, has to be explained.'
	).toBe('');
});

test('an empty list is explained', async () => {
	await openWith(json('[]'));
	expect(
		explains(await said()),
		'The answer is a list without stations. An empty page looks broken: when `stations.length` is 0, write a sentence into `message.textContent`.'
	).toBe(true);
	expect(lines(), 'There are no stations, so the list stays empty.').toEqual([]);
});

test('a problem of the server has a message of its own', async () => {
	await openWith(json('[]'));
	const empty = await said();
	await openWith(json('[]', 500));
	const broken = await said();
	expect(
		explains(broken),
		'The server answered 500: it has a problem. `fetch` does not stop for that, so look at `response.ok` before you read the answer, and write a message.'
	).toBe(true);
	expect(
		broken,
		'"No stations" and "the server has a problem" are two different things. Look at `response.ok` before you count the stations.'
	).not.toBe(empty);
});

const noNetwork = async () => {
	throw new TypeError('Failed to fetch');
};

test('a missing network is explained', async () => {
	await openWith(noNetwork);
	expect(
		explains(await said()),
		'Without a network, `fetch` throws an error, and the page stays as it was, without a word about it. Put the work into `try { … }` and write a sentence in `catch { … }`.'
	).toBe(true);
	expect(lines(), 'Nothing has arrived, so the list stays empty.').toEqual([]);
	if (thrown !== undefined) throw thrown;
});

test('the server and the network have two different messages', async () => {
	await openWith(noNetwork);
	const offline = await said();
	for (const status of [500, 503, 404]) {
		await openWith(async () => new Response('<h1>Sorry</h1>', { status }));
		expect(
			(await said()) === offline,
			`The server answered ${status}, with a page instead of stations, and people read the same as without a network. Look at \`response.ok\` before \`response.json()\`: each of the two problems gets a sentence of its own.`
		).toBe(false);
	}
});
