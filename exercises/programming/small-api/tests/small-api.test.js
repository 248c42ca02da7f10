import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer } from 'passerelle/program';

let server;
beforeEach(async () => {
	server = await startServer('main.js');
});
afterEach(() => server?.close());

/** Longer than any answer takes, so short that every test can wait for it within the exercise's time. */
const ANSWER_MS = 400;

const silentNote =
	'The server heard the question and never answered. On each way through your function there must be one `send(…)`.';

const stoppedNote = 'The server stopped in the middle of a question, before its answer.';

/** Asks the server. `data` is null where the answer is no JSON; `note`: what to say where there is no answer. */
async function ask(path, method = 'GET', note = silentNote) {
	const silence = new Promise((resolve) => setTimeout(resolve, ANSWER_MS, null));
	const answer = fetch(server.url + path, { method }).then(
		async (response) => ({
			status: response.status,
			type: response.headers.get('content-type') ?? '',
			text: await response.text()
		}),
		() => 'stopped'
	);
	const got = await Promise.race([answer, silence]);
	// What stopped it is told first.
	expect(got, note === silentNote ? stoppedNote : note).not.toBe('stopped');
	expect(got, note).not.toBeNull();
	let data = null;
	try {
		data = JSON.parse(got.text);
	} catch {
		// The tests say what they expected instead.
	}
	return { ...got, data };
}

test('GET /stops gives all the stops', async () => {
	const { status, data } = await ask('/stops');
	expect(
		data,
		'The address `/stops` gives the whole list of `stops.js`. Compare `request.url` with `"/stops"` and send `stops`.'
	).toEqual([
		{ id: 2, name: 'Flagey', shelter: true },
		{ id: 5, name: 'Fernand Cocq', shelter: false },
		{ id: 9, name: 'Madou', shelter: true }
	]);
	expect(status, 'The list was found: that is status 200.').toBe(200);
});

test('the answer says that it is JSON', async () => {
	const { type } = await ask('/stops');
	expect(
		type,
		'Programs look at `content-type` to know what they got. Use `send(…)` of the start for each answer: it writes `application/json`.'
	).toMatch(/^application\/json/);
});

test('GET /stops/2 gives one stop', async () => {
	const { status, data } = await ask('/stops/2');
	expect(
		data,
		'The address `/stops/2` gives the stop with the `id` 2, as an object and not as a list. In an address, 2 is a text; in `stops.js` it is a number.'
	).toEqual({ id: 2, name: 'Flagey', shelter: true });
	expect(status, 'The stop was found: that is status 200.').toBe(200);
});

test('GET /stops/9 gives another stop', async () => {
	const { data } = await ask('/stops/9');
	expect(
		data,
		'Another address, another stop: `/stops/9` gives Madou. Look for the stop with the `id` of the address, for example with `find`.'
	).toEqual({ id: 9, name: 'Madou', shelter: true });
});

/** Whether `error` has words. */
const saysWhy = (data) => /\p{L}/u.test(JSON.stringify(data?.error) ?? '');

const errorNote =
	'Say in the answer what is wrong: an object with `error`, for example `{ error: "No such stop" }`.';

test('a stop that does not exist is 404', async () => {
	const { status, data } = await ask('/stops/7');
	expect(
		status,
		'There is no stop 7, and `/stops/7` is another address than `/stops`. Answer with status 404, which means "not found": `send(response, 404, …)`.'
	).toBe(404);
	expect(saysWhy(data), errorNote).toBe(true);
});

test('an address that does not exist is 404', async () => {
	const { status, data } = await ask('/tickets');
	expect(
		status,
		'The server knows nothing about `/tickets`. Everything that is neither `/stops` nor a stop gets status 404.'
	).toBe(404);
	expect(saysWhy(data), errorNote).toBe(true);
});

test('an address that only looks like one of a stop is 404', async () => {
	for (const path of ['/tickets/2', '/stops/25', '/stops/99', '/stops/12', '/2'])
		expect(
			(await ask(path)).status,
			`The address ${path} belongs to no stop: that is status 404. Compare the whole address: its beginning, and the whole number at its end.`
		).toBe(404);
});

test('the answer to POST is 405', async () => {
	const { status, data } = await ask('/stops', 'POST');
	expect(
		status,
		'This API only gives, it takes nothing. When `request.method` is not `"GET"`, answer with status 405, "method not allowed".'
	).toBe(405);
	expect(
		saysWhy(data),
		'Say in the answer to `POST` what is wrong: an object with `error`. The list of stops does not belong there.'
	).toBe(true);
});

test('the answer to every other method is 405', async () => {
	for (const [method, path] of [
		['DELETE', '/stops/2'],
		['PUT', '/stops']
	])
		expect(
			(await ask(path, method)).status,
			`Somebody asked with ${method} ${path}. This API knows only one method: every other one gets status 405.`
		).toBe(405);
});

test('the server still answers after a wrong question', async () => {
	await ask('/stops/99');
	await ask('/stops/', 'DELETE');
	const { status, data } = await ask('/stops/5');
	expect(
		data?.name ?? '',
		'After two wrong questions, a good one must still be answered: `/stops/5` is Fernand Cocq. A question may not change the list.'
	).toBe('Fernand Cocq');
	expect(status, 'After two wrong questions, the good one is answered with status 200.').toBe(200);
});

test('the server still answers after a good question', async () => {
	for (const path of ['/stops', '/stops/9', '/stops/5'])
		await ask(
			path,
			'GET',
			'After a good question, the server does not answer the next one: a second `send(…)` for one question stops it. After `send(…)`, a `return` ends the function.'
		);
});
