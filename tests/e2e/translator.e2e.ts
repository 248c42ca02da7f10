import type { Page } from 'playwright/test';
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
	await preferEditor(page, 'simple');
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
