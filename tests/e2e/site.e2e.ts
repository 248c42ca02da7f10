import { LOCALES } from '../../src/lib/contract/locale.ts';
import { exerciseIds, solutionOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = ''] = exerciseIds;

test('the address without a language leads to the browser’s, and then to the one last chosen', async ({
	newContext
}) => {
	const context = await newContext({ locale: 'nl-BE' });
	const wanted = { 'nl-BE,nl;q=0.9,en;q=0.5': '/nl', 'de,en-GB;q=0.8': '/en', 'ar,tr': '/fr' };
	for (const [header, path] of Object.entries(wanted)) {
		const answer = await context.request.get('/', {
			headers: { 'accept-language': header },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(302);
		expect(answer.headers().location, header).toBe(path);
	}
	const page = await context.newPage();
	await page.goto('/');
	await expect(page).toHaveURL('/nl');
	await page.goto('/en/map');
	await page.goto('/');
	await expect(page).toHaveURL('/en');
});

test('an address that does not exist says so in its language, with a way on', async ({ page, watch }) => {
	watch.expect(/404/);
	for (const locale of LOCALES) {
		const say = words(locale);
		for (const path of ['nothing', 'programming/nothing', 'a/b/c']) {
			const response = await page.goto(`/${locale}/${path}`);
			expect(response?.status()).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('error.not-found.title'));
		}
		await page
			.getByRole('main')
			.getByRole('link', { name: say('error.map') })
			.click();
		await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
	}
	expect((await page.goto('/de/map'))?.status()).toBe(404);
	await expect(page.getByRole('link')).toHaveCount(LOCALES.length);
});

test('the theme is remembered, and the server’s next page has it from its first byte', async ({ page }) => {
	const say = words('fr');
	const html = page.locator('html');
	const choose = async (theme: 'light' | 'dark'): Promise<void> => {
		await page
			.getByRole('button', { name: say('shell.theme', { theme: '' }).split(/\s*\./)[0] ?? '' })
			.click();
		await expect(html).toHaveAttribute('data-theme', theme);
	};
	await page.goto('/fr');
	await expect(html).toHaveAttribute('data-theme', 'system');
	await choose('light');
	await choose('dark');
	const served = await (await page.request.get(`/fr/${FIRST}`)).text();
	expect(served).toContain('data-theme="dark"');
	await page.goto(`/nl/${FIRST}`);
	await expect(html).toHaveAttribute('data-theme', 'dark');
	const background = await html.evaluate((element) => getComputedStyle(element).backgroundColor);
	const [red = 255] = (background.match(/\d+/g) ?? []).map(Number);
	expect(red, 'a dark background').toBeLessThan(60);
});

test('the sandbox that comes with the page is the one the checks use', async ({ page }) => {
	const asked: string[] = [];
	page.on(
		'request',
		(request) => /\/engine\/sandbox\.[^/]*\.html$/.test(request.url()) && asked.push(request.url())
	);
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	expect(asked).toHaveLength(1);
	await expect(page.locator('iframe')).toHaveCount(1);
});

test.describe('where motion is unwelcome', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });
	test('nothing moves on the map or when a station is passed', async ({ page }) => {
		await preferEditor(page, 'plain');
		/** Animations that a person could see: longer than an instant, or without end. */
		const moving = () =>
			page.evaluate(
				() =>
					document
						.getAnimations()
						.filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 10).length
			);
		await page.goto('/en/map?view=map');
		await expect(page.getByRole('button', { name: words('en')('progress.save') })).toBeEnabled();
		expect(await moving()).toBe(0);
		const bench = await new Workbench(page, 'en', FIRST).open();
		await bench.write(solutionOf(FIRST));
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		expect(await moving()).toBe(0);
	});
});
