import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, previewOf, statesOf, verifyOnServer, writePage } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const COUNTS = 'programming/button-counts';
const CARD = 'programming/card-style';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

test('a page is built from start to pass: it is seen while one types, works, and is checked', async ({
	page
}) => {
	const bench = await new Workbench(page, 'fr', COUNTS).open();
	const preview = previewOf(page);
	await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(bench.run).toHaveCount(0);

	await writePage(bench, filesOf(COUNTS, 'wrong/shows-before-adding'));
	await preview.getByRole('button').click();
	await expect(preview.locator('#count')).toHaveText('0');
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	await expect(bench.celebration).toHaveCount(0);

	await writePage(bench, filesOf(COUNTS, 'solution'));
	// The browser may hand a click in the instant of the change to the page before; a person clicks again.
	await expect(async () => {
		await preview.getByRole('button').click({ timeout: 5000 });
		expect(Number(await preview.locator('#count').textContent())).toBeGreaterThan(0);
	}).toPass();
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('typing keeps the caret, and an error keeps the page that was there', async ({ page }) => {
	const bench = await new Workbench(page, 'nl', COUNTS).open();
	const preview = previewOf(page);
	const files = filesOf(COUNTS, 'solution');
	await writePage(bench, { ...files, 'main.js': 'document.querySelector("button").focus();' });
	await page.getByRole('tab', { name: 'index.html', exact: true }).click();
	await bench.write((files['index.html'] ?? '').replace('<h1>', '<h1>Hallo '));
	await expect(preview.getByRole('heading', { level: 1 })).toContainText('Hallo');
	await expect(bench.editor()).toBeFocused();

	await page.getByRole('tab', { name: 'main.js', exact: true }).click();
	await bench.write('const half = ', 'main.js');
	await expect(page.getByText(bench.say('preview.broken'))).toBeVisible();
	await expect(preview.getByRole('heading', { level: 1 })).toContainText('Hallo');
	await bench.write('console.log("klaar");', 'main.js');
	await expect(page.getByText(bench.say('preview.broken'))).toHaveCount(0);
	await expect(bench.console).toContainText('klaar');
});

test('an endless loop in a page: the rest goes on, says so, and the next edit brings the page back', async ({
	page
}) => {
	const bench = await new Workbench(page, 'en', COUNTS).open();
	const preview = previewOf(page);
	await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
	const files = filesOf(COUNTS, 'solution');
	await page.getByRole('tab', { name: 'main.js', exact: true }).click();
	await bench.write('for (;;) {}', 'main.js');
	await expect(page.getByText(bench.say('preview.stuck'))).toBeVisible();
	await bench.check.click();
	await expect(bench.verdict).toContainText(bench.say('grade.timeout', { count: 5 }));
	await writePage(bench, files);
	await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText(bench.say('preview.stuck'))).toHaveCount(0);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('on a small screen the page has a tab of its own', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'fr', COUNTS).open();
	await page.getByRole('tab', { name: bench.say('exercise.pane.page'), exact: true }).click();
	await expect(previewOf(page).getByRole('heading', { level: 1 })).toBeVisible();
	await expect(bench.editor()).toBeHidden();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

const mistakes = (id: string) =>
	readdirSync(fileURLToPath(new URL(`../../exercises/${id}/wrong/`, import.meta.url))).slice(0, 2);

for (const id of [COUNTS, CARD]) {
	test(`the browser and the server grade the same files of ${id} alike`, async ({ page }) => {
		const bench = await new Workbench(page, 'en', id).open();
		for (const over of [
			'start',
			...mistakes(id).map((name) => `wrong/${name}` as const),
			'solution'
		] as const) {
			const files = filesOf(id, over);
			await writePage(bench, files);
			await bench.check.click();
			let { report, grade } = await verifyOnServer(bench, files);
			// A machine that has much else to do reaches the limit of the exercise.
			for (let tries = 0; tries < 3 && report.status === 'timeout'; tries++)
				({ report, grade } = await verifyOnServer(bench, files));
			expect([report.engine.id, report.status]).toEqual(['remote', 'ran']);
			const states = Object.fromEntries(
				report.runs.flatMap((run) => run.tests.map((one) => [one.name, one.state]))
			);
			await expect.poll(() => statesOf(bench), { message: over }).toEqual(states);
			await expect(bench.celebration).toHaveCount(grade?.passed ? 1 : 0);
			if (!grade?.passed) continue;
			await expect(bench.celebration).toContainText(
				bench.say('exercise.done.points', { count: grade.points })
			);
		}
	});
}
