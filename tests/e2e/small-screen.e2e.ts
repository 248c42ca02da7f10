import type { Page } from 'playwright/test';
import { LOCALES } from '../../src/lib/contract/locale.ts';
import { exerciseIds, manifestOf, mistakeOf, mistakesIn, solutionOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const WIDTH = 360;
test.use({ viewport: { width: WIDTH, height: 740 }, hasTouch: true, isMobile: true });

async function expectNoSideways(page: Page, what: string): Promise<void> {
	const width = await page.evaluate(() => document.scrollingElement?.scrollWidth);
	expect.soft(width, `${what} is as wide as the screen`).toBeLessThanOrEqual(WIDTH);
}

test('on a phone nothing scrolls sideways and the path works with tabs', async ({ page }) => {
	const [FIRST = ''] = exerciseIds;
	const bench = new Workbench(page, 'nl', FIRST);
	const { say } = bench;
	const tab = (pane: 'brief' | 'code' | 'results') =>
		page.getByRole('tab', { name: say(`exercise.pane.${pane}`) });

	await page.goto('/nl');
	await expectNoSideways(page, 'home');
	await page.getByRole('link', { name: say('home.map'), exact: true }).tap();
	await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
	await expectNoSideways(page, 'list');
	await page.getByRole('link', { name: say('map.view.map'), exact: true }).tap();
	await expect(page).toHaveURL(/view=map/);
	await expectNoSideways(page, 'map');

	await bench.open();
	await expectNoSideways(page, 'brief');
	await tab('code').tap();
	await expect(bench.editor()).toBeVisible();
	await expectNoSideways(page, 'code');
	await bench.write(mistakeOf(FIRST, 'city-forgotten').code);
	await bench.check.tap();
	await expect(bench.verdict).toBeVisible();
	await expect(tab('results')).toHaveAttribute('aria-selected', 'true');
	await expectNoSideways(page, 'results');
	await tab('brief').tap();
	await page.getByRole('button', { name: say('exercise.hint-open', { number: 1, total: 3 }) }).tap();
	await expectNoSideways(page, 'hint');
	await tab('code').tap();
	await bench.write(`const tooLong = '${'x'.repeat(400)}';\n${solutionOf(FIRST)}`);
	await expectNoSideways(page, 'a long line');
	await bench.check.tap();
	await expect(bench.celebration).toBeVisible();
	await expectNoSideways(page, 'passed');
});

test('the header is one row in every language', async ({ page }) => {
	for (const locale of LOCALES) {
		await page.goto(`/${locale}/map`);
		const inside = page.locator('header .inside');
		const tops = await inside.locator('> *').evaluateAll((all) =>
			all.map((one) => {
				const { top, height } = one.getBoundingClientRect();
				return Math.round(top + height / 2);
			})
		);
		expect(tops.length).toBeGreaterThanOrEqual(4);
		expect(Math.max(...tops) - Math.min(...tops), locale).toBeLessThanOrEqual(4);
	}
});

test('results of every kind fit on a phone', async ({ page }) => {
	for (const id of ['programming/two-modules', 'programming/count-votes', 'programming/stairs']) {
		const bench = await new Workbench(page, 'fr', id).open();
		const [name = ''] = mistakesIn(id);
		await page.getByRole('tab', { name: words('fr')('exercise.pane.code') }).tap();
		await bench.write(mistakeOf(id, name).code);
		await bench.check.tap();
		await expect(bench.verdict).toBeVisible();
		await bench.results.locator('details').evaluateAll((all) => {
			for (const one of all) one.setAttribute('open', '');
		});
		await expectNoSideways(page, `${id}, ${name}`);
	}
});

test.describe('while a phone’s keyboard is open', () => {
	test.use({ viewport: { width: 390, height: 420 } });
	test('the text field ends above the bar with Check', async ({ page }) => {
		await preferEditor(page, 'plain');
		const bench = await new Workbench(page, 'fr', 'programming/shout').open();
		await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).tap();
		await bench.write(Array.from({ length: 40 }, (_, index) => `const line${index} = ${index};`).join('\n'));
		await bench.editor().press('Control+End');
		await bench.editor().press('Enter');
		const editor = await bench.editor().boundingBox();
		const check = await bench.check.boundingBox();
		expect(editor!.y).toBeGreaterThanOrEqual(0);
		expect(editor!.height).toBeGreaterThanOrEqual(128);
		expect(editor!.y + editor!.height).toBeLessThanOrEqual(check!.y);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const locale of LOCALES)
		test(`home, map, list and every task can be read (${locale})`, async ({ page, watch }) => {
			// How Chromium names a script that may not run here.
			watch.expect(/\.js csp$/);
			const say = words(locale);
			await page.goto(`/${locale}`);
			await expect(page.getByRole('heading', { level: 1, name: say('home.title') })).toBeVisible();
			await page.goto(`/${locale}/map?view=list`);
			await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
			for (const id of exerciseIds) {
				await expect(page.locator(`.as-list a[href="/${locale}/${id}"]`)).toBeVisible();
			}
			for (const id of exerciseIds) {
				const answer = await page.goto(`/${locale}/${id}`);
				const noCode = ['test-table', 'bug-report'].includes(manifestOf(id).kind);
				expect(await answer?.text()).toContain(
					say(noCode ? 'no-code.exercise.no-script' : 'exercise.no-script')
				);
				const brief = page.locator('#pane-brief');
				await expect(brief.getByRole('heading', { level: 1 })).toBeVisible();
				await expect(brief.locator('.text > p').first()).toBeVisible();
			}
		});
});
