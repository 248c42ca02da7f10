import { exerciseIds, mistakeOf, solutionOf, testCount, titleOf } from './support/exercise.ts';
import { expectFocusVisible, tabTo } from './support/keyboard.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = '', SECOND = ''] = exerciseIds;
const ENDLESS = 'console.log("Brussels");\nfor (;;) {}';

for (const kind of ['light', 'full'] as const)
	test(`the whole path works with a keyboard alone (${kind} editor)`, async ({ page }) => {
		await preferEditor(page, kind);
		const bench = new Workbench(page, 'en', FIRST);
		const { say } = bench;
		const { keyboard } = page;

		await page.goto('/en');
		await keyboard.press('Tab');
		const skip = page.getByRole('link', { name: say('shell.skip') });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await keyboard.press('Enter');
		await expect(page.locator('main')).toBeFocused();
		await tabTo(page, page.getByRole('link', { name: say('home.map'), exact: true }));
		await keyboard.press('Enter');

		await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
		const station = new RegExp(`^${titleOf(FIRST, 'en')}\\. `);
		await tabTo(page, page.getByRole('link', { name: station }));
		await keyboard.press('Enter');
		await bench.ready();

		await tabTo(page, bench.editor());
		await (kind === 'light' ? bench.lightReady() : bench.richReady());
		await expect(bench.editor()).toBeFocused();
		await keyboard.press('ControlOrMeta+A');
		await keyboard.insertText(mistakeOf(FIRST, 'city-forgotten').code);
		// In the editor Tab writes; the documented keys let it move on.
		const untouched = await bench.text();
		await keyboard.press('Tab');
		await expect(bench.editor()).toBeFocused();
		await expect.poll(() => bench.text()).not.toBe(untouched);
		await expect(bench.editor()).toHaveAccessibleDescription(say('editor.tab-hint', { keys: 'Ctrl + M' }));
		await keyboard.press('Escape');
		await keyboard.press('Tab');
		await expect(bench.editor()).not.toBeFocused();
		await tabTo(page, bench.editor(), { key: 'Shift+Tab' });
		await keyboard.press('Control+M');
		await tabTo(page, bench.check);
		await keyboard.press('Enter');
		await expect(bench.verdict).toBeVisible();
		await expectFocusVisible(page);

		const passed = testCount(FIRST) - mistakeOf(FIRST, 'city-forgotten').fails.length;
		await tabTo(page, bench.results.getByText(say('result.show-passed', { count: passed })));
		await keyboard.press('Enter');
		await expectFocusVisible(page);
		const hint = page.getByRole('button', { name: say('exercise.hint-open', { number: 1, total: 3 }) });
		await tabTo(page, hint, { key: 'Shift+Tab' });
		await keyboard.press('Enter');
		await expect(
			page.getByRole('listitem').filter({ hasText: say('exercise.hint', { number: 1 }) })
		).toBeFocused();
		await expectFocusVisible(page);

		await tabTo(page, bench.editor());
		await keyboard.press('ControlOrMeta+A');
		await keyboard.insertText(solutionOf(FIRST));
		await keyboard.press('ControlOrMeta+Enter');
		await expect(bench.celebration).toBeVisible();
		await expect(bench.editor()).toBeFocused();
		const opened = { name: titleOf(SECOND, 'en'), exact: true };
		await tabTo(page, bench.celebration.getByRole('link', opened));
		await expectFocusVisible(page);
		const onward = say('exercise.done.go', { title: titleOf(SECOND, 'en') });
		await tabTo(page, page.getByRole('link', { name: onward }));
		await keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: titleOf(SECOND, 'en') })).toBeVisible();
	});

test('the focus is never lost to the page: stop, reset, undo, close a message', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'en', FIRST).open();
	const { say } = bench;
	const { keyboard } = page;
	await bench.write(ENDLESS);

	await bench.check.focus();
	await keyboard.press('Enter');
	await expect(bench.stop).toBeVisible();
	await expect(bench.stop).toBeFocused();
	await keyboard.press('Enter');
	await expect(page.getByText(say('exercise.status.cancelled')).first()).toBeVisible();
	await expect(bench.check).toBeFocused();

	const reset = page.getByRole('button', { name: say('exercise.reset') });
	await reset.focus();
	await keyboard.press('Enter');
	await expect(page.getByText(say('exercise.notice.reset'))).toBeVisible();
	await expectFocusVisible(page);
	await tabTo(page, page.getByRole('button', { name: say('exercise.notice.undo'), exact: true }));
	await keyboard.press('Enter');
	await expect(bench.editor()).toHaveValue(ENDLESS);
	await expectFocusVisible(page);

	await reset.focus();
	await keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: say('exercise.notice.dismiss') }));
	await keyboard.press('Enter');
	await expect(page.getByText(say('exercise.notice.reset'))).toBeHidden();
	await expectFocusVisible(page);

	for (let number = 1; number <= 3; number += 1) {
		await page.getByRole('button', { name: say('exercise.hint-open', { number, total: 3 }) }).focus();
		await keyboard.press('Enter');
		await expectFocusVisible(page);
	}
});

test('the tabs of a small screen, and of the files, follow the arrows', async ({ page }) => {
	await preferEditor(page, 'plain');
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'en', 'programming/two-modules').open();
	const { say } = bench;
	const tab = (name: string) => page.getByRole('tab', { name, exact: true });
	await tabTo(page, tab(say('exercise.pane.brief')));
	await page.keyboard.press('ArrowRight');
	await expect(tab(say('exercise.pane.code'))).toBeFocused();
	await expectFocusVisible(page);
	await expect(bench.editor('main.js')).toBeVisible();
	await tabTo(page, tab('main.js'));
	await page.keyboard.press('End');
	await expect(tab('prices.js')).toBeFocused();
	await expect(bench.editor('prices.js')).toBeVisible();
	await expect(bench.editor('main.js')).toBeHidden();
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(bench.verdict).toBeVisible();
	await expect(tab(say('exercise.pane.results'))).toHaveAttribute('aria-selected', 'true');
	await expectFocusVisible(page);
});
