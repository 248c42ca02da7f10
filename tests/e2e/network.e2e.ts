import type { Page } from 'playwright/test';
import { exerciseIds, mistakeOf, solutionOf, testCount } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
import { words } from './support/words.ts';

const [FIRST = ''] = exerciseIds;
const SUITE = '**/api/suite/**';
const COMPILE = '**/api/compile';
const WASM = '**/*.wasm';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

/** Resolves when the page's own compiler has been downloaded. */
const compilerArrives = async (page: Page): Promise<void> => {
	const response = await page.waitForResponse((answer) => answer.url().endsWith('.wasm'));
	await response.finished();
};

test('after a first check, writing and checking go on without a network', async ({
	page,
	context,
	watch
}) => {
	const bench = new Workbench(page, 'en', FIRST);
	const { say } = bench;
	const arrived = compilerArrives(page);
	await bench.open();
	const mistake = mistakeOf(FIRST, 'city-forgotten');
	await bench.write(mistake.code);
	await bench.check.click();
	const total = testCount(FIRST);
	const passed = total - mistake.fails.length;
	await expect(bench.verdict).toContainText(say('result.summary', { passed, total }));
	await arrived;

	// The server's compiler may still be asked once, while the own one starts.
	watch.expect(/api\/compile.*ERR_INTERNET_DISCONNECTED/, /ERR_INTERNET_DISCONNECTED.*api\/compile/);
	await context.setOffline(true);
	await expect(page.getByText(say('offline.title'))).toBeVisible();
	await bench.write('console.log("Brussels');
	await bench.check.click();
	await expect(bench.results.getByText(say('diagnostic.unterminated-string'))).toBeVisible();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();

	// The next page cannot be had: this one, with the work on it, stays.
	watch.expect(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
	await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
	await expect(page.getByText(say('offline.blocked'))).toBeVisible();
	await expect(page).toHaveURL(`/en/${FIRST}`);
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
	await context.setOffline(false);
	await expect(page.getByText(say('offline.title'))).toBeHidden();
	await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
});

/** What has come over the line, headers too; a page's frames and workers are part of it. */
const FIRST_VERDICT_BYTES = 290_000;

test('until the first verdict no more than 290 KB come over the line', async ({ page, context }) => {
	// The editor and the compiler come after the verdict, or before it on a machine that is too slow: here they stay away.
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
	);
	const sizes: Promise<{ responseBodySize: number; responseHeadersSize: number }>[] = [];
	context.on('requestfinished', (request) =>
		sizes.push(request.sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 })))
	);
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.check.click();
	await expect(bench.verdict).toBeVisible();
	const bytes = (await Promise.all(sizes)).reduce(
		(sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
		0
	);
	// Less, and something was not counted: the engine alone is ninety thousand.
	expect(bytes).toBeGreaterThan(150_000);
	expect(bytes).toBeLessThanOrEqual(FIRST_VERDICT_BYTES);
});

test('a page that does not come is said so in the language, with a way to try again', async ({
	page,
	watch
}) => {
	watch.expect(/ERR_FAILED/, /Failed to fetch/);
	await page.goto('/nl');
	await page.route('**/__data.json*', (route) => route.abort());
	await page.getByRole('link', { name: words('nl')('home.map'), exact: true }).click();
	await expect(page.getByText('Geen antwoord: het netwerk hier, of onze site.')).toBeVisible();
	await page.unroute('**/__data.json*');
	await page.getByRole('link', { name: words('nl')('exercise.retry') }).click();
	await expect(page.getByRole('heading', { level: 1, name: words('nl')('map.title') })).toBeVisible();
});

test('a network that answers in our place is named, for a check and for a page; a proxy’s error is ours', async ({
	page,
	watch
}) => {
	// The data of pages is read as it comes: what is none is an error on the way.
	watch.expect(/SyntaxError|Unexpected token/, /502/);
	const signIn = { contentType: 'text/html', body: '<!doctype html><h1>Welcome to the station’s Wi-Fi</h1>' };
	await page.route(SUITE, (route) => route.fulfill(signIn));
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say } = bench;
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.results.getByText(say('exercise.fault.intercepted'))).toBeVisible();
	await expect(page.getByText(say('exercise.fault.title'), { exact: true })).toHaveCount(0);
	await page.unroute(SUITE);
	await bench.results.getByRole('button', { name: say('exercise.retry') }).click();
	await expect(bench.celebration).toBeVisible();

	await page.route('**/__data.json*', (route) => route.fulfill(signIn));
	await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
	await expect(page.getByText(say('error.intercepted.title'))).toBeVisible();
	await expect(page.getByText('500')).toHaveCount(0);
	await page.unroute('**/__data.json*');
	await page.getByRole('link', { name: say('error.retry') }).click();
	await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();

	await page.route('**/__data.json*', (route) =>
		route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' })
	);
	await page
		.getByRole('link', { name: say('shell.home'), exact: true })
		.first()
		.click();
	await expect(page.getByText(say('error.ours.title'))).toBeVisible();
});

test('a first visit of which a script does not come says so in each language, and tries again', async ({
	page,
	watch
}) => {
	// Its error has no stack.
	watch.expect(/ERR_FAILED/, /^page error: $/);
	await page.route('**/_app/immutable/entry/start.*', (route) => route.abort());
	for (const locale of ['fr', 'nl', 'en'] as const) {
		await page.goto(`/${locale}/${FIRST}`);
		await expect(page.getByRole('status').getByText(words(locale)('offline.part'))).toBeVisible();
	}
	await page.unroute('**/_app/immutable/entry/start.*');
	const bench = new Workbench(page, 'en', FIRST);
	await page.getByRole('link', { name: bench.say('error.retry') }).click();
	await bench.ready();
	await expect(page.getByText(bench.say('offline.part'))).toHaveCount(0);

	// Of the page alone, after those of what is around all pages: SvelteKit puts the error page in its place.
	const ofPage = /\/_app\/immutable\/nodes\/(?:[4-9]|\d\d)\./;
	await page.route(ofPage, (route) => route.abort());
	await page.reload();
	await expect(page.getByText(bench.say('error.unreachable.title'))).toBeVisible();
	await page.unroute(ofPage);
	await page.getByRole('link', { name: bench.say('error.retry') }).click();
	await bench.ready();
});

for (const locale of ['fr', 'nl', 'en'] as const)
	test(`in "${locale}" a page that is one too many is said to come, comes by itself, and nothing typed is lost`, async ({
		page,
		watch
	}) => {
		const bench = await new Workbench(page, locale, FIRST).open();
		const { say } = bench;
		await bench.write('// one too many');
		watch.expect(/429/);
		await page.route('**/__data.json*', (route) =>
			route.fulfill({ status: 429, json: { message: say('error.busy.text'), seconds: 3 } })
		);
		await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
		const said = page.getByRole('paragraph').filter({ hasText: say('error.busy.text') });
		await expect(said).toBeVisible();
		await expect(page.locator('#svelte-announcer')).toContainText(say('error.busy.text'));
		await expect(page.getByRole('link', { name: say('error.retry') })).toHaveAttribute('href', /\/map$/);
		await expect(page.getByRole('heading', { name: say('map.title') })).toBeVisible();
		await page.unroute('**/__data.json*');
		await page.goto(`/${locale}/${FIRST}`);
		await expect(bench.editor()).toHaveValue('// one too many');
	});

test('without a network before the first check the page says what is missing, and tries again', async ({
	page,
	context,
	watch
}) => {
	watch.expect(/ERR_INTERNET_DISCONNECTED/);
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say } = bench;
	await context.setOffline(true);
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.results.getByText(say('exercise.fault.offline'))).toBeVisible();
	await expect(page.getByText(say('exercise.fault.title'), { exact: true })).toHaveCount(0);
	await expect(bench.results.getByText(say('exercise.fault.kept'))).toBeVisible();
	await context.setOffline(false);
	await bench.results.getByRole('button', { name: say('exercise.retry') }).click();
	await expect(bench.celebration).toBeVisible();
});

test('where the server does not compile, the page does; where neither can, it says so and tries again', async ({
	page,
	watch
}) => {
	watch.expect(/ERR_FAILED/);
	await page.route(COMPILE, (route) => route.abort());
	const bench = await new Workbench(page, 'nl', FIRST).open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 30_000 });

	await page.route(WASM, (route) => route.abort());
	await page.reload();
	await bench.ready();
	await bench.check.click();
	const { say } = bench;
	await expect(bench.results.getByText(say('exercise.fault.unreachable'))).toBeVisible();
	await expect(page.getByText(say('exercise.fault.title'), { exact: true })).toHaveCount(0);
	await page.unroute(COMPILE);
	await bench.results.getByRole('button', { name: say('exercise.retry') }).click();
	await expect(bench.celebration).toBeVisible();
});

test('where no answer comes nobody takes or gives the blame; tests that we cannot send are our fault; both can be asked for again', async ({
	page,
	watch
}) => {
	watch.expect(/ERR_FAILED/, /503/);
	const bench = new Workbench(page, 'en', FIRST);
	const { say } = bench;
	const retry = bench.results.getByRole('button', { name: say('exercise.retry') });
	await page.route(SUITE, (route) => route.abort());
	await bench.open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.results.getByText(say('exercise.fault.unreachable'))).toBeVisible();
	await expect(page.getByText(say('exercise.fault.title'), { exact: true })).toHaveCount(0);
	await page.route(SUITE, (route) => route.fulfill({ status: 503, body: '' }));
	await retry.click();
	await expect(bench.results.getByText(say('exercise.fault.suite'))).toBeVisible();
	await page.unroute(SUITE);
	await retry.click();
	await expect(bench.celebration).toBeVisible();
});

test('an exercise that was improved meanwhile asks to reload, and the text stays', async ({
	page,
	watch
}) => {
	watch.expect(/409/);
	const bench = new Workbench(page, 'en', FIRST);
	const { say } = bench;
	await page.route(SUITE, (route) => route.fulfill({ status: 409, body: '' }));
	await bench.open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.results.getByText(say('exercise.fault.changed'))).toBeVisible();
	await page.unroute(SUITE);
	await bench.results.getByRole('button', { name: say('exercise.reload') }).click();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(solutionOf(FIRST));
});

test('a slow line is said to be slow, and the result comes', async ({ page }) => {
	const bench = new Workbench(page, 'en', FIRST);
	const { say } = bench;
	let comes = () => {};
	const arrived = new Promise<void>((resolve) => (comes = resolve));
	await page.route(SUITE, async (route) => {
		await arrived;
		await route.continue();
	});
	await bench.open();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(page.getByText(say('exercise.slow.suite')).first()).toBeVisible();
	comes();
	await expect(bench.celebration).toBeVisible();
});

test('an editor that does not load leaves the simple one, and says so', async ({ page, watch }) => {
	watch.expect(/ERR_FAILED/, /The editor is not available/);
	await preferEditor(page, 'full');
	const bench = new Workbench(page, 'en', FIRST);
	await bench.open();
	// Everything that comes from here on belongs to the editor.
	await page.route('**/_app/immutable/**', (route) =>
		route.request().url().endsWith('.wasm') ? route.continue() : route.abort()
	);
	await bench.editor().focus();
	await expect(page.getByText(bench.say('editor.failed'))).toBeVisible();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});
