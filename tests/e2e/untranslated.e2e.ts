import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright/test';
import type { MapFile } from '../../src/lib/contract/map.ts';
import { startSite } from '../support/site.ts';
import { expectAccessible } from './support/axe.ts';
import { ExerciseCopy } from '../support/exercise-copy.ts';
import { expect, test } from './support/site.ts';
import { preferEditor } from './support/workbench.ts';
import { words } from './support/words.ts';

const ID = 'elsewhere/shout';
const AUTHORS = ['Ada Peeters', 'Bilal Amrani', 'Chloé Dubois', 'Dirk Maes', 'Els Claes'];
const SOURCE = 'https://example.org/exercises/shout';

const title = { fr: 'Venus d’ailleurs', nl: 'Van elders', en: 'From elsewhere' };
const map: MapFile = {
	version: 1,
	lines: [
		{
			id: 'elsewhere',
			letter: 'E',
			title,
			planned: false,
			path: [
				{ x: 1, y: 1 },
				{ x: 5, y: 1 }
			],
			sections: [
				{
					id: 'first',
					title,
					stations: [{ exercise: ID, x: 2, y: 1, labelSide: 'below', prerequisites: [] }]
				}
			]
		}
	]
};

/** An exercise as an import leaves it: in one language, without hints, with its origin. */
function foreignExercise(): ExerciseCopy {
	const copy = new ExerciseCopy('programming/shout', ID);
	for (const locale of ['fr', 'nl']) copy.delete(`brief.${locale}.md`, `messages.${locale}.json`);
	for (const locale of ['fr', 'nl', 'en']) copy.delete(`hints.${locale}.md`);
	const manifest = JSON.parse(copy.read('exercise.json')) as Record<string, unknown>;
	const name = manifest.title as Record<string, string>;
	copy.write(
		'exercise.json',
		JSON.stringify({
			...manifest,
			title: { fr: name.en, nl: name.en, en: name.en },
			prerequisites: [],
			languages: ['en'],
			origin: { source: SOURCE, licence: 'MIT', authors: AUTHORS }
		})
	);
	writeFileSync(join(copy.root, 'map.json'), JSON.stringify(map));
	return copy;
}

let copy: ExerciseCopy;
let site: Awaited<ReturnType<typeof startSite>>;
test.beforeAll(async () => {
	copy = foreignExercise();
	site = await startSite({ exercises: copy.root, path: `/en/${ID}` });
});
test.afterAll(() => {
	site?.stop();
	copy?.dispose();
});

/** The language that a screen reader reads it in. */
const languageOf = (shown: Locator): Promise<string | null | undefined> =>
	shown.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));

test('a learner is told that an exercise is in English, and whose it is; a screen reader knows it too', async ({
	page
}) => {
	const say = words('fr');
	await preferEditor(page, 'plain');
	await page.goto(`${site.origin}/fr/${ID}`);
	const brief = page.locator('#pane-brief');
	const note = brief.getByText(say('exercise.not-translated', { language: say('exercise.language.en') }));
	await expect(note).toBeVisible();
	expect(await languageOf(note)).toBe('fr');
	await expect(brief.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
	const sentence = brief.getByText('On Sundays, Karim sells fruit');
	expect(await languageOf(sentence)).toBe('en');

	await expect(brief.getByText(/Ada Peeters.*Chloé Dubois.*2 autres personnes.*MIT/s)).toBeVisible();
	const original = brief.getByRole('link', { name: say('exercise.origin.source') });
	await expect(original).toHaveAttribute('href', SOURCE);
	await expect(original).toHaveAttribute('rel', 'noopener noreferrer external');
	await expect(page.getByRole('heading', { name: say('exercise.hints') })).toHaveCount(0);

	const check = page.getByRole('button', { name: say('exercise.check'), exact: true });
	await expect(page.locator('[data-ready="true"]')).toBeAttached({ timeout: 20_000 });
	await check.click();
	const results = page.locator('#pane-results');
	await expect(results.getByText('gives a text back')).toHaveAttribute('lang', 'en');
	const message = results.getByText('The function must give a text back.');
	await expect(message).toBeVisible();
	expect(await languageOf(message)).toBe('en');
	await expect(results.getByText(say('result.state.fail')).first()).toBeVisible();

	await expectAccessible(page, 'an exercise from elsewhere', async ({ width }) => {
		if (width < 1000) await page.getByRole('tab', { name: say('exercise.pane.brief') }).click();
	});
});

test('in its own language the exercise has no note, and still says whose it is', async ({ page }) => {
	const say = words('en');
	await page.goto(`${site.origin}/en/${ID}`);
	await expect(page.getByRole('link', { name: say('exercise.origin.source') })).toBeVisible();
	await expect(page.getByText(/not translated/)).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveAttribute('lang');
});
