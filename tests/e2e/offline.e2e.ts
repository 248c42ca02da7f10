import type { Translate } from '../../src/lib/i18n/translate.ts';
import { exerciseIds, manifestOf, solutionOf, titleOf } from './support/exercise.ts';
import { keptOn, untilKept } from './support/device.ts';
import { filesOf, previewOf, writePage } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = exerciseIds;
const PAGE = 'programming/first-page';
const NODE = exerciseIds.find((id) => manifestOf(id).need === 'node') ?? '';
const suiteOf = (id: string, locale: string): string => `/api/suite/${id}?kind=hidden&lang=${locale}`;
const WASM = '/_app/immutable/assets/esbuild';
const ENGINE = '/_app/immutable/engine/sandbox';

test.use({ workers: true });
test.beforeEach(async ({ page, watch }) => {
	// Some forty answers and a compiler, one after another, behind everything else.
	test.setTimeout(300_000);
	await preferEditor(page, 'plain');
	// What cannot be had without a network is asked for first.
	watch.expect(/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /Failed to fetch/, /Unable to preload CSS/);
});

for (const locale of ['fr', 'nl'] as const)
	test(`in "${locale}" the first path goes on without a network from the second page on, reload included`, async ({
		page,
		context
	}) => {
		const say = words(locale);
		await page.goto(`/${locale}`);
		await untilKept(page, suiteOf(FIRST, locale), suiteOf(THIRD, locale), `/${locale}/map`, WASM, ENGINE);
		await context.setOffline(true);

		await page.getByRole('link', { name: say('home.start', { title: titleOf(FIRST, locale) }) }).click();
		const first = new Workbench(page, locale, FIRST);
		await first.ready();
		const answer = await page.reload();
		expect(answer?.fromServiceWorker()).toBe(true);
		const headers = answer?.headers() ?? {};
		expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
		expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval' 'nonce-");
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
		await first.ready();
		await first.write(solutionOf(FIRST));
		await first.check.click();
		await expect(first.celebration).toBeVisible({ timeout: 60_000 });

		await first.celebration.getByRole('link', { name: titleOf(SECOND, locale), exact: true }).click();
		await expect(page).toHaveURL(`/${locale}/${SECOND}`);
		const second = new Workbench(page, locale, SECOND);
		await second.ready();
		await second.write(solutionOf(SECOND));
		await second.check.click();
		await expect(second.celebration).toBeVisible({ timeout: 60_000 });
		await page.reload();
		await second.ready();
		await expect(second.editor()).toHaveValue(solutionOf(SECOND));

		// A choice of now holds on pages that were kept before it.
		await page.locator('form[action="/theme"] button').click();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
		await page.goto('/');
		await expect(page).toHaveURL(`/${locale}`);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
		await page.goto(`/${locale}/map?view=list`);
		await expect(page.getByText(say('next.of', { passed: 2, total: exerciseIds.length }))).toBeVisible();
	});

test('a suite is for a run: an address that is typed is not answered by the device', async ({
	page,
	context
}) => {
	await page.goto('/en');
	await untilKept(page, suiteOf(FIRST, 'en'));
	const address = (await keptOn(page)).find((one) => one.startsWith(suiteOf(FIRST, 'en'))) ?? '';
	await context.setOffline(true);
	await expect(page.goto(address)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
});

test('a page that is not on the device says so in its language, and opens when the network is back', async ({
	page,
	context
}) => {
	await page.goto('/nl');
	// What comes after the map's page.
	await untilKept(page, '/nl/map/stations.json', '/offline.html');
	await context.setOffline(true);
	const last = exerciseIds.at(-1) ?? '';
	await page.goto(`/nl/${last}`);
	await expect(page.getByRole('heading', { name: 'Geen verbinding' })).toBeVisible();
	await expect(page.getByRole('heading')).toHaveCount(1);
	await page.getByRole('link', { name: 'Naar de kaart' }).click();
	await expect(page.getByRole('heading', { level: 1, name: words('nl')('map.title') })).toBeVisible();
	await page.goto(`/nl/${last}`);
	await context.setOffline(false);
	await expect(page.getByRole('heading', { level: 1, name: titleOf(last, 'nl') })).toBeVisible();
});

test('without a network search, Back and Forward, paper and a language that was read before work, after a reload too; another language says where it is', async ({
	page,
	context
}) => {
	const [say, nl] = [words('fr'), words('nl')];
	const mapIn = (language: Translate) =>
		page.getByRole('heading', { level: 1, name: language('map.title'), exact: true });
	await page.goto('/nl/map?view=list');
	await untilKept(page, '/nl/map/__data.json');
	await page.getByRole('link', { name: 'Français' }).click();
	await untilKept(page, '/fr/map/words.json', suiteOf(FIRST, 'fr'));
	await context.setOffline(true);
	await page.reload();
	// By a word that no title has.
	await page.getByRole('searchbox', { name: say('map.search') }).fill('console.log');
	await page
		.locator('search')
		.getByRole('link', { name: titleOf(FIRST, 'fr') })
		.click();
	const bench = new Workbench(page, 'fr', FIRST);
	await bench.ready();
	await page.goBack();
	await expect(mapIn(say)).toBeVisible();
	await page.goForward();
	await bench.ready();
	await page.reload();
	await bench.ready();

	await bench.write(solutionOf(FIRST));
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await expect(page.locator('.paper pre')).toHaveText(solutionOf(FIRST).trim());
	await expect(page.getByRole('heading', { name: say('exercise.hint', { number: 3 }) })).toBeVisible();
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await page.emulateMedia({ media: null });

	await page.goBack();
	await expect(mapIn(say)).toBeVisible();
	await page.getByRole('link', { name: 'Nederlands' }).click();
	await expect(mapIn(nl)).toBeVisible();
	await page.reload();
	await expect(mapIn(nl)).toBeVisible();
	await expect(page.locator('[aria-busy="false"]')).toBeAttached();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByText(nl('offline.blocked'))).toBeVisible();
	await expect(mapIn(nl)).toBeVisible();
});

test('a section is taken along by a button that says its size; what needs the server says so', async ({
	page,
	context
}) => {
	const say = words('en');
	await page.goto('/en/map');
	const section = page.getByRole('listitem').filter({ has: page.getByText('Node', { exact: false }) });
	const button = section.getByRole('button').last();
	// The network is away for a moment: the size is not looked for without end.
	await context.setOffline(true);
	await page.getByText(say('take.open')).click();
	await expect(section).toContainText(say('take.unseen'));
	await context.setOffline(false);
	await button.click();
	await expect(button).toHaveText(/\d+(?:\.\d)? MB/, { timeout: 30_000 });
	await button.click();
	await expect(page.getByText(say('take.end.done', { section: '' }).slice(4, 30))).toBeVisible({
		timeout: 60_000
	});
	await untilKept(page, `/en/${NODE}`);
	await context.setOffline(true);
	const bench = await new Workbench(page, 'en', NODE).open();
	await page.reload();
	await bench.ready();
	await bench.write(solutionOf(NODE));
	await bench.check.click();
	await expect(bench.results.getByText(say('engine.reason.offline')).first()).toBeVisible();
	await expect(page.getByText(say('exercise.fault.title'))).toHaveCount(0);
});

test('a page exercise goes on without a network, reload included: its page is shown, and checked', async ({
	page,
	context
}) => {
	await page.goto(`/nl/${PAGE}`);
	await untilKept(page, `/nl/${PAGE}`, suiteOf(PAGE, 'nl'), WASM, ENGINE);
	await context.setOffline(true);
	const bench = new Workbench(page, 'nl', PAGE);
	await page.reload();
	await bench.ready();
	await writePage(bench, filesOf(PAGE, 'solution'));
	await expect(previewOf(page).locator('h1')).toBeVisible();
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 60_000 });
});
