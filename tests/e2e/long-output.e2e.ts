import type { Page } from 'playwright/test';
import { expectAccessible } from './support/axe.ts';
import { exerciseIds } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;
const PAGE = 'programming/button-counts';
const NODE = 'programming/count-lines';
const LONG_LINE = 'console.log("la ".repeat(1000000));\n';
const lines = (count: number): string =>
	`for (let line = 1; line <= ${count}; line++) console.log("line " + line);\n`;
const MANY_LINES = lines(200_000);
/** A page that stands still for longer than this is felt; on a machine with other work to do, twice that. */
const FELT_MS = 300;

/** Longest task of the page while something is done, ms. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
	await page.evaluate(() => {
		const tasks: number[] = ((window as never as { tasks: number[] }).tasks = []);
		new PerformanceObserver((list) =>
			tasks.push(...list.getEntries().map(({ duration }) => duration))
		).observe({
			type: 'longtask'
		});
	});
	await act();
	return page.evaluate(() => Math.max(0, ...(window as never as { tasks: number[] }).tasks));
}

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

test('a line of 3 MB shows its beginning and its end, after Run and after Check', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const left = bench.console.getByText(/caractères ne sont pas affichés ici/).first();
	await bench.write(`console.log("Bonjour Bruxelles !");\nconsole.log("Il y a de la soupe.");\n${LONG_LINE}`);
	await bench.run.click();
	await expect(left).toBeVisible();
	await expect(bench.console).toContainText('Il y a de la soupe.');
	await expectAccessible(page, 'a long line');
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('a long output scrolls in its place on a phone, and covers nothing', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'nl', FIRST).open();
	await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).click();
	await bench.write(MANY_LINES);
	await bench.run.click();
	await expect(bench.verdict).toBeInViewport();
	const [output, results] = [await bench.console.boundingBox(), await bench.results.boundingBox()];
	expect(output!.y + output!.height).toBeLessThanOrEqual(results!.y);
});

test('of 200,000 lines the first and the last are shown, and the page is not held up', async ({ page }) => {
	const bench = await new Workbench(page, 'nl', FIRST).open();
	await bench.write(MANY_LINES);
	const once = async () => {
		await bench.run.click();
		await expect(bench.stop).toBeHidden();
		await expect(bench.console).toContainText('line 749');
		await expect(bench.console).toContainText('line 200000');
		await expect(bench.console).toContainText(/199\.001 regels staan hier niet/);
	};
	await bench.run.click();
	await expect(bench.console).toContainText('line 200000');
	const tasks = [await longestTask(page, once), await longestTask(page, once)];
	console.log(`Longest tasks of the page in two runs of 200,000 lines: ${tasks.join(', ')} ms`);
	expect(Math.min(...tasks)).toBeLessThan(FELT_MS);
	await expectAccessible(page, 'many lines');
});

test('a check of a program that prints 200,000 lines says so in its first failed test, and does not hold the page up', async ({
	page
}) => {
	const bench = await new Workbench(page, 'fr', FIRST).open();
	await bench.write(MANY_LINES);
	const once = async () => {
		await bench.check.click();
		await expect(bench.stop).toBeHidden();
		await expect(bench.results.getByText(/plus de 50000 fois/).first()).toBeVisible();
		await expect(bench.results.getByRole('button', { name: /ligne 1$/ }).first()).toBeVisible();
	};
	await once();
	const tasks = [await longestTask(page, once), await longestTask(page, once)];
	console.log(`Longest tasks of the page in two checks of 200,000 lines: ${tasks.join(', ')} ms`);
	expect(Math.min(...tasks)).toBeLessThan(FELT_MS);
});

test('a page that prints very much shows the first and the last ones', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', PAGE).open();
	const file = 'main.js';
	await page.getByRole('tab', { name: file, exact: true }).click();
	await bench.write(`${lines(50_000)}${LONG_LINE}`, file);
	await expect(bench.console).toContainText('line 1', { timeout: 30_000 });
	await expect(bench.console).toContainText('line 50000');
	await expect(bench.console.getByText(/lignes ne sont pas affichées ici/).first()).toBeAttached();
	await expect(bench.console.getByText(/caractères ne sont pas affichés ici/).first()).toBeAttached();
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	await expect(bench.verdict).not.toContainText(bench.say('grade.out-of-memory'));
});

test('on the server a program of Node shows the same', async ({ page }) => {
	const bench = await new Workbench(page, 'nl', NODE).open();
	await bench.write(`${MANY_LINES}${LONG_LINE}`);
	await bench.run.click();
	await expect(bench.console).toContainText('line 200000', { timeout: 30_000 });
	await expect(bench.console).toContainText(/regels staan hier niet/);
	await expect(bench.console).toContainText(/tekens staan hier niet/);
	await bench.check.click();
	await expect(bench.verdict).toBeVisible({ timeout: 60_000 });
	await expect(bench.verdict).not.toContainText(bench.say('grade.out-of-memory'));
});
