import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, titleOf } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { words } from './support/words.ts';

const [FIRST = ''] = exerciseIds;
const LAST = exerciseIds.at(-1)!;

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

for (const locale of ['fr', 'nl'] as const) {
	test(`on a phone the way goes on without scrolling, and the list folds (${locale})`, async ({ page }) => {
		const say = words(locale);
		await page.goto(`/${locale}/map`);
		await expect(page.getByRole('link', { name: say('next.first') })).toBeInViewport({ ratio: 1 });
		const list = page.locator('.as-list');
		const first = list.getByRole('link', { name: titleOf(FIRST, locale), exact: true });
		const last = list.getByRole('link', { name: titleOf(LAST, locale), exact: true });
		await expect(first).toBeVisible();
		await expect(last).toBeHidden();
		// Unfolded it is 8,000.
		expect((await list.boundingBox())!.height).toBeLessThan(3000);

		const section = list.getByRole('button').last();
		await expect(section).toHaveAttribute('aria-expanded', 'false');
		await section.tap();
		await expect(last).toBeVisible();
		// What is scrolled half below the header is as large as it was.
		await page.evaluate(() => scrollTo(0, 0));
		expect(await accessibilityProblems(page)).toEqual([]);
		await section.tap();
		await expect(last).toBeHidden();
		for (const target of await list.getByRole('button').all())
			expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
	});
}

test('a station is found by its name and by a word that it explains', async ({ page }) => {
	const say = words('fr');
	await page.goto('/fr/map');
	const search = page.getByRole('searchbox', { name: say('map.search') });
	const found = page.locator('search');
	await search.tap();
	await search.fill(titleOf(LAST, 'fr').toUpperCase());
	await expect(found.getByRole('link', { name: titleOf(LAST, 'fr') })).toBeVisible();
	await expect(page.getByText(say('map.found', { count: 1 }))).toBeVisible();
	await search.fill('console.log');
	await expect(found.getByRole('link', { name: titleOf(FIRST, 'fr') })).toBeVisible();
	await expect(found.getByText(say('map.found-words', { words: 'console.log' })).first()).toBeVisible();
	expect(await accessibilityProblems(page)).toEqual([]);
	await search.fill('zzzz');
	await expect(page.getByText(say('map.found', { count: 0 }))).toBeVisible();
	expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
	await search.fill('console.log');
	await found.getByRole('link', { name: titleOf(FIRST, 'fr') }).tap();
	await expect(page).toHaveURL(`/fr/${FIRST}`);
});
