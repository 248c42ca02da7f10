import { LOCALES } from '../../src/lib/contract/locale.ts';
import { accessibilityProblems } from './support/axe.ts';
import { expect, test } from './support/site.ts';
import { Workbench } from './support/workbench.ts';

const ID = 'testing/ticket-prices';
/** Age, day, price: what the first row, which is there, does not notice. */
const MORE = [
	['8', 'saturday', '4,00'],
	['30', 'monday', '6'],
	['8', 'monday', '2'],
	['30', 'wednesday', '8']
] as const;

for (const locale of LOCALES) {
	test(`rows are tried on bugs, in ${locale}: some escape, then all are caught`, async ({ page }) => {
		const small = locale === 'nl';
		if (small) await page.setViewportSize({ width: 360, height: 740 });
		const bench = await new Workbench(page, locale, ID).open();
		const { say } = bench;
		const table = async () => {
			if (small) await page.getByRole('tab', { name: say('table.pane') }).click();
		};
		/** On a phone the actions stay in sight, over what is scrolled below them. */
		const toTheEnd = () => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
		await table();
		await bench.check.click();
		await expect(page.locator('[data-kills] [data-state="caught"]')).toHaveCount(0);
		await expect(bench.verdict).toContainText(say('grade.rows-none-caught'));
		const escaped = page.locator('[data-kills] [data-state="escaped"]');
		await escaped.last().locator('summary').click();
		await expect(escaped.last()).toContainText(say('kills.rows.escaped-text'));
		await toTheEnd();
		expect(await accessibilityProblems(page)).toEqual([]);

		await table();
		for (const [index, [age, day, price]] of MORE.entries()) {
			await page.getByRole('button', { name: say('table.add'), exact: true }).click();
			const row = page.locator(`[data-row="${index + 2}"]`);
			await row.locator('[data-cell="0"] input').fill(age);
			await row.locator('[data-cell="1"] select').selectOption(day);
			await row.locator('[data-cell="2"] input').fill(price);
		}
		await page.reload();
		await bench.ready();
		await table();
		await expect(page.locator('[data-row]')).toHaveCount(5);
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		await toTheEnd();
		expect(await accessibilityProblems(page)).toEqual([]);
	});
}

test('a cell that is empty, and a row that the task does not say, are told where they are', async ({
	page
}) => {
	const bench = await new Workbench(page, 'fr', ID).open();
	const { say } = bench;
	const first = page.locator('[data-row="1"]');
	const price = first.locator('[data-cell="2"] input');
	await price.fill('');
	await bench.check.click();
	await expect(first).toContainText(say('table.fault.empty'));
	await expect(price).toBeFocused();
	await price.fill('7,50');
	await bench.check.click();
	await expect(page.locator('[data-failed-row="1"]')).toContainText(say('table.says-else'));
	await expect(first).toContainText(say('table.says-else'));
	await expect(page.locator('[data-kills]')).toHaveCount(0);
});
