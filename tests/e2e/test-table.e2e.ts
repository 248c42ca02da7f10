import { readFileSync } from 'node:fs';
import type { CaseRow } from '../../src/lib/contract/case-table.ts';
import { accessibilityProblems } from './support/axe.ts';
import { expectFocusVisible, tabTo } from './support/keyboard.ts';
import { expectSameKills } from './support/page-exercise.ts';
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
const rowsOf = (folder: 'start' | 'solution'): CaseRow[] => {
	const file = new URL(`../../exercises/${ID}/${folder}/table.json`, import.meta.url);
	return (JSON.parse(readFileSync(file, 'utf8')) as { rows: CaseRow[] }).rows;
};

for (const locale of ['fr', 'en'] as const) {
	test(`rows are tried on bugs, in ${locale}: some escape, then all are caught, and other right tables can be seen`, async ({
		page
	}) => {
		const bench = await new Workbench(page, locale, ID).open();
		const { say } = bench;
		// Who fills in a table has written no code.
		await expect(page.locator('main')).not.toContainText(/\bcode\b/i);
		await expect(bench.check).toHaveAttribute('title', new RegExp(say('in-table.exercise.check-help')));
		await bench.check.click();
		await expect(page.locator('[data-kills] [data-state="caught"]')).toHaveCount(0);
		await expect(bench.verdict).toContainText(say('grade.rows-none-caught'));
		const escaped = page.locator('[data-kills] [data-state="escaped"]');
		await escaped.last().locator('summary').click();
		await expect(escaped.last()).toContainText(say('in-table.kills.escaped-text'));
		expect(await accessibilityProblems(page)).toEqual([]);

		for (const [index, [age, day, price]] of MORE.entries()) {
			await page.getByRole('button', { name: say('table.add'), exact: true }).click();
			const row = page.locator(`[data-row="${index + 2}"]`);
			await row.locator('[data-cell="0"] input').fill(age);
			await row.locator('[data-cell="1"] select').selectOption(day);
			await row.locator('[data-cell="2"] input').fill(price);
		}
		await page.reload();
		await bench.ready();
		await expect(page.locator('[data-row]')).toHaveCount(5);
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		await page.getByRole('button', { name: say('solutions.open') }).click();
		const ways = bench.results.getByRole('region', { name: say('solutions.title') });
		await expect(ways).toBeFocused();
		await expect(ways.locator('details').first()).toContainText(say('in-table.solutions.same'));
		await ways.locator('details').last().locator('summary').click();
		await expect(ways.getByRole('table', { name: say('table.ours'), exact: true })).toBeVisible();
		await expect(ways.getByRole('cell', { name: say('table.only-here') }).first()).toBeVisible();
		await expect(page.locator('main')).not.toContainText(/\bcode\b/i);
		expect(await accessibilityProblems(page)).toEqual([]);
	});
}

test('by keyboard alone at 360 px, in Dutch: weak rows, better rows; the server has the same kill map', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'nl', ID).open();
	const { say } = bench;
	const { keyboard } = page;
	const tab = (name: string) => page.getByRole('tab', { name });
	await tabTo(page, tab(say('exercise.pane.brief')));
	await keyboard.press('ArrowRight');
	await expect(tab(say('in-table.exercise.pane.code'))).toBeFocused();
	await tabTo(page, page.locator('[data-row="1"] [data-cell="0"] input'));
	await keyboard.press('ControlOrMeta+Enter');
	await expect(bench.verdict).toContainText(say('grade.rows-none-caught'));
	const escaped = page.locator('[data-kills] [data-state="escaped"]').last();
	await tabTo(page, escaped.locator('summary'));
	await keyboard.press('Enter');
	await expect(escaped).toContainText(say('in-table.kills.escaped-text'));
	await expectSameKills(bench, rowsOf('start'));

	await tabTo(page, tab(say('exercise.pane.results')), { key: 'Shift+Tab' });
	await keyboard.press('ArrowLeft');
	const add = page.getByRole('button', { name: say('table.add'), exact: true });
	for (const [index, [age, day, price]] of MORE.entries()) {
		await tabTo(page, add);
		await keyboard.press('Enter');
		const row = page.locator(`[data-row="${index + 2}"]`);
		await expect(row.locator('[data-cell="0"] input')).toBeFocused();
		await keyboard.type(age);
		await keyboard.press('Tab');
		await keyboard.type({ monday: 'maandag', wednesday: 'woensdag', saturday: 'zaterdag' }[day]);
		await expect(row.locator('select')).toHaveValue(day);
		await keyboard.press('Tab');
		await keyboard.type(price);
	}
	expect(await accessibilityProblems(page)).toEqual([]);
	await keyboard.press('ControlOrMeta+Enter');
	await expect(bench.celebration).toBeVisible();
	await expectFocusVisible(page);
	await expectSameKills(bench, rowsOf('solution'));
	expect(await accessibilityProblems(page)).toEqual([]);
});

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
