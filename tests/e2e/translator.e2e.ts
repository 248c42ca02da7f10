import type { Page } from 'playwright/test';
import { exerciseIds, solutionOf, startOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

/** What the translator of a browser does: each text that it may change becomes an element of its own, also later ones. */
const translate = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const kept = '[translate="no"], script, style, textarea, font';
		const wrap = (root: Node): void => {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			const found: Text[] = [];
			while (walker.nextNode()) found.push(walker.currentNode as Text);
			for (const text of found) {
				if (text.data.trim() === '' || text.parentElement?.closest(kept)) continue;
				const font = document.createElement('font');
				font.textContent = text.data;
				text.replaceWith(font);
			}
		};
		wrap(document.body);
		new MutationObserver((changes) => {
			for (const { addedNodes } of changes)
				for (const node of addedNodes) if (node instanceof Element) wrap(node);
		}).observe(document.body, { childList: true, subtree: true });
	});

test('with the translator of a browser on, each result is its own, and code stays code', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', 'programming/shout').open();
	const { say, verdict, results } = bench;
	const received = results.locator('.received code');
	await translate(page);

	await bench.write('export function shout(word) {\n\treturn word;\n}\nconsole.log(shout("Kiwi"));\n');
	await bench.run.click();
	await expect(verdict).toContainText(say('result.examples-text'));
	await expect(bench.console).toContainText('Kiwi');
	await bench.check.click();
	await expect(verdict).not.toContainText(say('result.examples-text'));
	await expect(verdict.locator('font').first()).toBeAttached();
	await expect(received.first()).toHaveText('1');

	await bench.write('export function shout(word) {\n\treturn word + word;\n}\n');
	await bench.check.click();
	await expect(received.first()).toHaveText('2');
	await expect(page.locator('code font, .entry .text font')).toHaveCount(0);
});

test('with the translator of a browser on, a button and an empty console say what is true now', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', 'programming/shout').open();
	const { say } = bench;
	await translate(page);
	await expect(bench.console).toHaveText(say('console.empty'));

	const hints = page.getByRole('region', { name: say('exercise.hints') });
	const total = 3;
	for (const number of [1, 2]) {
		const more = hints.getByRole('button');
		await expect(more).toHaveText(say('exercise.hint-open', { number, total }));
		await more.click();
	}
	await expect(hints.getByRole('button')).toHaveText(say('exercise.hint-open', { number: 3, total }));

	await bench.write('while (true) {}\n');
	await bench.check.click();
	await expect(bench.check).toHaveCount(0);
	await bench.stop.click();
	await expect(bench.check).toBeVisible();
	await expect(bench.stop).toHaveCount(0);

	await bench.write('export function shout(word) {\n\treturn word;\n}\n');
	await bench.check.click();
	await expect(bench.console).toHaveText(say('console.after-check'));
	await bench.run.click();
	await expect(bench.console).toHaveText(say('console.nothing'));
});

test('with the translator of a browser on, what is said of the code, the network and the map changes with them', async ({
	page,
	context,
	watch
}) => {
	const [FIRST = ''] = exerciseIds;
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say } = bench;
	await translate(page);
	await bench.write('// iets');
	const notice = page.locator('.notice');
	await page.getByRole('button', { name: say('exercise.reset') }).click();
	await expect(notice).toContainText(say('exercise.notice.reset'));
	await notice.getByRole('button', { name: say('exercise.notice.undo'), exact: true }).click();
	await expect(notice).toHaveCount(0);
	await bench.write(startOf(FIRST));

	// Two things that cannot be had, one after the other: each is said as it is.
	watch.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /503/);
	await context.setOffline(true);
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('exercise.fault.offline'));
	await context.setOffline(false);
	await page.route('**/api/suite/**', (route) => route.fulfill({ status: 503, body: '' }));
	await bench.results.getByRole('button', { name: say('exercise.retry') }).click();
	await expect(bench.verdict).toContainText(say('exercise.fault.suite'));
	await expect(bench.verdict).not.toContainText(say('exercise.fault.offline'));
	await page.unroute('**/api/suite/**');

	const map = await context.newPage();
	await map.goto('/nl/map?view=list');
	// It is there once the page is alive: a translator begins later than that.
	await expect(map.getByRole('button', { name: say('people.new') })).toBeVisible();
	await translate(map);
	await expect(map.locator('dd').first()).toHaveText(
		say('next.of', { passed: 0, total: exerciseIds.length })
	);
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expect(map.locator('dd').first()).toHaveText(
		say('next.of', { passed: 1, total: exerciseIds.length })
	);
	await expect(map.getByRole('listitem').first()).toContainText(say('state.practised'));
	await expect(map.locator('.next h2')).not.toContainText(say('next.start'));
	for (const one of [page, map])
		await expect(one.locator(':is(code, kbd, pre, textarea, [role=log] .text) font')).toHaveCount(0);
});

test('words that a translator makes half as long again push nothing out of a phone’s screen', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of ['/fr', '/fr/map?view=list', `/fr/${exerciseIds[0]}`]) {
		await page.goto(path);
		await page.evaluate(() => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode as Text;
				if (text.parentElement?.closest('[translate="no"], script, style, textarea')) continue;
				text.data = text.data.replace(
					/\p{L}{3,}/gu,
					(word) => word + word.slice(0, Math.ceil(word.length / 2)).toLowerCase()
				);
			}
		});
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide, path).toBeLessThanOrEqual(360);
	}
});
