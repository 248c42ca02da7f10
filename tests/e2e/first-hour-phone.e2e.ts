import { picture, walkFirstHour } from './support/first-hour.ts';
import { test } from './support/site.ts';

/** Seven stations and their mistakes, one after another, on a machine that does other things too. */
const PATIENCE_MS = 300_000;

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('the first hour in French on a phone: every mistake is explained, mended, and the stations are passed', async ({
	page
}) => {
	test.setTimeout(PATIENCE_MS);
	await walkFirstHour(page, 'fr', {
		async write(bench, code) {
			await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).tap();
			await bench.write(code);
		},
		press: (bench, button) => bench[button].tap(),
		async read(bench) {
			await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).tap();
			return bench.text();
		},
		click: (bench, name) => bench.results.getByRole('button', { name }).tap(),
		picture: (page, name) => picture(page, name, 'phone')
	});
});
