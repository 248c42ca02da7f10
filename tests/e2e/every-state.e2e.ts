import { routeWebcontainer } from '../support/webcontainer-standin/route.ts';
import { expectAccessible } from './support/axe.ts';
import { exerciseIds, mistakeOf, solutionOf } from './support/exercise.ts';
import { filesOf, writeFiles } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { agreeToContainer, preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

/*
 * axe on the states that people meet seldom; those of every day are in accessibility.e2e.ts, and the cards of signs, the parts of
 * a large map and what a coach sees beside their own paths.
 */

const [FIRST = ''] = exerciseIds;
const PAGE = 'programming/button-counts';
const COUNT = 'programming/count-lines';
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on a map with progress, with two people, and with a progress file that was opened, undone and wrong', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say } = bench;
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	for (const view of ['map', 'list']) {
		await page.goto(`/nl/map?view=${view}`);
		await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
		await expectAccessible(page, `${view}, one station passed`);
	}
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: say('progress.save') }).click();
	const path = await (await download).path();
	await page.getByRole('button', { name: say('people.new') }).click();
	await expect(page.getByText(say('people.now', { person: 2 }))).toBeVisible();
	await expectAccessible(page, 'two people');

	const load = async (files: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
		const open = page.getByRole('button', { name: say('progress.load') });
		await expect(open).toBeEnabled();
		const chooser = page.waitForEvent('filechooser');
		await open.click();
		await (await chooser).setFiles(files);
	};
	await load({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
	await expect(page.getByText(say('progress.error.not-json'))).toBeVisible();
	await expectAccessible(page, 'a file that is none');
	await load(path);
	const undo = page.getByRole('button', { name: say('progress.undo') });
	await expect(undo).toBeVisible();
	await expectAccessible(page, 'a file was opened');
	await undo.click();
	await expect(page.getByText(say('progress.undone'))).toBeVisible();
	await expectAccessible(page, 'and undone');

	await page.getByRole('searchbox').fill('zzzz');
	await expectAccessible(page, 'nothing found');
});

test.describe('with a service worker', () => {
	test.use({ workers: true });
	test('axe finds nothing on sections to take along, and on a page that is not on the device', async ({
		page
	}) => {
		await page.goto('/fr/map');
		await page.getByText(words('fr')('take.open')).click();
		await expect(page.getByRole('button', { name: /\d Mo/ }).first()).toBeVisible({ timeout: 60_000 });
		await expectAccessible(page, 'sections to take along');
		await page.goto('/offline.html');
		await expectAccessible(page, 'a page that is not on the device');
	});
});

test('axe finds nothing on a first run under way, stopped, with its output, all hints, and after three failures', async ({
	page
}) => {
	await preferEditor(page, 'light');
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say } = bench;
	const wide = () => page.setViewportSize({ width: 1440, height: 900 });
	await wide();
	await bench.lightReady();
	await bench.write('for (;;) {}');
	await expectAccessible(page, 'the light editor', async ({ width }) => {
		if (width < 1000) await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
	});
	await wide();
	await bench.check.click();
	await expect(bench.stop).toBeVisible();
	await expectAccessible(page, 'a first check under way');
	await wide();
	if (await bench.stop.isVisible()) await bench.stop.click();
	await expectAccessible(page, 'stopped');

	await wide();
	await bench.write(
		'console.log("a");\nconsole.warn("b");\nconsole.error("c");\nconsole.debug("d");\nnope();'
	);
	await bench.run.click();
	await expect(bench.results.getByText('nope is not defined')).toBeVisible();
	await expectAccessible(page, 'output of every level, and an error');

	await wide();
	await bench.write(mistakeOf(FIRST, 'city-forgotten').code);
	for (let tries = 0; tries < 3; tries++) {
		await bench.check.click();
		await expect(bench.stop).toBeHidden();
		await expect(bench.verdict).toBeVisible();
	}
	await expectAccessible(page, 'three failures in a row');
	await wide();
	for (const number of [1, 2, 3])
		await page.getByRole('button', { name: say('exercise.hint-open', { number, total: 3 }) }).click();
	await page.setViewportSize({ width: 360, height: 740 });
	await page.getByRole('tab', { name: say('exercise.pane.brief') }).click();
	await expectAccessible(page, 'all hints');

	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await expectAccessible(page, 'on paper');
});

test('axe finds nothing where something cannot be had: a network, an answer, the newest tests', async ({
	page,
	context,
	watch
}) => {
	watch.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /503/, /409/);
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say, results } = bench;
	const wide = () => page.setViewportSize({ width: 1440, height: 900 });
	await wide();
	const suite = '**/api/suite/**';
	const failed = async (code: 'unreachable' | 'suite' | 'changed', status: number | null) => {
		await page.route(suite, (route) => (status ? route.fulfill({ status, body: '' }) : route.abort()));
		await bench.check.click();
		await expect(results.getByText(say(`exercise.fault.${code}`))).toBeVisible();
		await page.unroute(suite);
		await expectAccessible(page, code);
		await wide();
	};
	await bench.write(solutionOf(FIRST));
	await failed('unreachable', null);
	await failed('suite', 503);
	await failed('changed', 409);
	await page.reload();
	await bench.ready();
	await context.setOffline(true);
	await bench.write(`${solutionOf(FIRST)}\n`);
	await bench.check.click();
	await expect(results.getByText(say('exercise.fault.offline'))).toBeVisible();
	await expect(page.getByText(say('offline.title'))).toBeVisible();
	await expectAccessible(page, 'offline');
	await context.setOffline(false);
});

test('axe finds nothing where an engine is lost, asked for, installing, or shows a page that got stuck', async ({
	page,
	watch
}) => {
	watch.expect(/stackblitz\.com/, /api\/health/);
	await preferEditor(page, 'plain');
	const wide = () => page.setViewportSize({ width: 1440, height: 900 });
	const asked = await new Workbench(page, 'fr', COUNT).open();
	await expect(page.getByText(asked.say('engine.ask')).first()).toBeVisible();
	await expectAccessible(page, 'a question');

	await wide();
	await agreeToContainer(page);
	await page.evaluate(() => localStorage.removeItem('passerelle.engine'));
	const standin = await routeWebcontainer(page, { install: 'hangs' });
	const bench = await new Workbench(page, 'fr', 'programming/use-a-package').open();
	await writeFiles(bench, filesOf('programming/use-a-package', 'solution'));
	await bench.check.click();
	await bench.results.getByText(bench.say('exercise.wait-log')).click();
	await expect(bench.results.locator('pre')).not.toBeEmpty();
	await expectAccessible(page, 'packages are installed');
	await wide();
	await bench.stop.click();

	standin.options.boot = 'blocked';
	await page.route('**/api/health', (route) => route.abort());
	await new Workbench(page, 'fr', COUNT).open();
	await bench.check.click();
	await expect(bench.results.getByText(bench.say('exercise.fault.kept'))).toBeVisible();
	await expectAccessible(page, 'no engine');
	await page.unroute('**/api/health');
	standin.close();

	await wide();
	const stuck = await new Workbench(page, 'fr', PAGE).open();
	await page.getByRole('tab', { name: 'main.js', exact: true }).click();
	await stuck.write('for (;;) {}', 'main.js');
	await expect(page.getByText(words('fr')('preview.stuck'))).toBeVisible({ timeout: 30_000 });
	await expectAccessible(page, 'a page that got stuck');
});

test('axe finds nothing on what a program is started with, and how it has ended', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', 'programming/command-tool').open();
	const { say } = bench;
	await bench.write('console.log(process.argv[2]);\nprocess.stdin.resume();\nprocess.exit(3);');
	await page.locator('summary', { hasText: say('start.title') }).click();
	await bench.run.click();
	await expect(bench.console).toContainText(say('console.ending.exit-code', { number: '3' }), {
		timeout: 30_000
	});
	await expectAccessible(page, 'the fields of a start', async ({ width }) => {
		if (width < 1000) await page.getByRole('tab', { name: say('exercise.pane.code') }).click();
	});
	await expectAccessible(page, 'and its end', async ({ width }) => {
		if (width < 1000) await page.getByRole('tab', { name: say('exercise.pane.results') }).click();
	});
});
