import { expect, test, vi } from 'vitest';

/** Lines that were printed before the program ended or broke, and the error that broke it. */
async function run() {
	vi.resetModules();
	const log = vi.spyOn(console, 'log').mockImplementation(() => {});
	let error = null;
	try {
		await import('../start/main.js');
	} catch (thrown) {
		error = thrown;
	}
	const output = log.mock.calls.map((args) => args.join(' ')).join('\n');
	log.mockRestore();
	const lines = output.split('\n').map((line) => line.trim());
	return { error, lines: lines.filter((line) => line !== '') };
}

test('the first line shows the stop', async () => {
	const { lines } = await run();
	expect(
		lines[0] ?? '',
		'The first line must show the stop: Flagey. It was right at the start: you can begin again.'
	).toBe('Flagey');
});

test('the second line shows the minutes', async () => {
	const { lines } = await run();
	expect(
		lines[1] ?? '',
		'The second line must show the minutes, 4. Press Run and read the message: which word does the computer not know?'
	).toBe('4');
});

test('the third line shows both', async () => {
	const { lines } = await run();
	expect(
		lines[2] ?? '',
		'The third line must show the stop, a colon and the minutes: `Flagey: 4`. Look at each word of the last line: a variable stands without quotes.'
	).toMatch(/^Flagey\s?:\s*4$/);
});

test('there are three lines', async () => {
	const { lines } = await run();
	expect(
		lines.length,
		'The screen must show three lines. Correct the lines that are there: do not remove any and do not add any.'
	).toBe(3);
});

test('the program runs to its end', async () => {
	const { error } = await run();
	// The page explains the error itself, with its line.
	if (error) throw error;
	expect(error, 'The program still stops before its end.').toBe(null);
});
