import { routeWebcontainer } from '../support/webcontainer-standin/route.ts';
import { accessibilityProblems, expectAccessible } from './support/axe.ts';
import { exerciseIds, mistakeOf, solutionOf } from './support/exercise.ts';
import { previewOf } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { agreeToContainer, preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = ''] = exerciseIds;
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on the home page, the map, the list and a page that does not exist', async ({
	page,
	watch
}) => {
	watch.expect(/404/);
	const say = words('nl');
	await page.goto('/nl');
	await expectAccessible(page, 'home');
	await page.goto('/nl/map?view=map');
	await page.getByRole('button', { name: say('progress.save') }).isEnabled();
	await expectAccessible(page, 'map');
	await page.goto('/nl/map?view=list');
	await expectAccessible(page, 'list');
	await page.goto('/nl/nergens');
	await expectAccessible(page, 'not found');
});

test('axe finds nothing on an exercise: before, wrong, with a hint, broken, passed', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say } = bench;
	await expectAccessible(page, 'before');
	const wide = () => page.setViewportSize({ width: 1440, height: 900 });

	await wide();
	await bench.write(mistakeOf(FIRST, 'city-forgotten').code);
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	await expectAccessible(page, 'wrong');

	await wide();
	await bench.write('console.log("Bonjour');
	await bench.check.click();
	await expect(bench.results.getByText(say('diagnostic.unterminated-string'))).toBeVisible();
	await expectAccessible(page, 'compile error');

	await wide();
	await page.getByRole('button', { name: say('exercise.hint-open', { number: 1, total: 3 }) }).click();
	await page.getByRole('button', { name: say('exercise.reset') }).click();
	await page.setViewportSize({ width: 360, height: 740 });
	await page.getByRole('tab', { name: say('exercise.pane.brief') }).click();
	await expectAccessible(page, 'hint and reset');
	await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
	expect.soft(await accessibilityProblems(page), 'code, 360 px wide').toEqual([]);

	await wide();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expectAccessible(page, 'passed');
});

test('axe finds nothing on a result that is greyed, of a loop, old, restored, and beside the right ways', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const id = 'programming/opening-hours';
	const bench = await new Workbench(page, 'nl', id).open();
	const { say, results } = bench;
	const wide = () => page.setViewportSize({ width: 1440, height: 900 });
	await wide();
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	// It brings the script that looks: the next look is quick enough for a verdict that is grey for two seconds.
	expect.soft(await accessibilityProblems(page), 'wrong').toEqual([]);

	await bench.write('for (;;) {}');
	await bench.check.click();
	await expect(results.locator('[aria-busy="true"]')).toBeVisible();
	expect.soft(await accessibilityProblems(page), 'greyed').toEqual([]);
	await expect(results.locator('[aria-busy="true"]')).toHaveCount(0);
	await expectAccessible(page, 'loop');

	await wide();
	await bench.write('let old = 1;');
	await expect(results.getByText(say('result.stale'))).toBeVisible();
	await expectAccessible(page, 'old');

	await wide();
	await page.reload();
	await bench.ready();
	await expect(bench.verdict).toBeVisible();
	await expectAccessible(page, 'restored');

	await wide();
	await bench.write(`${solutionOf(id)}\n// mine`);
	await bench.check.click();
	await results.getByRole('button', { name: say('solutions.open') }).click();
	await expect(results.getByRole('region', { name: say('solutions.title') })).toBeFocused({
		timeout: 30_000
	});
	await expectAccessible(page, 'the right ways');
});

test('axe finds nothing with the full editor, a long difference and files to choose', async ({ page }) => {
	const bench = await new Workbench(page, 'en', 'programming/two-modules').open();
	await bench.richReady();
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	await expectAccessible(page, 'full editor');
	await page.setViewportSize({ width: 1440, height: 900 });
	await bench.editor().focus();
	await page.keyboard.press('ControlOrMeta+F');
	const search = page.locator('.find-widget.visible');
	const inside = async (): Promise<boolean> => {
		const [around, button] = [
			await search.boundingBox(),
			await search.locator('.codicon-widget-close').boundingBox()
		];
		return (
			around !== null &&
			button !== null &&
			button.y >= around.y &&
			button.y + button.height <= around.y + around.height
		);
	};
	await expect.poll(inside, { message: 'the buttons of the search are whole' }).toBe(true);
});

test('axe finds nothing on a page exercise, and where it says where the code runs', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', 'programming/button-counts').open();
	const { say } = bench;
	await expect(previewOf(page).getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page, 'page');
	await page.getByRole('tab', { name: say('exercise.pane.page'), exact: true }).click();
	await expectAccessible(page, 'page tab');
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.getByRole('tab', { name: 'main.js', exact: true }).click();
	await bench.write('const half = ', 'main.js');
	await expect(page.getByText(say('preview.broken'))).toBeVisible();
	await expectAccessible(page, 'page with an error');
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.getByRole('button', { name: say('engine.open') }).click();
	await expectAccessible(page, 'where the code runs');
});

test('axe finds nothing on a Node exercise: terminal, server, an engine that gave way', async ({
	page,
	watch
}) => {
	await preferEditor(page, 'plain');
	watch.expect(/stackblitz\.com/);
	await agreeToContainer(page);
	const standin = await routeWebcontainer(page);
	const bench = await new Workbench(page, 'fr', 'programming/small-api').open();
	const { say } = bench;
	await page.getByRole('tab', { name: say('terminal.open'), exact: true }).click();
	await expect(page.getByRole('textbox', { name: say('terminal.label') })).toBeAttached();
	await expectAccessible(page, 'terminal');
	standin.options.boot = 'blocked';
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.reload();
	await bench.ready();
	const reason = bench.results.getByText(say('engine.reason.service-blocked'));
	await expect(reason.filter({ visible: true })).toBeVisible();
	await expectAccessible(page, 'gave way');
	standin.close();
});
