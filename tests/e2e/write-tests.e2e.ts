import { LOCALES } from '../../src/lib/contract/locale.ts';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, solutionOf } from './support/exercise.ts';
import { expectFocusVisible, tabTo } from './support/keyboard.ts';
import { expectSameKills } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const ID = 'testing/first-test';
const FILE = 'price.test.js';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

for (const locale of LOCALES) {
	test(`tests are tried on bugs, in ${locale}: some escape, then all are caught, and the map says so`, async ({
		page
	}) => {
		if (locale === 'nl') await page.setViewportSize({ width: 360, height: 740 });
		const bench = await new Workbench(page, locale, ID).open();
		const { say } = bench;
		const kills = page.locator('[data-kills]');
		if (locale === 'nl') await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
		await expect(bench.run).toHaveCount(0);
		await bench.check.click();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		const escaped = kills.locator('[data-state="escaped"]');
		expect(await escaped.count()).toBeGreaterThan(2);
		await escaped.first().locator('summary').click();
		await expect(escaped.first()).toContainText(say('kills.escaped-text'));
		// What the bug is stays a secret until a test has caught it, or the last hint is open.
		await expect(escaped.first().locator('dl')).toHaveCount(0);
		expect(await accessibilityProblems(page)).toEqual([]);

		if (locale === 'nl') await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
		await bench.editor(FILE).fill(solutionOf(ID, FILE));
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		await expect(kills.locator('[data-state="escaped"]')).toHaveCount(0);
		const named = kills.locator('[data-bug^="named:"]').first();
		await named.locator('summary').click();
		await expect(named.locator('dl')).toContainText('age');
		expect(await accessibilityProblems(page)).toEqual([]);

		await page.goto(`/${locale}/map`);
		await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	});
}

test('a test that expects what the task does not say comes first, with its line', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', ID).open();
	await bench
		.editor(FILE)
		.fill(
			`import { expect, test } from 'vitest';\nimport { priceFor } from './price.js';\n\ntest('six', () => {\n\texpect(priceFor(6)).toBe(0);\n});\n`
		);
	await bench.check.click();
	await expect(bench.verdict).toContainText(bench.say('grade.tests-invalid', { count: 1 }));
	await expect(bench.results.locator('[data-test="six"]')).toContainText(`${FILE}`);
	await expect(page.locator('[data-kills]')).toHaveCount(0);
});

for (const locale of LOCALES) {
	test(`with a keyboard alone on a narrow screen, in ${locale}; the server has the same kill map`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 360, height: 740 });
		const bench = await new Workbench(page, locale, ID).open();
		const { say } = bench;
		const { keyboard } = page;
		const code = page.getByRole('tab', { name: say('exercise.pane.code') });
		const toCode = async (): Promise<void> => {
			await tabTo(page, page.locator('[role=tab][aria-selected=true]').first(), { key: 'Shift+Tab' });
			for (let press = 0; press < 4 && (await code.getAttribute('aria-selected')) !== 'true'; press++)
				await keyboard.press('ArrowLeft');
			await expect(code).toHaveAttribute('aria-selected', 'true');
			await tabTo(page, bench.editor(FILE));
		};
		await tabTo(page, page.getByRole('tab', { name: say('exercise.pane.brief') }));
		await keyboard.press('ArrowRight');
		await tabTo(page, bench.editor(FILE));
		const weak = await bench.editor(FILE).inputValue();
		await keyboard.press('ControlOrMeta+Enter');
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		await tabTo(page, page.locator('[data-kills] [data-state="escaped"] summary').first());
		await keyboard.press('Enter');
		await expect(page.getByText(say('kills.escaped-text')).first()).toBeVisible();
		await expectFocusVisible(page);
		await expectSameKills(bench, { [FILE]: weak });

		await toCode();
		await keyboard.press('ControlOrMeta+A');
		await keyboard.insertText(solutionOf(ID, FILE));
		await keyboard.press('ControlOrMeta+Enter');
		await expect(bench.celebration).toBeVisible();
		await expectFocusVisible(page);
		await expectSameKills(bench, { [FILE]: solutionOf(ID, FILE) });
	});
}
