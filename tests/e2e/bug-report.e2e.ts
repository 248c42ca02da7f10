import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright/test';
import type { BugReport } from '../../src/lib/contract/bug-report.ts';
import { criteriaOf } from '../../src/lib/kinds/bug-report/grade.ts';
import type { Locale } from '../../src/lib/contract/locale.ts';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds } from './support/exercise.ts';
import { expectFocusVisible, tabTo } from './support/keyboard.ts';
import { verifyOnServer } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { Workbench } from './support/workbench.ts';

const ID = 'testing/write-it-down';
const solutionOf = (locale: Locale): BugReport => {
	const { $schema: _, ...report } = JSON.parse(
		readFileSync(new URL(`../../exercises/${ID}/solution/report.${locale}.json`, import.meta.url), 'utf8')
	) as BugReport & { $schema: string };
	return report;
};

/** The app that is played with; while another one is loaded, the one before it. */
const appOf = (page: Page) => page.frameLocator('#pane-page iframe:not([inert])');
const stepsOf = (page: Page): Locator => page.locator('#pane-code ol > li');
const criterion = (bench: Workbench, id: string): Locator => bench.results.locator(`[data-check="${id}"]`);
const field = (bench: Workbench, name: 'title' | 'expected' | 'actual'): Locator =>
	bench.page.getByRole('textbox', { name: bench.say(`report.field.${name}`) });

async function fillIn(bench: Workbench, { title, expected, actual }: BugReport): Promise<void> {
	await field(bench, 'title').fill(title);
	await field(bench, 'expected').fill(expected);
	await field(bench, 'actual').fill(actual);
	await bench.page.getByRole('radio', { name: bench.say('report.severity.harms') }).check();
}

test('what is done to the app becomes steps; a report that shows the bug passes, and the map says so', async ({
	page
}) => {
	const bench = await new Workbench(page, 'fr', ID).open();
	const { say } = bench;
	const app = appOf(page);
	// Who reports a bug has written no code.
	await expect(page.locator('main')).not.toContainText(/\bcode\b/i);
	await expect(bench.check).toHaveAttribute('title', new RegExp(say('in-report.exercise.check-help')));
	await app.getByRole('button', { name: 'Ajouter' }).click();
	await expect(stepsOf(page)).toHaveCount(1);
	await expect(stepsOf(page).first()).toContainText('Clique sur Ajouter');
	await expect(page.locator('[data-steps-said]')).toContainText('Étape 1 : Clique sur Ajouter');
	await app.getByRole('combobox').focus();
	await page.keyboard.press('ArrowDown');
	await expect(stepsOf(page)).toHaveCount(2);
	await expect(stepsOf(page).nth(1)).toContainText('Pain (2 €)');

	// Without the bug, and with half of a report.
	await field(bench, 'title').fill('Le total');
	await bench.check.click();
	await expect(criterion(bench, 'bug-shows')).toHaveAttribute('data-state', 'fail');
	await expect(criterion(bench, 'steps-done')).toHaveAttribute('data-state', 'pass');
	await expect(bench.verdict).toContainText(say('grade.bug-not-shown'));
	expect(await accessibilityProblems(page)).toEqual([]);

	// A step that is taken out is not done to the app any more.
	await page.getByRole('button', { name: say('report.remove', { number: 2 }) }).click();
	await expect(stepsOf(page)).toHaveCount(1);
	await expect(app.getByRole('combobox')).toHaveValue('Soupe (3 €)');
	await app.getByRole('button', { name: 'Enlever Soupe' }).click();
	await expect(app.getByRole('status')).toHaveText('3 €');
	await fillIn(bench, solutionOf('fr'));
	await expect(page.locator('#pane-code [data-state="fail"]')).toHaveCount(0);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);

	// Draft and result are there after a reload, and the app is as after the steps.
	await page.reload();
	await bench.ready();
	await expect(stepsOf(page)).toHaveCount(2);
	await expect(bench.celebration).toBeVisible();
	await expect(field(bench, 'title')).toHaveValue(solutionOf('fr').title);
	await expect(appOf(page).getByRole('status')).toHaveText('3 €');

	// In another language the app keeps the names that are in the steps.
	await page.goto(`/nl/${ID}`);
	await new Workbench(page, 'nl', ID).ready();
	await expect(stepsOf(page)).toHaveCount(2);
	await expect(appOf(page).getByRole('button', { name: 'Ajouter' })).toBeVisible();
	await page.goto('/fr/map');
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
});

test('a step that cannot be done any more is named in the list, and can be taken back', async ({ page }) => {
	const bench = await new Workbench(page, 'en', ID).open();
	const app = appOf(page);
	await app.getByRole('button', { name: 'Add' }).click();
	await app.getByRole('button', { name: 'Remove Soup' }).click();
	await expect(stepsOf(page)).toHaveCount(2);
	await page.getByRole('button', { name: bench.say('report.up', { number: 2 }) }).click();
	await expect(stepsOf(page).first()).toContainText(bench.say('report.fault.missing', { number: 1 }));
	await bench.check.click();
	await expect(criterion(bench, 'steps-done')).toContainText(
		bench.say('report.fault.missing', { number: 1 })
	);
	await page.getByRole('button', { name: bench.say('report.undo') }).click();
	await expect(page.locator('#pane-code .fault')).toHaveCount(0);
	await expect(app.getByRole('status')).toHaveText('3 €');
});

test('by keyboard alone at 360 px, in Dutch: the app comes before the report; the server says the same', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'nl', ID).open();
	const { say } = bench;
	const { keyboard } = page;
	const app = appOf(page);
	/** In the frame the ring is the app's own. */
	const throughFrame = async (target: Locator, key = 'Tab'): Promise<void> => {
		for (let press = 0; press < 20; press++) {
			await keyboard.press(key);
			if (await target.evaluate((element) => element === document.activeElement && document.hasFocus()))
				return;
		}
		throw new Error(`${target} was not reached`);
	};
	const pane = async (name: string): Promise<void> => {
		const tab = page.getByRole('tab', { name });
		for (let press = 0; press < 4 && (await tab.getAttribute('aria-selected')) !== 'true'; press++)
			await keyboard.press('ArrowRight');
		await expect(tab).toHaveAttribute('aria-selected', 'true');
	};
	await tabTo(page, page.getByRole('tab', { name: say('exercise.pane.brief') }));
	await keyboard.press('ArrowRight');
	await expect(page.getByRole('tab', { name: say('in-report.exercise.pane.page') })).toBeFocused();
	await expect(app.getByRole('button', { name: 'Toevoegen' })).toBeVisible();
	await throughFrame(app.getByRole('button', { name: 'Toevoegen' }));
	await keyboard.press('Enter');
	await expect(stepsOf(page)).toHaveCount(1);
	await throughFrame(app.getByRole('button', { name: 'Soep weghalen' }));
	await keyboard.press('Space');
	await expect(app.getByRole('status')).toHaveText('3 €');
	expect(await accessibilityProblems(page)).toEqual([]);

	await throughFrame(page.locator('.panes-tabs [aria-selected=true]'), 'Shift+Tab');
	await pane(say('in-report.exercise.pane.code'));
	await expect(stepsOf(page)).toHaveCount(2);
	await tabTo(page, page.getByRole('button', { name: say('report.remove', { number: 1 }) }));
	await expectFocusVisible(page);
	await keyboard.press('Enter');
	await expect(stepsOf(page)).toHaveCount(1);
	await expect(page.getByRole('button', { name: say('report.remove', { number: 1 }) })).toBeFocused();
	await tabTo(page, page.getByRole('button', { name: say('report.undo') }));
	await keyboard.press('Enter');
	await expect(stepsOf(page)).toHaveCount(2);
	const { title, expected, actual } = solutionOf('nl');
	for (const [name, text] of [
		['title', title],
		['expected', expected],
		['actual', actual]
	] as const) {
		await tabTo(page, field(bench, name));
		await keyboard.insertText(text);
	}
	await tabTo(page, page.getByRole('radio').first());
	await keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: say('report.severity.harms') })).toBeChecked();
	expect(await accessibilityProblems(page)).toEqual([]);
	await keyboard.press('ControlOrMeta+Enter');
	await expect(bench.celebration).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);
	const { grade, report } = await verifyOnServer(bench, solutionOf('nl'));
	expect(grade).toMatchObject({ passed: true, trust: 'verified' });
	const checks = bench.results.locator('[data-check]');
	const shown = await checks.evaluateAll((items) =>
		items.map((item) => `${item.getAttribute('data-check')} ${item.getAttribute('data-state')}`)
	);
	expect(shown).toEqual(criteriaOf(report).map(({ name, state }) => `${name} ${state}`));
});
