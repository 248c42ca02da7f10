import { picture, walkFirstHour } from './support/first-hour.ts';
import { test } from './support/site.ts';
import { preferEditor } from './support/workbench.ts';

/** Seven stations and their mistakes, one after another, on a machine that does other things too. */
const PATIENCE_MS = 300_000;

test.use({ viewport: { width: 1280, height: 720 } });

test('the first hour in Dutch on an old laptop: every mistake is explained, mended, and the stations are passed', async ({
	page
}) => {
	test.setTimeout(PATIENCE_MS);
	// The light editor, as on an old laptop; the full one closes braces by itself while a text is put into it.
	await preferEditor(page, 'plain');
	await walkFirstHour(page, 'nl', {
		write: (bench, code) => bench.write(code),
		press: (bench, button) => bench[button].click(),
		read: (bench) => bench.editor().inputValue(),
		click: (bench, name) => bench.results.getByRole('button', { name }).click(),
		picture: (page, name) => picture(page, name, 'laptop')
	});
});
