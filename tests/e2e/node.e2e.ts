import type { Page } from 'playwright/test';
import {
	routeWebcontainer,
	type Standin,
	type StandinOptions
} from '../support/webcontainer-standin/route.ts';
import { accessibilityProblems } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { filesOf, writeFiles } from './support/page-exercise.ts';
import { expect, test as base } from './support/site.ts';
import { agreeToContainer, preferEditor, Workbench } from './support/workbench.ts';

const COUNT = 'programming/count-lines';
const PACKAGE = 'programming/use-a-package';
const API = 'programming/small-api';

/** The stand-in of the container's service; its processes end with the test. */
const test = base.extend<{ standIn: (options?: Partial<StandinOptions>) => Promise<Standin> }>({
	standIn: async ({ page }, use) => {
		const opened: Standin[] = [];
		await use(async (options) => {
			const standin = await routeWebcontainer(page, options);
			opened.push(standin);
			return standin;
		});
		await page.close();
		for (const standin of opened) standin.close();
	}
});

const engineOf = (page: Page) => page.locator('[data-engine]');
/** In sight: the closed dialog has the same words. */
const seen = (bench: Workbench, text: string) => bench.results.getByText(text).filter({ visible: true });

test.beforeEach(async ({ page }) => {
	await preferEditor(page, 'plain');
	await agreeToContainer(page);
});

test('in the container a program runs, is checked, and its files are in the terminal', async ({
	page,
	standIn
}) => {
	await standIn();
	const bench = await new Workbench(page, 'en', COUNT).open();
	await expect(engineOf(page)).toHaveAttribute('data-engine', 'webcontainer');
	await bench.write("console.log('from ' + process.argv.length);");
	await bench.run.click();
	await expect(bench.console).toContainText('from 2');

	const terminal = page.getByRole('tab', { name: bench.say('terminal.open'), exact: true });
	await terminal.click();
	await page.getByRole('textbox', { name: bench.say('terminal.label') }).focus();
	await page.keyboard.type('node main.js one two\n');
	await expect(page.getByRole('region', { name: bench.say('terminal.label') })).toContainText('from 4');

	await writeFiles(bench, filesOf(COUNT, 'solution'));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('an installation is shown, can be stopped, and works the next time', async ({ page, standIn }) => {
	const standin = await standIn({ install: 'hangs' });
	const bench = await new Workbench(page, 'nl', PACKAGE).open();
	await writeFiles(bench, filesOf(PACKAGE, 'solution'));
	await bench.check.click();
	await expect(bench.results.getByText(bench.say('exercise.wait.installing'))).toBeVisible();
	await bench.results.getByText(bench.say('exercise.wait-log')).click();
	await expect(bench.results.locator('pre')).not.toBeEmpty();
	await bench.stop.click();
	await expect(page.getByText(bench.say('exercise.status.cancelled')).first()).toBeVisible();
	standin.options.install = 'works';
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('where the container is blocked the server takes over, says so, and the exercise is passed', async ({
	page,
	standIn,
	watch
}) => {
	watch.expect(/stackblitz\.com/);
	await standIn({ boot: 'blocked' });
	const bench = await new Workbench(page, 'fr', COUNT).open();
	await writeFiles(bench, filesOf(COUNT, 'solution'));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expect(engineOf(page)).toHaveAttribute('data-engine', 'remote');
	await expect(seen(bench, bench.say('engine.reason.service-blocked'))).toBeVisible();
	await expect(page.getByText(bench.say('terminal.remote-only'))).toBeVisible();
	await page.getByRole('button', { name: bench.say('exercise.notice.dismiss') }).click();
	await expect(seen(bench, bench.say('engine.reason.service-blocked'))).toHaveCount(0);
});

test('with neither container nor server it says what is missing, keeps the text, and works when one is back', async ({
	page,
	standIn,
	watch
}) => {
	watch.expect(/stackblitz\.com/, /api\/health/);
	await standIn({ boot: 'blocked' });
	await page.route('**/api/health', (route) => route.abort());
	const bench = await new Workbench(page, 'en', COUNT).open();
	const { say, results } = bench;
	const files = filesOf(COUNT, 'solution');
	await writeFiles(bench, files);
	await bench.check.click();
	await expect(results.getByText(say('exercise.fault.kept'))).toBeVisible();
	await expect(seen(bench, say('engine.left.webcontainer'))).toBeVisible();
	await expect(seen(bench, say('engine.left.remote'))).toBeVisible();
	await page.unroute('**/api/health');
	await results.getByRole('button', { name: say('exercise.retry') }).click();
	await expect(bench.celebration).toBeVisible();
	await expect(bench.editor()).toHaveValue(files['main.js'] ?? '');
});

test('the learner changes where the code runs by keyboard, and it is kept', async ({ page, standIn }) => {
	await standIn();
	const bench = await new Workbench(page, 'en', COUNT).open();
	const { say } = bench;
	await expect(engineOf(page)).toHaveAttribute('data-engine', 'webcontainer');
	const open = page.getByRole('button', { name: say('engine.open') });
	await bench.check.focus();
	await tabTo(page, open);
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: say('engine.title') });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(open).toBeFocused();

	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await tabTo(page, dialog.getByRole('button', { name: say('engine.choose') }));
	await page.keyboard.press('Enter');
	await expect(engineOf(page)).toHaveAttribute('data-engine', 'remote');
	await expect(open).toBeFocused();

	await page.reload();
	await bench.ready();
	await expect(engineOf(page)).toHaveAttribute('data-engine', 'remote');
	await writeFiles(bench, filesOf(COUNT, 'solution'));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('a web server is started and visited beside its code', async ({ page, standIn, watch }) => {
	// Its start page is not found, rightly.
	watch.expect(/webcontainer-api\.io\/?\)?$/);
	await standIn({ boot: 500 });
	const bench = await new Workbench(page, 'en', API).open();
	const { say } = bench;
	// Asked for before the container is there.
	await bench.run.click();
	await expect(page.getByRole('button', { name: say('server.restart') })).toBeVisible();
	await writeFiles(bench, filesOf(API, 'solution'));
	await bench.run.click();
	const visited = page.frameLocator(`iframe[title="${say('server.title')}"]`);
	await expect(visited.locator('body')).not.toBeEmpty();
	await page.getByRole('textbox', { name: say('server.path') }).fill('/stops');
	await page.getByRole('button', { name: say('server.open'), exact: true }).click();
	await expect(visited.locator('body')).toContainText('[');
});

test('a package that is not there: the error says which one is', async ({ page, standIn }) => {
	await standIn();
	const bench = await new Workbench(page, 'en', PACKAGE).open();
	await bench.write("import pad from 'left-pad';\nconsole.log(pad);");
	await bench.check.click();
	await expect(bench.results.getByText(/left-pad is not available here.*slugify/)).toBeVisible();
});

test('on the server Run starts the program with words and lines of the learner, who finds them again', async ({
	page
}) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis.localStorage, 'passerelle.engine'));
	const bench = await new Workbench(page, 'nl', 'programming/command-tool').open();
	const { say } = bench;
	await bench.write(`import { readFileSync } from "node:fs";
console.log(process.argv.slice(2).join(" / "));
console.log(readFileSync(0, "utf8").toUpperCase());`);
	await tabTo(page, page.locator('summary', { hasText: say('start.title') }));
	await page.keyboard.press('Enter');
	await page.getByLabel(say('start.args', { file: 'main.js' })).fill('12.50 "two words"');
	await page.getByLabel(say('start.input')).fill('een\ntwee');
	await bench.run.click();
	await expect(bench.console).toContainText('12.50 / two words', { timeout: 30_000 });
	await expect(bench.console).toContainText('TWEE');
	expect(await accessibilityProblems(page)).toEqual([]);
	await page.reload();
	await bench.ready();
	await expect(page.locator('summary', { hasText: 'node main.js 12.50 "two words"' })).toBeVisible();
	await bench.run.click();
	await expect(bench.console).toContainText('12.50 / two words', { timeout: 30_000 });
	// What reads nothing is asked nothing.
	await bench.write('console.log("hi");');
	await expect(page.getByText(say('start.title'))).toHaveCount(0);
});

/** The server is where programs run that nobody has agreed to run elsewhere. */
const onServer = (page: Page) =>
	page.addInitScript(() => Reflect.deleteProperty(globalThis.localStorage, 'passerelle.engine'));

test('Run says in the learner’s language how a program of Node has ended', async ({ page }) => {
	await onServer(page);
	for (const locale of ['fr', 'nl', 'en'] as const) {
		const bench = await new Workbench(page, locale, API).open();
		const { say } = bench;
		const printed = async (code: string, ...sentences: string[]) => {
			await bench.write(code);
			await bench.run.click();
			for (const sentence of sentences) {
				await expect(bench.console).toContainText(sentence, { timeout: 30_000 });
				await expect(page.getByRole('status').filter({ hasText: sentence })).toBeAttached();
			}
			if (locale !== 'en') await expect(bench.console).not.toContainText(/listening|ended/);
		};
		const nobody = say('console.ending.without-server', { number: '0' });
		await printed(
			filesOf(API, 'solution')['main.js'] ?? '',
			say('console.ending.listens', { number: '3000' })
		);
		await printed("console.log('a');", nobody);
		await printed('process.exit(3);', say('console.ending.exit-code', { number: '3' }), nobody);
	}
});

test('a server whose function throws is told by its error, with the line, and not as one that never answers', async ({
	page
}) => {
	await onServer(page);
	const bench = await new Workbench(page, 'fr', API).open();
	await bench.write(`import { createServer } from "node:http";
createServer((request, response) => {
	response.end(stopss);
}).listen(3000);`);
	await bench.check.click();
	const first = bench.results.locator('[data-state="fail"]').first();
	await expect(first.getByText('ReferenceError: stopss is not defined')).toBeVisible({ timeout: 30_000 });
	await expect(
		first.getByRole('button', { name: bench.say('result.go-to-line', { file: 'main.js', line: '3' }) })
	).toBeVisible();
	await expect(first.locator('.note').first()).toContainText('stopss');
	await expect(bench.results).not.toContainText('jamais répondu');
});
