import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { freePort } from '../support/free-port.ts';
import { untilKept } from './support/device.ts';
import { exerciseIds, solutionOf, titleOf } from './support/exercise.ts';
import { openFrontDoor, type FrontDoor } from './support/front-door.ts';
import { makeSecondBuild, MARK, type SecondBuild } from './support/second-build.ts';
import { expect, test as base } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

/*
 * Two builds under one address. A is the site as it is, B its copy by `makeSecondBuild`, each served by its own server; the address
 * is a front door's, which leads to one of them and can break what comes. The same with made devices: kept-site.test.ts.
 */

const [FIRST = '', , THIRD = ''] = exerciseIds;
/** Neither opened nor one of the next three of its line: no device keeps it yet. */
const LATER = exerciseIds[9] ?? '';
const say = words('en');
const MAP = say('map.title');
const suiteOf = (id: string): string => `/api/suite/${id}?kind=hidden&lang=en`;
/** Kept last. */
const ENGINE = '/_app/immutable/assets/esbuild';

interface Deploys {
	/** Build B, and where its server answers. */
	next: SecondBuild & { origin: string };
}

const test = base.extend<{ door: FrontDoor }, Deploys>({
	next: [
		async ({}, use, { parallelIndex }) => {
			const build = await makeSecondBuild(`second-build-${parallelIndex}`);
			const port = await freePort();
			const server = spawn(process.execPath, [`${build.folder}/server.mjs`], {
				cwd: fileURLToPath(new URL('../..', import.meta.url)),
				env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
				stdio: ['ignore', 'ignore', 'inherit']
			});
			const origin = `http://localhost:${port}`;
			const answers = () =>
				fetch(`${origin}/en`).then(
					({ ok }) => ok,
					() => false
				);
			for (let tries = 0; tries < 400 && !(await answers()); tries++)
				await new Promise((resolve) => setTimeout(resolve, 250));
			await use({ ...build, origin });
			server.kill();
			await rm(build.folder, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 180_000 }
	],
	door: async ({}, use) => {
		const door = await openFrontDoor();
		await use(door);
		door.close();
	},
	baseURL: async ({ baseURL, door }, use) => {
		door.lead(baseURL!);
		await use(door.origin);
	}
});

test.use({ workers: true });
test.beforeEach(async ({ page, watch }) => {
	test.setTimeout(240_000);
	await preferEditor(page, 'plain');
	watch.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_EMPTY_RESPONSE|Failed to fetch|502/);
});

/** Of which builds the scripts, styles and catalogues of the open document are. */
async function buildsOf(page: Page, next: SecondBuild): Promise<string[]> {
	const paths = await page.evaluate(() =>
		performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
	);
	const found = new Set<string>();
	for (const path of paths) {
		if (next.own.has(path)) found.add('B');
		if (next.former.has(path)) found.add('A');
	}
	return [...found].sort();
}

/** The page is whole: its title, its scripts and its catalogue are of one build. */
async function expectMapOf(page: Page, build: 'A' | 'B', next: SecondBuild): Promise<void> {
	const title = build === 'A' ? MAP : MAP + MARK;
	await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
	// It has come alive: what this device knows is in it.
	await expect(page.locator('[aria-busy="false"]')).toBeAttached();
	expect(await page.title()).toContain(`${title} ·`);
	await expect.poll(() => buildsOf(page, next)).toEqual([build]);
}

const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/**
 * Resolves when build B has the device for itself. A navigation that begins in the very moment in which one worker takes the place of
 * another hangs in a Chromium with a debugger, which this is; without one none of 420 did.
 */
const untilOnly = (page: Page, { version }: SecondBuild): Promise<void> =>
	expect
		.poll(
			() =>
				page.evaluate(async () => [
					navigator.serviceWorker.controller?.state,
					(await navigator.serviceWorker.getRegistration('/'))?.waiting?.state,
					...(await caches.keys())
				]),
			{ timeout: 60_000 }
		)
		.toEqual(['activated', undefined, `passerelle-${version}`]);

/** Works on the first exercise of build A, and has this device keep it. */
async function visit(page: Page, ...more: string[]): Promise<Workbench> {
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
	await untilKept(page, suiteOf(FIRST), ...more);
	return bench;
}

test('a deploy while a page is open: it goes on with its own scripts, its next navigation is the new build, and so is the device', async ({
	page,
	door,
	next
}) => {
	const bench = await visit(page, '/en/map');
	await page.goto('/en/map?view=list');
	await expectMapOf(page, 'A', next);
	door.lead(next.origin);

	// A script that this page had not loaded yet, and that the server has no more.
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: say('progress.save') }).click();
	const file = await (await download).path();
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: say('progress.load') }).click();
	await (await chooser).setFiles(file);
	await expect(page.getByText(say('progress.nothing-new'))).toBeVisible();
	expect(await buildsOf(page, next)).toEqual(['A']);

	// A link: its data are of B, and A's scripts do not show them.
	await page
		.getByRole('link', { name: titleOf(FIRST, 'en') })
		.first()
		.click();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	expect(await buildsOf(page, next)).toEqual(['B']);

	await untilOnly(page, next);
	await untilKept(page, suiteOf(FIRST), '/en/map', ENGINE);
	await page.context().setOffline(true);
	await page.goto('/en/map?view=list');
	await expectMapOf(page, 'B', next);
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
	await bench.open();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
	expect(await buildsOf(page, next)).toEqual(['B']);
});

test('an update of which a part does not come leaves the old build whole, and comes whole the next time', async ({
	page,
	door,
	next
}) => {
	const missing = [...next.own].find((path) => path.includes('/chunks/')) ?? '';
	await page.goto('/en/map?view=list');
	await untilKept(page, '/en/map');
	door.lead(next.origin);
	door.trouble((path) => (path === missing ? 'cut' : null));
	const registered = () =>
		page.evaluate(async () => {
			const found = await navigator.serviceWorker.getRegistration('/');
			return [found?.installing?.state, found?.waiting?.state, found?.active?.state];
		});
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/'))?.update());
	await expect.poll(() => door.asked).toContain(missing);
	await expect.poll(registered).toEqual([undefined, undefined, 'activated']);
	await page.context().setOffline(true);
	await page.reload();
	await expectMapOf(page, 'A', next);

	// Nor does anything else: what is not on this device says so in our words, and opens by itself.
	await page.context().setOffline(false);
	door.trouble(() => ({ status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>' }));
	await page.reload();
	await expectMapOf(page, 'A', next);
	await page.goto(`/en/${LATER}`);
	await expect(page.getByRole('heading', { name: say('error.unreachable.title') })).toBeVisible();
	await expect(page.getByRole('heading')).toHaveCount(1);
	door.trouble(() => null);
	await expect(page.getByRole('heading', { level: 1, name: titleOf(LATER, 'en') })).toBeVisible();
	await untilOnly(page, next);
	await page.context().setOffline(true);
	await page.goto('/en/map?view=list');
	await expectMapOf(page, 'B', next);
});

test('a first installation of which a part does not come is no installation: the page works, and the next one has the device whole', async ({
	page,
	door
}) => {
	const installed = () =>
		page.evaluate(async () => {
			const found = await navigator.serviceWorker.getRegistration('/');
			return [found?.installing?.state, found?.waiting?.state, found?.active?.state];
		});
	// The page itself asks for none of these: the worker has put others away by then.
	door.trouble((path) => (path === '/offline.html' ? 'cut' : null));
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
	await expect.poll(() => door.asked, { timeout: 60_000 }).toContain('/offline.html');
	await expect.poll(installed).toEqual([undefined, undefined, undefined]);
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
	// What is typed now is kept as ever.
	const typed = `${solutionOf(FIRST)}\n// and more`;
	await bench.write(typed);
	await page.reload();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(typed);

	door.trouble(() => null);
	await page.goto('/en/map?view=list');
	await untilKept(page, '/en/map', `/en/${FIRST}`, suiteOf(FIRST));
	await page.context().setOffline(true);
	await bench.open();
	await expect(bench.editor()).toHaveValue(typed);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
});

test('two tabs of two builds each keep their own, share the work, and lose none of it; once the older one is closed the newer has the device', async ({
	page,
	door,
	next
}) => {
	const bench = await visit(page);
	door.lead(next.origin);
	const newer = await page.context().newPage();
	const second = await new Workbench(newer, 'en', FIRST).open();
	await second.write('// typed in the newer tab');
	await expect(bench.editor()).toHaveValue('// typed in the newer tab');
	await bench.write(solutionOf(FIRST));
	await expect(second.editor()).toHaveValue(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
	await second.check.click();
	await expect(second.celebration).toBeVisible({ timeout: 60_000 });
	// The newer build is whole on this device, has offered itself, and waits.
	await untilKept(newer, `/en/${THIRD}`);
	const waiting = async (): Promise<string | undefined> =>
		(await navigator.serviceWorker.getRegistration('/'))?.waiting?.state;
	await expect.poll(() => newer.evaluate(waiting), { timeout: 60_000 }).toBe('installed');
	expect(await cachesOf(page)).toHaveLength(2);
	expect([await buildsOf(page, next), await buildsOf(newer, next)]).toEqual([['A'], ['B']]);

	await page.context().setOffline(true);
	await page.reload();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	expect(await buildsOf(page, next)).toEqual(['A']);
	await page.context().setOffline(false);
	await page.close();
	await newer.goto('/en/map?view=list');
	await expectMapOf(newer, 'B', next);
	await untilOnly(newer, next);
	await expect(newer.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
});
