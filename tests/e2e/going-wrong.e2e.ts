import { exerciseIds, solutionOf, testCount } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;
/** English, of what is not shown. */
const LEFT_OUT = /\d lines are not shown here/;
const ENDLESS = 'console.log("Brussels");\nfor (;;) {}';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

test('an error of the compiler is explained, with its line and the original beside it', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say, results } = bench;
	await bench.write('console.log("Bonjour");\nconsole.log("Bruxelles);\n');
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('grade.compile-error'));
	await expect(results.getByText(say('diagnostic.unterminated-string'))).toBeVisible();
	await expect(results.getByText(say('result.original'))).toBeVisible();
	await expect(results.locator('code[lang=en]')).toContainText('Unterminated string');
	await results
		.getByRole('button', { name: say('result.go-to-line', { file: 'main.js', line: '2' }) })
		.click();
	await expect(bench.editor()).toBeFocused();
	const line = await bench
		.editor()
		.evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length);
	expect(line).toBe(2);
});

test('the full editor marks the line of an error and says it in the language', async ({ page }) => {
	await preferEditor(page, 'full');
	const bench = await new Workbench(page, 'nl', FIRST).open();
	await bench.writeRich('console.log("Hallo");\nconsole.log("Brussel;\n');
	await bench.check.click();
	await expect(bench.results.getByText(bench.say('diagnostic.unterminated-string'))).toBeVisible();
	await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
});

test('code that is too deep for the full editor is an error that nobody sees, and the editor goes on', async ({
	page
}) => {
	await preferEditor(page, 'full');
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.writeRich('');
	const deep = '['.repeat(10_000) + ']'.repeat(10_000);
	// Pasted, not typed: the editor takes typed text letter by letter.
	await page.evaluate((text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
		);
	}, deep);
	// Asks the editor's TypeScript what can be called here, and overflows it.
	await page.keyboard.type('(');
	await page.keyboard.press('Control+Space');
	await bench.writeRich('const names = ["Flagey"];\nnames');
	await page.keyboard.type('.');
	await expect(page.locator('.suggest-widget.visible')).toContainText('concat', { timeout: 30_000 });
	await bench.writeRich(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('an error while the code runs is explained, with the original beside it', async ({ page }) => {
	const bench = await new Workbench(page, 'nl', FIRST).open();
	const { say, results } = bench;
	await bench.write('console.log(bonjour);');
	await bench.check.click();
	await expect(results.getByText(say('runtime.not-defined', { name: 'bonjour' })).first()).toBeVisible();
	await expect(results.getByText('ReferenceError: bonjour is not defined').first()).toBeVisible();
	await bench.run.click();
	await expect(results.getByText(say('result.program-failed'))).toBeVisible();
	await expect(results.getByText(say('runtime.not-defined', { name: 'bonjour' })).first()).toBeVisible();
});

test('an endless loop ends with a sentence, and the next try is judged as ever', async ({ page }) => {
	const bench = await new Workbench(page, 'en', FIRST).open();
	const { say } = bench;
	await bench.write(ENDLESS);
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('grade.timeout', { count: 2 }));
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('of a flood of output the beginning and the end are shown, and how much is not; the page goes on', async ({
	page
}) => {
	const bench = await new Workbench(page, 'en', FIRST).open();
	await bench.write('for (let i = 0; i < 100000; i++) console.log("flood " + i);');
	await bench.run.click();
	await expect(bench.console).toContainText('flood 0');
	await expect(bench.console).toContainText('flood 99999');
	await expect(bench.console.getByText(LEFT_OUT)).toBeAttached();
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
});

test('sixty tests are drawn one part after another: all of them, what failed first, in their order', async ({
	page
}) => {
	const names = Array.from({ length: 60 }, (_, index) => `test ${index + 1}`);
	await page.route('**/api/suite/**', async (route) => {
		const suite = (await (await route.fetch()).json()) as object;
		const code = `for (let at = 1; at <= 60; at++) __passerelle_api__.test('test ' + at, () => { if (at % 2) throw new Error('odd'); });`;
		await route.fulfill({ json: { ...suite, code, expected: names } });
	});
	const bench = await new Workbench(page, 'en', FIRST).open();
	const rows = bench.results.locator('[data-test]');
	const shown = () => rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.test));
	const inOrder = [...names.filter((_, at) => at % 2 === 0), ...names.filter((_, at) => at % 2 === 1)];
	await bench.check.click();
	await expect(rows).toHaveCount(60);
	expect(await shown()).toEqual(inOrder);
	await expect(bench.verdict).toContainText(bench.say('result.summary', { passed: 30, total: 60 }));
	// A list that follows is drawn from its beginning.
	await bench.write('let odd = 1;');
	await bench.check.click();
	await expect(rows).toHaveCount(60);
	expect(await shown()).toEqual(inOrder);
});

test.describe('a flood of output never holds the page up', () => {
	const floods = {
		'empty lines': 'console.log("")',
		'lines of every level': 'console[["log", "error", "warn"][i++ % 3]]("")',
		'lines of ten thousand characters': 'console.log("x".repeat(10000))'
	};
	for (const [what, print] of Object.entries(floods))
		test(what, async ({ page }) => {
			const bench = await new Workbench(page, 'en', FIRST).open();
			await bench.write(`let i = 0; for (;;) ${print};`);
			/** Lengths of the page's long tasks while a run floods the console, ms. */
			const flood = async (): Promise<number[]> => {
				const found = page.evaluate(
					() =>
						new Promise<number[]>((resolve) => {
							const tasks: number[] = [];
							const observer = new PerformanceObserver((list) =>
								tasks.push(...list.getEntries().map(({ duration }) => duration))
							);
							observer.observe({ type: 'longtask' });
							window.addEventListener('flood-ended', () => resolve(tasks), { once: true });
						})
				);
				await bench.run.click();
				await expect(bench.stop).toBeVisible();
				await expect(bench.stop).toBeHidden({ timeout: 30_000 });
				await expect(bench.console.getByText(LEFT_OUT).first()).toBeAttached();
				await page.evaluate(() => window.dispatchEvent(new Event('flood-ended')));
				return found;
			};
			// An editor that still loads, or a machine with other work, stalls once; what the flood does comes each time.
			const rounds = [await flood(), await flood(), await flood()].map((tasks) => Math.max(0, ...tasks));
			console.log(`Longest task of the page in each of three floods of ${what}: ${rounds.join(', ')} ms`);
			// 50 ms on a machine with nothing else to do; the bound leaves room for one that is busy.
			expect(Math.min(...rounds)).toBeLessThan(200);
		});
});

test('a double click and keys held down give one result each; stop counts nothing; leaving is clean', async ({
	page
}) => {
	const bench = await new Workbench(page, 'en', FIRST).open();
	const { say } = bench;
	/** Counted checks, as this device keeps them. */
	const attempts = () =>
		page.evaluate(async (id) => {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open('passerelle');
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const records = await new Promise<{ exerciseId: string; attempts: number }[]>((resolve) => {
				const reading = database.transaction('progress').objectStore('progress').getAll();
				reading.onsuccess = () => resolve(reading.result);
			});
			database.close();
			return records.find(({ exerciseId }) => exerciseId === id)?.attempts ?? 0;
		}, FIRST);

	await bench.write('console.log("Hello");');
	await bench.check.dblclick();
	await expect(bench.verdict).toContainText(say('result.summary', { passed: 3, total: testCount(FIRST) }));
	await expect.poll(attempts).toBe(1);
	// A run of a few milliseconds is over between two repetitions of a key.
	await bench.check.focus();
	for (let times = 0; times < 20; times++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await expect.poll(attempts).toBe(2);
	await bench.editor().focus();
	await page.keyboard.down('Control');
	for (let times = 0; times < 20; times++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await page.keyboard.up('Control');
	await expect.poll(attempts).toBe(3);

	await bench.write(ENDLESS);
	// Stopped as soon as that can be: on a busy machine a click from outside comes after the time limit.
	await page.evaluate(() => {
		const button = document.querySelector<HTMLButtonElement>('[data-action]');
		button?.click();
		new MutationObserver((_, observer) => {
			if (button?.dataset.action !== 'stop') return;
			observer.disconnect();
			button.click();
		}).observe(document, { subtree: true, attributeFilter: ['data-action'] });
	});
	await expect(page.getByText(say('exercise.status.cancelled')).first()).toBeVisible();
	await expect(bench.verdict).toContainText(say('result.summary', { passed: 3, total: testCount(FIRST) }));
	expect(await attempts()).toBe(3);

	await bench.check.click();
	await page.getByRole('link', { name: say('shell.map'), exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: say('map.title') })).toBeVisible();
	await page.goBack();
	await bench.ready();
	await expect(bench.editor()).toHaveValue(ENDLESS);
	// On a busy machine the loop's time was over before the page had gone: then it was counted, once.
	const before = await attempts();
	expect([3, 4]).toContain(before);
	await bench.write(solutionOf(FIRST));
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expect.poll(attempts).toBe(before + 1);
});
