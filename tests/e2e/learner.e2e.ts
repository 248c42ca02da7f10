import { LOCALES } from '../../src/lib/contract/locale.ts';
import { exerciseIds, mistakeOf, solutionOf, suiteWords, testCount, titleOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { Workbench } from './support/workbench.ts';

const [FIRST = '', SECOND = ''] = exerciseIds;

for (const locale of LOCALES) {
	test(`a learner goes from the home page to a passed station, in ${locale}`, async ({ page }) => {
		const bench = new Workbench(page, locale, FIRST);
		const { say } = bench;
		const title = titleOf(FIRST, locale);

		await page.goto(`/${locale}`);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await page.getByRole('link', { name: say('home.map'), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
		await page.getByRole('link', { name: new RegExp(`^${title}\\. ${say('state.open')}`) }).click();
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

		await bench.ready();
		const mistake = mistakeOf(FIRST, 'city-forgotten');
		await bench.writeRich(mistake.code);
		await bench.check.click();
		const { tests, messages } = suiteWords(FIRST, locale);
		const total = testCount(FIRST);
		const passed = total - mistake.fails.length;
		await expect(bench.verdict).toContainText(say('result.summary', { passed, total }));
		for (const name of mistake.fails) {
			const failed = bench.failedTest(tests[name] ?? name);
			await expect(failed).toContainText(say('result.state.fail'));
			const text = await failed.innerText();
			expect(
				messages.some((message) => text.includes(message)),
				`a note in ${locale}: ${text}`
			).toBe(true);
			await expect(failed).toContainText(say('result.received'));
		}
		await expect(bench.celebration).toHaveCount(0);

		await page.getByRole('button', { name: say('exercise.hint-open', { number: 1, total: 3 }) }).click();
		await expect(page.getByRole('heading', { name: say('exercise.hint', { number: 1 }) })).toBeVisible();

		await bench.writeRich(solutionOf(FIRST));
		await expect(page.getByText(say('result.stale'))).toBeVisible();
		await page.keyboard.press('ControlOrMeta+Enter');
		await expect(bench.celebration).toContainText(say('exercise.done.points', { count: 10 }));
		await expect(bench.celebration).toContainText(say('exercise.done.opened'));
		await expect(
			bench.celebration.getByRole('link', { name: titleOf(SECOND, locale), exact: true })
		).toHaveAttribute('href', `/${locale}/${SECOND}`);

		const moved = async (): Promise<void> => {
			await expect(
				page.getByRole('link', { name: new RegExp(`^${title}\\. ${say('state.practised')}`) })
			).toBeVisible();
			const next = new RegExp(
				`^${titleOf(SECOND, locale)}\\. ${say('state.open')}\\. ${say('map.next-here')}`
			);
			await expect(page.getByRole('link', { name: next })).toBeVisible();
			await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
		};
		await bench.celebration.getByRole('link', { name: say('exercise.to-map') }).click();
		await moved();
		await page.reload();
		await moved();

		await page.goto(`/${locale}/${FIRST}`);
		await bench.richReady();
		await expect(page.locator('.view-lines')).toContainText('Brussels');
		const task = page.getByRole('region', { name: say('exercise.pane.brief') });
		await expect(task.getByText(say('exercise.passed-before'), { exact: true })).toBeVisible();
		// A hint that was opened stays open.
		await expect(page.getByRole('heading', { name: say('exercise.hint', { number: 1 }) })).toBeVisible();
	});
}
