import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startSite } from '../support/site.ts';
import { writeExercise, writeMap, writeRoot } from '../support/exercise-roots.ts';
import { accessibilityProblems, expectAccessible } from './support/axe.ts';
import { expect, test } from './support/site.ts';
import { words } from './support/words.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-many-'));
const garden = join(folder, 'garden');
const slugs = Array.from({ length: 30 }, (_, index) => `rose-${index}`);
let site: Awaited<ReturnType<typeof startSite>>;

// A server of its own, and one test after the other: the second changes what it serves.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	await writeRoot(garden, { garden: slugs, weeds: [] });
	site = await startSite({ exercises: ['exercises', garden].join(delimiter), path: '/en/map' });
});
test.afterAll(() => {
	site?.stop();
	rmSync(folder, { recursive: true });
});

test('a map of two folders is shown in parts, with and without script', async ({ browser }) => {
	const say = words('en');
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
		const page = await context.newPage();
		await page.goto(`${site.origin}/en/map?view=list`);
		const parts = page.getByRole('navigation', { name: say('map.parts') });
		await expect(parts.getByRole('link')).toHaveCount(2);
		await expect(page.locator('a[href$="/tram-ticket"]:visible')).toHaveCount(1);
		await expect(page.locator('a[href*="/garden/"]')).toHaveCount(0);
		await parts.getByRole('link', { name: /Line/ }).click();
		await expect(page).toHaveURL(/part=garden/);
		await expect(page.locator('main ol li:visible')).toHaveCount(slugs.length);
		await page
			.getByRole('navigation', { name: say('map.view') })
			.getByRole('link')
			.first()
			.click();
		await expect(page).toHaveURL(/part=garden&view=map/);
		await expect(page.locator('svg [role="listitem"]:visible')).toHaveCount(slugs.length);
		await context.close();
	}
});

test('axe finds nothing on a part of a map, drawn and as a list', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const view of ['map', 'list']) {
		await page.goto(`${site.origin}/nl/map?part=garden&view=${view}`);
		await expectAccessible(page, view);
	}
});

test('a renamed exercise says where it went, with the work and the pass of before', async ({
	page,
	request
}) => {
	const [before, now] = ['garden/rose-29', 'garden/tea-rose'];
	await preferEditor(page, 'plain');
	const bench = new Workbench(page, 'fr', before);
	const code = readFileSync(join(garden, before, 'solution/main.js'), 'utf8') + '// ma rose\n';
	const editor = bench.editor('main.js');
	await page.goto(`${site.origin}/fr/${before}`);
	await bench.ready();
	await editor.fill(code);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();

	renameSync(join(garden, before), join(garden, now));
	const manifest = join(garden, now, 'exercise.json');
	const said = JSON.parse(readFileSync(manifest, 'utf8')) as object;
	writeFileSync(manifest, JSON.stringify({ ...said, formerly: [before] }));
	await writeMap(garden, { garden: [...slugs.slice(0, 29), 'tea-rose'], weeds: [] });
	site.reload();
	await expect.poll(async () => (await request.get(`${site.origin}/fr/${now}`)).status()).toBe(200);

	await page.goto(`${site.origin}/fr/${before}`);
	await bench.ready();
	await expect(page).toHaveURL(`${site.origin}/fr/${now}?formerly=${before}`);
	await expect(page.getByText(bench.say('exercise.moved', { before }))).toBeVisible();
	await expect(editor).toHaveValue(code);
	expect(await accessibilityProblems(page)).toEqual([]);
	await page.goto(`${site.origin}/fr/map?part=garden&view=list`);
	const station = page.locator('main ol li').filter({ has: page.locator(`a[href$="${now}"]`) });
	await expect(station).toContainText(bench.say('state.practised'));
});

test('on SIGHUP a new exercise is served, and one that a page still shows is said to have changed', async ({
	request
}) => {
	const status = async (path: string) => (await request.get(site.origin + path)).status();
	const page = await (await request.get(`${site.origin}/en/garden/rose-0`)).text();
	const hash = /hash:"([0-9a-f]{64})"/.exec(page)?.[1];
	const suite = `/api/suite/garden/rose-0?kind=hidden&lang=en&hash=${hash}`;
	const asked = () =>
		request.get(site.origin + suite, { headers: { 'sec-fetch-site': 'same-origin', origin: site.origin } });
	expect((await asked()).status()).toBe(200);
	expect(await status('/en/garden/new-rose')).toBe(404);

	await writeExercise(garden, 'garden/new-rose');
	await writeMap(garden, { garden: ['new-rose', ...slugs.slice(0, 28)], weeds: [] });
	writeFileSync(join(garden, 'garden/rose-0/brief.en.md'), 'Write the function again, with other words.');
	expect(await status('/en/garden/new-rose')).toBe(404);
	site.reload();
	await expect.poll(() => status('/en/garden/new-rose')).toBe(200);
	expect((await asked()).status()).toBe(409);

	writeFileSync(join(garden, 'map.json'), '{');
	site.reload();
	await new Promise((resolve) => setTimeout(resolve, 1500));
	expect(await status('/en/garden/new-rose')).toBe(200);
});
