import { expect, test as base } from './support/site.ts';
import { startPreview, type RunningPreview } from '../support/preview.ts';
import { accessibilityProblems } from './support/axe.ts';
import { ExerciseCopy } from '../support/exercise-copy.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const ID = 'programming/shout';

const test = base.extend<{
	id: string;
	copy: ExerciseCopy;
	start: (...options: string[]) => Promise<RunningPreview>;
}>({
	id: [ID, { option: true }],
	copy: async ({ id }, use) => {
		const copy = new ExerciseCopy(id);
		await use(copy);
		copy.dispose();
	},
	start: async ({ copy, page }, use) => {
		let preview: RunningPreview | undefined;
		await use(async (...options) => (preview = await startPreview(copy.folder, ...options)));
		// A page that is left behind says that it has lost its server.
		await page.close();
		expect(await preview?.stop()).toBe(0);
	}
});
/** The development server bundles what a page asks for the first time, and loads the page again. */
test.setTimeout(240_000);

test('a coach sees each save, checks, and mends what is broken, without touching the browser', async ({
	page,
	copy,
	start,
	watch
}) => {
	const preview = await start('--lang', 'nl');
	watch.expect(/504|Outdated Optimize Dep|ERR_ABORTED/);
	await preferEditor(page, 'plain');
	await page.goto(preview.origin);
	await expect(page).toHaveURL(preview.address);
	const bench = new Workbench(page, 'nl', ID);
	await expect(page.locator('[data-ready="true"]')).toBeAttached({ timeout: 90_000 });
	const bar = page.getByRole('complementary', { name: 'Preview' });
	await expect(bar.getByText('no problems')).toBeVisible();

	// The solution and a mistake, from the folder.
	await bar.getByRole('button', { name: 'wrong/no-spaces' }).click();
	await bench.check.click();
	await expect(bench.verdict).toHaveAttribute('data-verdict', 'warn', { timeout: 60_000 });
	await bar.getByRole('button', { name: 'solution', exact: true }).click();
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);

	// What nobody has changed in the editor follows the folder.
	copy.change('solution/main.js', 'export', '// on disk\nexport');
	await expect(bench.editor()).toHaveValue(/^\/\/ on disk/);

	copy.write('brief.nl.md', `Een zebra steekt over.\n\n${copy.read('brief.nl.md')}`);
	await expect(page.getByText('Een zebra steekt over.')).toBeVisible();

	// A typing mistake in JSON: the page stays, the text in the editor too.
	await bench.write('let mine = 1;');
	copy.change('exercise.json', '"points": 10,', '"points": 10');
	const problem = bar.locator('[data-problem]');
	await expect(problem).toContainText('exercise.json:');
	await expect(bench.editor()).toHaveValue('let mine = 1;');
	expect(await accessibilityProblems(page)).toEqual([]);
	copy.change('exercise.json', '"points": 10', '"points": 20,');
	await expect(bar.getByText('no problems')).toBeVisible();
	await expect(page.getByText('20 punten').first()).toBeVisible();
	await expect(bench.editor()).toHaveValue('let mine = 1;');

	// A new start is offered, never forced on the coach's own text.
	copy.change('start/main.js', 'export', '// new start\nexport');
	await expect(bar.getByText('start/ has changed')).toBeVisible();
	await expect(bench.editor()).toHaveValue('let mine = 1;');
	await bar.getByRole('button', { name: 'start', exact: true }).click();
	await expect(bench.editor()).toHaveValue(/^\/\/ new start/);

	// The new version takes its time: what is said of it must not come before it.
	await page.route(/__data\.json/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		await route.continue();
	});
	// A test is renamed: its translations no longer fit, and the exercise can still be tried.
	copy.change('tests/shout.test.js', 'also calls a name of two words', 'also calls two words');
	await expect(problem.first()).toContainText('messages.');
	await bar.getByRole('button', { name: 'solution', exact: true }).click();
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('a folder that is broken from the start shows its problems, and becomes an exercise when they are mended', async ({
	page,
	copy,
	start
}) => {
	copy.delete('brief.fr.md');
	copy.change('exercise.json', '"level": 1', '"level": 9');
	const preview = await start();
	await page.goto(preview.address);
	const problems = page.getByRole('listitem');
	await expect(problems).toHaveCount(2);
	await expect(problems.filter({ hasText: 'brief.fr.md' })).toBeVisible();
	await expect(problems.filter({ hasText: /exercise\.json:\d+/ })).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);
	copy.change('exercise.json', '"level": 9', '"level": 1');
	await expect(problems).toHaveCount(1);
	copy.write('brief.fr.md', 'Crie trois fois.');
	await expect(page.getByRole('heading', { level: 1, name: 'Shout at the market' })).toBeVisible({
		timeout: 60_000
	});
});

test.describe('of a table', () => {
	test.use({ id: 'testing/ticket-prices' });

	test('a coach lays tables of the folder into the workbench, and sees which row catches which bug', async ({
		page,
		id,
		start,
		watch
	}) => {
		const preview = await start('--lang', 'fr');
		watch.expect(/504|Outdated Optimize Dep|ERR_ABORTED/);
		await page.goto(preview.address);
		const bench = new Workbench(page, 'fr', id);
		await expect(page.locator('[data-ready="true"]')).toBeAttached({ timeout: 90_000 });
		const bar = page.getByRole('complementary', { name: 'Preview' });
		const layer = (name: string) => bar.getByRole('button', { name, exact: true });
		await expect(layer('start')).toHaveAttribute('aria-pressed', 'true');
		await layer('solution').click();
		await expect(page.locator('[data-row]')).toHaveCount(5);
		await expect(layer('solution')).toHaveAttribute('aria-pressed', 'true');
		await bench.check.click();
		await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
		await expect(page.locator('[data-kills] [data-state="caught"]').first()).toBeVisible();
		await bar
			.getByRole('button', { name: /^wrong\// })
			.first()
			.click();
		await bench.check.click();
		await expect(
			page.locator('[data-kills] [data-state="escaped"], [data-failed-row]').first()
		).toBeVisible();
		expect(await accessibilityProblems(page)).toEqual([]);
	});
});
