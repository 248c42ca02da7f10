import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import type { ProgressFile } from '../../src/lib/contract/progress.ts';
import { exerciseIds, solutionOf, startOf, titleOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = '', SECOND = ''] = exerciseIds;

/** Saves the progress to a file, as a person does on the map page. */
async function saveProgress(page: Page): Promise<{ path: string; file: ProgressFile }> {
	await page.goto('/en/map');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: words('en')('progress.save') }).click();
	const path = await (await download).path();
	return { path, file: JSON.parse(readFileSync(path, 'utf8')) as ProgressFile };
}

test('what was typed a moment before the page closed is there again', async ({ page, context }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', FIRST).open();
	await bench.editor().focus();
	await page.keyboard.press('ControlOrMeta+End');
	const typed = '// la dernière lettre compte';
	await page.keyboard.type(typed, { delay: 5 });
	await page.close({ runBeforeUnload: true });

	const again = await new Workbench(await context.newPage(), 'fr', FIRST).open();
	await expect(again.editor()).toHaveValue(startOf(FIRST) + typed);
});

test('code is the same in every language, and goes on from either; reset can be undone', async ({ page }) => {
	await preferEditor(page, 'plain');
	const french = await new Workbench(page, 'fr', FIRST).open();
	await french.write('console.log("Bonjour");');
	await page.getByRole('link', { name: 'Nederlands' }).click();
	await expect(page).toHaveURL(`/nl/${FIRST}`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	const dutch = new Workbench(page, 'nl', FIRST);
	await dutch.ready();
	await expect(page.getByRole('heading', { level: 1, name: titleOf(FIRST, 'nl') })).toBeVisible();
	await expect(dutch.editor()).toHaveValue('console.log("Bonjour");');

	await dutch.write('console.log("Hallo");');
	await page.getByRole('link', { name: 'Français' }).click();
	await french.ready();
	await expect(french.editor()).toHaveValue('console.log("Hallo");');

	await page.getByRole('button', { name: french.say('exercise.reset') }).click();
	await expect(french.editor()).toHaveValue(startOf(FIRST));
	await page.getByRole('button', { name: french.say('exercise.notice.undo'), exact: true }).click();
	await expect(french.editor()).toHaveValue('console.log("Hallo");');
	await page.reload();
	await french.ready();
	await expect(french.editor()).toHaveValue('console.log("Hallo");');
});

/** What a device of before has: a draft for each language. */
const fillFirstVersion = (page: Page, id: string): Promise<void> =>
	page.evaluate(
		(exerciseId) =>
			new Promise<void>((resolve, reject) => {
				const asked = indexedDB.open('passerelle', 1);
				asked.onerror = () => reject(asked.error);
				asked.onupgradeneeded = () => {
					asked.result.createObjectStore('progress', { keyPath: 'exerciseId' });
					const drafts = asked.result.createObjectStore('drafts', { keyPath: ['exerciseId', 'locale'] });
					drafts.createIndex('exercise', 'exerciseId');
				};
				asked.onsuccess = () => {
					const work = asked.result.transaction('drafts', 'readwrite');
					const put = (locale: string, text: string, updatedAt: string) =>
						work.objectStore('drafts').put({ exerciseId, locale, files: { 'main.js': text }, updatedAt });
					put('fr', '// en français', '2026-11-01T10:00:00.000Z');
					put('nl', '// in het Nederlands', '2026-11-02T10:00:00.000Z');
					work.oncomplete = () => {
						asked.result.close();
						resolve();
					};
				};
			}),
		id
	);

test('a device with code for each language shows the newest, and offers the other: nothing is lost', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	// A page without scripts; it has no icon.
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await page.goto('/third-party-notices.txt');
	await fillFirstVersion(page, FIRST);
	const bench = await new Workbench(page, 'en', FIRST).open();
	const { say } = bench;
	await expect(bench.editor()).toHaveValue('// in het Nederlands');
	await expect(page.getByText(say('exercise.notice.other.fr'))).toBeVisible();
	await page.getByRole('button', { name: say('exercise.notice.other-take') }).click();
	await expect(bench.editor()).toHaveValue('// en français');
	await page.getByRole('button', { name: say('exercise.notice.exchanged-undo') }).click();
	await expect(bench.editor()).toHaveValue('// in het Nederlands');
	await page.reload();
	await bench.ready();
	await expect(bench.editor()).toHaveValue('// in het Nederlands');
	await expect(page.getByText(say('exercise.notice.other.fr'))).toBeHidden();
});

test('somebody else on the same device begins clean, and the first person finds their work again', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say } = bench;
	await bench.write('// la première');
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	await page.goto('/fr/map?view=list');
	await page.getByRole('button', { name: say('people.new') }).click();
	await expect(page.getByText(say('people.now', { person: 2 }))).toBeVisible();
	await bench.open();
	await expect(bench.editor()).toHaveValue(startOf(FIRST));
	// Nor what came of it, in the same tab.
	await expect(bench.results.getByText(say('result.empty'))).toBeVisible();
	await bench.write('// la deuxième');
	await page.goto('/fr/map?view=list');
	await page.getByRole('button', { name: say('people.back', { person: 1 }) }).click();
	await expect(page.getByText(say('people.now', { person: 1 }))).toBeVisible();
	await bench.open();
	await expect(bench.editor()).toHaveValue('// la première');
	await expect(bench.verdict).toBeVisible();
});

test('what a program is started with is the person’s who typed it', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', 'programming/command-tool').open();
	const { say } = bench;
	const start = page.locator('summary', { hasText: say('start.title') });
	await bench.write('console.log(process.argv[2]);');
	await start.click();
	await page.getByLabel(say('start.args', { file: 'main.js' })).fill('Amina');
	await expect(start).toContainText('node main.js Amina');
	await page.goto('/nl/map?view=list');
	await page.getByRole('button', { name: say('people.new') }).click();
	await expect(page.getByText(say('people.now', { person: 2 }))).toBeVisible();
	await bench.open();
	await bench.write('console.log(process.argv[2]);');
	await expect(start).not.toContainText('Amina');
	await page.goto('/nl/map?view=list');
	await page.getByRole('button', { name: say('people.back', { person: 1 }) }).click();
	await expect(page.getByText(say('people.now', { person: 1 }))).toBeVisible();
	await bench.open();
	await expect(start).toContainText('node main.js Amina');
});

test('two tabs agree: on the text, on the map, on what is next', async ({ page, context }) => {
	await preferEditor(page, 'plain');
	const other = await context.newPage();
	const map = await context.newPage();
	const bench = await new Workbench(page, 'en', FIRST).open();
	const second = await new Workbench(other, 'en', FIRST).open();
	await map.goto('/en/map?view=list');
	const { say } = bench;
	await expect(map.getByText(say('next.of', { passed: 0, total: exerciseIds.length }))).toBeVisible();

	await bench.write(solutionOf(FIRST));
	await expect(second.editor()).toHaveValue(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expect(map.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	await expect(other.getByText(say('exercise.passed-before'), { exact: true })).toBeVisible();
});

test('progress travels to another device as a file; a broken file is refused in words', async ({
	page,
	newContext
}) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	const { path, file } = await saveProgress(page);
	expect(file.progress).toMatchObject([{ exerciseId: FIRST, attempts: 1, passed: 'practised' }]);

	const elsewhere = await (await newContext()).newPage();
	await preferEditor(elsewhere, 'plain');
	await elsewhere.goto('/nl/map?view=list');
	const say = words('nl');
	const open = elsewhere.getByRole('button', { name: say('progress.load') });
	const load = async (files: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
		const chooser = elsewhere.waitForEvent('filechooser');
		await open.click();
		await (await chooser).setFiles(files);
	};
	const bad = (text: string) => ({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await expect(open).toBeEnabled();
	await load(bad('{ "not finished'));
	await expect(elsewhere.getByText(say('progress.error.not-json'))).toBeVisible();
	await load(bad('{ "hello": 1 }'));
	await expect(elsewhere.getByText(say('progress.error.not-progress'))).toBeVisible();
	await load(bad(JSON.stringify({ ...file, progress: [{ exerciseId: FIRST }] })));
	await expect(elsewhere.getByText(say('progress.error.damaged'))).toBeVisible();
	await expect(elsewhere.getByText(say('next.of', { passed: 0, total: exerciseIds.length }))).toBeVisible();

	await load(path);
	const opened = [say('progress.opened.results', { count: 1 }), say('progress.opened.texts', { count: 1 })];
	await expect(elsewhere.getByText(opened.join(' '))).toBeVisible();
	await expect(elsewhere.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	await elsewhere.getByRole('button', { name: say('progress.undo') }).click();
	await expect(elsewhere.getByText(say('progress.undone'))).toBeVisible();
	await expect(elsewhere.getByText(say('next.of', { passed: 0, total: exerciseIds.length }))).toBeVisible();
	await load(path);
	await expect(elsewhere.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	await elsewhere.getByRole('link', { name: say('next.go') }).click();
	await expect(elsewhere).toHaveURL(`/nl/${SECOND}`);
	const there = await new Workbench(elsewhere, 'nl', FIRST).open();
	await expect(there.editor()).toHaveValue(solutionOf(FIRST));
});
