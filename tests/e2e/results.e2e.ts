import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, mistakeOf, solutionOf, suiteWords, testCount } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;
const WRONG = mistakeOf(FIRST, 'city-forgotten').code;

test.describe('what came of a run', () => {
	test.beforeEach(({ page }) => preferEditor(page, 'plain'));

	test('stays in sight while a check goes on: the output, and the old verdict, greyed', async ({ page }) => {
		const bench = await new Workbench(page, 'fr', FIRST).open();
		const { say } = bench;
		await bench.write('console.log("Bonjour");');
		await bench.run.click();
		await expect(bench.console).toHaveText('Bonjour');
		await bench.check.click();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		await expect(bench.console).toContainText('Bonjour');

		await bench.write('for (;;) {}');
		await expect(bench.results.getByText(say('result.stale'))).toBeVisible();
		await bench.check.click();
		await expect(bench.results.locator('[aria-busy="true"]')).toContainText(say('exercise.status.checking'));
		await expect(bench.results.getByText(say('result.stale'))).toHaveCount(0);
		const colour = () => bench.verdict.evaluate((verdict) => getComputedStyle(verdict).borderLeftColor);
		const greyed = await colour();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'fail');
		await expect(bench.results.locator('[aria-busy="true"]')).toHaveCount(0);
		expect(await colour()).not.toBe(greyed);
	});

	test('is gone when one starts over', async ({ page }) => {
		const bench = await new Workbench(page, 'nl', FIRST).open();
		const { say } = bench;
		await bench.write(WRONG);
		await bench.run.click();
		await expect(bench.console).not.toHaveText(say('console.empty'));
		await bench.check.click();
		await expect(bench.verdict).toBeVisible();
		await page.getByRole('button', { name: say('exercise.reset') }).click();
		await expect(bench.verdict).toHaveCount(0);
		await expect(bench.results).toContainText(say('result.empty'));
		await expect(bench.console).toHaveText(say('console.empty'));
	});

	test('comes before the output on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		const bench = await new Workbench(page, 'nl', FIRST).open();
		await page.getByRole('tab', { name: bench.say('exercise.pane.code') }).click();
		await bench.write(WRONG);
		await bench.run.click();
		await expect(bench.console).toBeVisible();
		await bench.check.click();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		await expect(bench.verdict).toBeInViewport();
		const [verdict, output] = [await bench.verdict.boundingBox(), await bench.console.boundingBox()];
		expect(output?.y).toBeGreaterThan(verdict?.y ?? Infinity);
	});

	test('is there again after a reload, on the way back, and in another language', async ({ page }) => {
		const bench = await new Workbench(page, 'fr', FIRST).open();
		await bench.write(WRONG);
		await bench.check.click();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		await page.reload();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		await expect(bench.results.getByText(bench.say('result.stale'))).toHaveCount(0);
		await page
			.getByRole('link', { name: bench.say('shell.map') })
			.first()
			.click();
		await expect(page.getByRole('heading', { level: 1, name: bench.say('map.title') })).toBeVisible();
		await page.goBack();
		await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn');
		const dutch = new Workbench(page, 'nl', FIRST);
		await page.goto(`/nl/${FIRST}`);
		const total = testCount(FIRST);
		const passed = total - mistakeOf(FIRST, 'city-forgotten').fails.length;
		await expect(dutch.verdict).toContainText(dutch.say('result.summary', { passed, total }));
		const [name = ''] = mistakeOf(FIRST, 'city-forgotten').fails;
		await expect(dutch.results).toContainText(suiteWords(FIRST, 'nl').tests[name]!);
	});

	test('leads to the next hint, and after the third failure in a row says so, once', async ({ page }) => {
		const bench = await new Workbench(page, 'fr', FIRST).open();
		const { say } = bench;
		const often = bench.results.getByText(say('result.hint-often'));
		const fail = async (name: string): Promise<void> => {
			await bench.write(`console.log("${name}");`);
			await bench.check.click();
			await expect(bench.results.locator('[aria-busy="true"]')).toHaveCount(0);
			await expect(bench.results.getByText(say('result.stale'))).toHaveCount(0);
		};
		await fail('a');
		await fail('b');
		await expect(often).toHaveCount(0);
		await fail('c');
		await expect(often).toBeVisible();
		await bench.results.getByRole('button', { name: say('result.hint') }).click();
		await expect(
			page.getByRole('listitem').filter({ hasText: say('exercise.hint', { number: 1 }) })
		).toBeFocused();
		await fail('d');
		await expect(often).toHaveCount(0);
		await bench.write(solutionOf(FIRST));
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		await expect(bench.results.getByRole('button', { name: say('result.hint') })).toHaveCount(0);
	});

	test('is followed by the right ways, once the work passes', async ({ page }) => {
		const id = 'programming/opening-hours';
		const bench = await new Workbench(page, 'nl', id).open();
		const { say } = bench;
		const compare = bench.results.getByRole('button', { name: say('solutions.open') });
		await bench.check.click();
		await expect(bench.verdict).toBeVisible();
		await expect(compare).toHaveCount(0);
		await bench.write(`${solutionOf(id)}\n// mine`);
		await bench.check.click();
		await compare.click();
		const ways = bench.results.getByRole('region', { name: say('solutions.title') });
		await expect(ways).toBeFocused({ timeout: 30_000 });
		await expect(ways).toContainText(say('solutions.ours'));
		await expect(ways).toContainText('// mine');
		expect(await accessibilityProblems(page)).toEqual([]);
	});

	test('shows the call that a failed test made, and the hint on a phone', async ({ page }) => {
		const id = 'programming/opening-hours';
		await page.setViewportSize({ width: 360, height: 740 });
		const bench = await new Workbench(page, 'nl', id).open();
		const { say } = bench;
		await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
		await bench.check.click();
		await expect(bench.results).toContainText(`${say('result.call')} isOpen(`);
		await bench.results.getByRole('button', { name: say('result.hint') }).click();
		await expect(page.getByRole('tab', { name: say('exercise.pane.brief') })).toHaveAttribute(
			'aria-selected',
			'true'
		);
		await expect(
			page.getByRole('listitem').filter({ hasText: say('exercise.hint', { number: 1 }) })
		).toBeFocused();
	});
});

for (const kind of ['full', 'light'] as const)
	test(`Escape, then Tab leaves the ${kind} editor; Tab alone once that is chosen, in the next exercise too`, async ({
		page
	}) => {
		// Chosen once, as by a person: what the next exercise finds is what was chosen since.
		await page.goto('/en');
		await page.evaluate(
			(kind) => localStorage.setItem('passerelle.editor', JSON.stringify({ fontSize: 16, kind })),
			kind
		);
		const bench = await new Workbench(page, 'en', FIRST).open();
		const there = (of: Workbench) => (kind === 'full' ? of.richReady() : of.lightReady());
		await there(bench);
		const { keyboard } = page;
		await keyboard.press('Tab');
		await expect(bench.editor()).toBeFocused();
		await keyboard.press('Escape');
		await keyboard.press('a');
		await keyboard.press('Tab');
		await expect(bench.editor()).toBeFocused();
		await keyboard.press('Escape');
		await keyboard.press('Tab');
		await expect(bench.editor()).not.toBeFocused();
		await bench.editor().focus();
		await keyboard.press('Control+M');
		await page.goto(`/en/${exerciseIds[1]}`);
		const next = new Workbench(page, 'en', exerciseIds[1]!);
		await next.ready();
		await there(next);
		await keyboard.press('Tab');
		await expect(next.editor()).not.toBeFocused();
	});
