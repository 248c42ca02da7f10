import type { Page } from 'playwright/test';
import { exerciseIds, titleOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = ''] = exerciseIds;

/** The page as it is when a browser takes its picture for paper. */
async function asOnPaper(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

async function backOnScreen(page: Page): Promise<void> {
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await page.emulateMedia({ media: null });
}

/** Sides of the sheets of a PDF, in millimetres. */
function sheetsOf(pdf: Buffer): { width: number; height: number }[] {
	const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
	const millimetres = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
	return [...boxes].map(([, width, height]) => ({ width: millimetres(width), height: millimetres(height) }));
}

for (const [locale, viewport] of [
	['fr', { width: 1440, height: 900 }],
	['nl', { width: 360, height: 740 }]
] as const)
	test(`the task, all hints and the code are on paper, and nothing to press (${locale}, ${viewport.width} px)`, async ({
		page
	}) => {
		await preferEditor(page, 'light');
		await page.setViewportSize(viewport);
		const bench = await new Workbench(page, locale, FIRST).open();
		const { say } = bench;
		const phone = viewport.width < 1000;
		if (phone) await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
		const code = Array.from({ length: 60 }, (_, line) => `console.log("ligne ${line}");`).join('\n');
		await bench.lightReady();
		await bench.write(code);
		await bench.check.click();
		await expect(bench.verdict).toBeVisible();

		await asOnPaper(page);
		await expect(page.getByRole('heading', { level: 1, name: titleOf(FIRST, locale) }).first()).toBeVisible();
		for (const number of [1, 2, 3])
			await expect(page.getByRole('heading', { name: say('exercise.hint', { number }) })).toBeVisible();
		const paper = page.locator('.paper pre');
		await expect(paper).toHaveText(code);
		await expect(paper).toBeVisible();
		for (const gone of [bench.check, bench.results, page.locator('.app > header'), page.locator('#editor')])
			await expect(gone).toBeHidden();
		await expect(page.getByRole('button')).toHaveCount(0);
		const ink = await paper.evaluate((element) => getComputedStyle(element).color);
		expect(ink, 'dark letters, also of a dark page').toBe('rgb(27, 36, 54)');
		const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth);
		expect(wide).toBeLessThanOrEqual(viewport.width);

		await backOnScreen(page);
		await expect(paper).toHaveCount(0);
		await expect(bench.check).toBeVisible();
	});

test('the map is one sheet of A3, with every station to be ticked, whatever the screen shows', async ({
	page
}) => {
	const say = words('nl');
	await page.goto('/nl/map?view=list');
	await expect(page.getByRole('button', { name: say('map.print') })).toBeVisible();
	await asOnPaper(page);
	await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
	for (const id of exerciseIds) await expect(page.locator(`svg a[href="/nl/${id}"]`).first()).toBeVisible();
	await expect(page.locator('svg a .ring:not(.open)')).toHaveCount(0);
	await expect(page.locator('.as-list')).toBeHidden();
	await expect(page.getByRole('button')).toHaveCount(0);
	await backOnScreen(page);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(sheetsOf(pdf)).toEqual([{ width: 420, height: 297 }]);
});
