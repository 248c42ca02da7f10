import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import type { ProgressFile } from '../../src/lib/contract/progress.ts';
import { expectAccessible } from './support/axe.ts';
import { exerciseIds, solutionOf, startOf, titleOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

/* Where a device does not keep what is written: said once, nothing lost while the page is open, and the check works. */

const [FIRST = '', SECOND = ''] = exerciseIds;

const noticeOf = (page: Page, why: string) => page.locator(`[data-not-kept="${why}"]`);

/** The device has the pass. */
const passedBefore = ({ page, say }: Workbench) =>
	page.locator('#pane-brief').getByText(say('exercise.passed-before'), { exact: true });

/** What a file saved from the notice holds. */
async function savedFrom(bench: Workbench): Promise<ProgressFile> {
	const { page, say } = bench;
	const download = page.waitForEvent('download');
	await page
		.locator('[data-not-kept]')
		.getByRole('button', { name: say('progress.save') })
		.click();
	return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as ProgressFile;
}

/** Browsers' ways to keep nothing: run in every frame before its scripts. */
const WINDOWS: Record<string, () => void> = {
	'has no database': () => {
		Reflect.deleteProperty(globalThis, 'indexedDB');
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
	},
	'opens no database': () => {
		IDBFactory.prototype.open = () => {
			const request = new EventTarget() as IDBOpenDBRequest;
			Object.defineProperty(request, 'error', {
				value: new DOMException('A mutation operation was attempted', 'InvalidStateError')
			});
			setTimeout(() => request.dispatchEvent(new Event('error')));
			return request;
		};
	},
	'blocks every storage': () => {
		const blocked = () => {
			throw new DOMException('Access is denied for this document.', 'SecurityError');
		};
		for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
			Object.defineProperty(globalThis, name, { get: blocked, configurable: true });
		// Firefox counts these among storages.
		globalThis.BroadcastChannel = blocked as unknown as typeof BroadcastChannel;
		LockManager.prototype.request = async () => blocked();
		ServiceWorkerContainer.prototype.register = async () => blocked();
	}
};
const LANGUAGES = ['fr', 'nl', 'en'] as const;

for (const [at, [what, block]] of Object.entries(WINDOWS).entries()) {
	const locale = LANGUAGES[at]!;
	test(`in "${locale}", in a window that ${what}, the site works, says once that nothing is kept, and hands out the file`, async ({
		page
	}) => {
		await page.addInitScript(block);
		// The plain editor, where no choice of one is kept.
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
		);
		const bench = await new Workbench(page, locale, FIRST).open();
		const { say } = bench;
		await expect(noticeOf(page, 'nothing')).toContainText(say('keeping.nothing.title'));
		await bench.editor().fill(solutionOf(FIRST));
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();

		// From page to page of the same window everything is there.
		await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
		await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
		await expect(page.getByText(say('keeping.nothing.title'))).toBeVisible();
		await page.goBack();
		await bench.ready();
		await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
		// With `localStorage` also in the next document, as long as the window is open.
		if (what !== 'blocks every storage') {
			await page.reload();
			await bench.ready();
			await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
			await expect(passedBefore(bench)).toBeVisible();
		}
		const { progress, drafts } = await savedFrom(bench);
		expect(progress).toMatchObject([{ exerciseId: FIRST, attempts: 1, passed: 'practised' }]);
		expect(drafts).toMatchObject([{ exerciseId: FIRST, files: { 'main.js': solutionOf(FIRST) } }]);

		await noticeOf(page, 'nothing')
			.getByRole('button', { name: say('exercise.notice.dismiss') })
			.click();
		await expect(noticeOf(page, 'nothing')).toHaveCount(0);
		await page
			.getByRole('link', { name: titleOf(SECOND, locale) })
			.first()
			.click();
		await expect(page).toHaveURL(`/${locale}/${SECOND}`);
		const second = new Workbench(page, locale, SECOND);
		await second.ready();
		await expect(second.editor()).toHaveValue(startOf(SECOND));
		await expect(noticeOf(page, 'nothing')).toHaveCount(0);
		// Another document.
		await page.reload();
		await expect(noticeOf(page, 'nothing')).toBeVisible();
		await expectAccessible(page, 'nothing is kept');
	});
}

/**
 * The browser's own refusal: each transaction that writes is aborted with a QuotaExceededError once its requests have succeeded.
 * Chromium asks for the room at an origin's first write and believes the answer for half a minute, so that a device which fills up
 * later cannot be had here; see shelter.test.ts for that.
 */
async function fullDisk(page: Page, origin: string): Promise<() => Promise<unknown>> {
	const devices = await page.context().newCDPSession(page);
	await devices.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	return () => devices.send('Storage.overrideQuotaForOrigin', { origin });
}

test('on a full disk nothing typed or passed is lost, the check works, and once there is room everything is kept', async ({
	page,
	baseURL
}) => {
	await preferEditor(page, 'plain');
	const makeRoom = await fullDisk(page, baseURL!);
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say } = bench;
	await expect(page.locator('[data-not-kept]')).toHaveCount(0);
	await bench.write(solutionOf(FIRST));
	await expect(noticeOf(page, 'full')).toContainText(say('keeping.full.text'));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	await page.goBack();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	const longer = `${solutionOf(FIRST)}// encore`;
	await bench.write(longer);
	await page.reload();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(longer);
	await expect(noticeOf(page, 'full')).toBeVisible();

	await makeRoom();
	await bench.write(solutionOf(FIRST));
	await expect(noticeOf(page, 'full')).toHaveCount(0);
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	await expect(passedBefore(bench)).toBeVisible();
	await expect(page.locator('[data-not-kept]')).toHaveCount(0);
});

test('two tabs on a full disk show each other what is typed, and the one that is left has all of it', async ({
	page,
	baseURL
}) => {
	await preferEditor(page, 'plain');
	await fullDisk(page, baseURL!);
	const one = await new Workbench(page, 'nl', FIRST).open();
	const other = await new Workbench(await page.context().newPage(), 'nl', FIRST).open();
	await one.editor().fill('// een');
	await expect(other.editor()).toHaveValue('// een');
	await other.editor().pressSequentially(', twee');
	await expect(one.editor()).toHaveValue('// een, twee');
	await other.page.close();
	await one.editor().press('ControlOrMeta+End');
	await one.editor().pressSequentially(', drie');
	await page.reload();
	await one.ready();
	await expect(one.editor()).toHaveValue('// een, twee, drie');
});

test('on a full disk somebody else sees nothing of what the first person typed, who finds it again', async ({
	page,
	baseURL
}) => {
	await preferEditor(page, 'plain');
	await fullDisk(page, baseURL!);
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say } = bench;
	await bench.write('// van mij');
	await expect(noticeOf(page, 'full')).toBeVisible();

	await page.goto('/nl/map');
	await page.getByRole('button', { name: say('people.new') }).click();
	await expect(page.getByText(say('people.now', { person: 2 }))).toBeVisible();
	await page.goto(`/nl/${FIRST}`);
	await bench.ready();
	await expect(bench.editor()).toHaveValue(startOf(FIRST));
	await page.goto('/nl/map');
	await page.getByRole('button', { name: say('people.back', { person: 1 }) }).click();
	await expect(page.getByText(say('people.now', { person: 1 }))).toBeVisible();
	await page.goto(`/nl/${FIRST}`);
	await bench.ready();
	await expect(bench.editor()).toHaveValue('// van mij');
});

/** As a build with another version of the database does, in a tab of its own. `lets`: it gives way when it is asked to. */
const openDatabase = (page: Page, version: number, lets: boolean): Promise<void> =>
	page.evaluate(
		([version, lets]) =>
			new Promise<void>((resolve, reject) => {
				const asked = indexedDB.open('passerelle', version);
				asked.onerror = () => reject(asked.error);
				asked.onupgradeneeded = () => {
					if (version > 1) return;
					asked.result.createObjectStore('progress', { keyPath: 'exerciseId' });
					const drafts = asked.result.createObjectStore('drafts', { keyPath: ['exerciseId', 'locale'] });
					drafts.createIndex('exercise', 'exerciseId');
				};
				asked.onsuccess = () => {
					if (lets) asked.result.close();
					else Object.assign(globalThis, { kept: asked.result });
					resolve();
				};
			}),
		[version, lets] as const
	);

/** A page of the site without its scripts. */
async function openBeside(page: Page): Promise<Page> {
	const beside = await page.context().newPage();
	await beside.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await beside.goto('/third-party-notices.txt');
	return beside;
}

test('a tab that a newer build shuts out says so at once, goes on, and what is typed in it is there after its reload', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say } = bench;
	await bench.write('// voor');
	await openDatabase(await openBeside(page), 3, true);
	await expect(noticeOf(page, 'newer')).toContainText(say('keeping.newer.title'));
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await noticeOf(page, 'newer')
		.getByRole('button', { name: say('exercise.reload') })
		.click();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
});

test('where an older tab holds the database the page opens without it, says why, and has all of it once that tab is gone', async ({
	page
}) => {
	await preferEditor(page, 'plain');
	const old = await openBeside(page);
	await openDatabase(old, 1, false);
	const bench = await new Workbench(page, 'en', FIRST).open();
	const { say } = bench;
	await expect(noticeOf(page, 'held')).toContainText(say('keeping.held.title'));
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expectAccessible(page, 'the database is held');
	await page.setViewportSize({ width: 1280, height: 720 });
	await old.close();
	await noticeOf(page, 'held')
		.getByRole('button', { name: say('exercise.reload') })
		.click();
	await bench.ready();
	await expect(page.locator('[data-not-kept]')).toHaveCount(0);
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	await expect(passedBefore(bench)).toBeVisible();
});
