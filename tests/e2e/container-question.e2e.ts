import { routeWebcontainer } from '../support/webcontainer-standin/route.ts';
import { filesOf, writeFiles } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const COUNT = 'programming/count-lines';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

test('a Node exercise is passed on our server, and nothing of the container is asked for, before the learner says yes', async ({
	page
}) => {
	const standin = await routeWebcontainer(page);
	const bench = await new Workbench(page, 'fr', COUNT).open();
	await expect(page.getByText(bench.say('engine.ask')).first()).toBeVisible();
	await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'remote');
	await writeFiles(bench, filesOf(COUNT, 'solution'));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	expect(standin.asked).toBe(0);

	await page.getByRole('button', { name: bench.say('engine.ask.server') }).click();
	await page.reload();
	await bench.ready();
	await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'remote');
	await expect(page.getByText(bench.say('engine.ask'))).toHaveCount(0);
	expect(standin.asked).toBe(0);
	await page.close();
	await standin.close();
});

test('a yes boots the container, and holds the next day', async ({ page }) => {
	const standin = await routeWebcontainer(page);
	const bench = await new Workbench(page, 'nl', COUNT).open();
	await page.getByRole('button', { name: bench.say('engine.ask.container') }).click();
	await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'webcontainer');
	await expect(page.getByText(bench.say('engine.ask'))).toHaveCount(0);
	await page.reload();
	await bench.ready();
	await expect(page.locator('[data-engine]')).toHaveAttribute('data-engine', 'webcontainer');
	await expect(page.getByRole('tab', { name: bench.say('terminal.open'), exact: true })).toBeVisible();
	await page.close();
	await standin.close();
});
