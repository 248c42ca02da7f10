import type { Page } from 'playwright/test';
import type { Locale } from '../../src/lib/contract/locale.ts';
import { keepTranscript, transcriptOf, writtenTranscript } from './support/transcript-page.ts';
import { exerciseIds, mistakeOf, solutionOf, suiteWords, testCount } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;

/** Notes, from now on, every text that a live region puts in its place, in order. */
async function listen(page: Page): Promise<void> {
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const region = (target instanceof Element ? target : target.parentElement)?.closest(
					'[role="status"]'
				);
				const said = region?.textContent?.trim();
				if (said && !heard.includes(said)) heard.push(said);
			}
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
}

for (const locale of ['fr', 'nl'] satisfies Locale[]) {
	test(`what a screen reader is told, in ${locale}: wrong, the same again, a syntax error, a loop, a run, right`, async ({
		page
	}) => {
		await preferEditor(page, 'plain');
		const bench = await new Workbench(page, locale, FIRST).open();
		const { say } = bench;
		const mistake = mistakeOf(FIRST, 'city-forgotten');
		const total = testCount(FIRST);
		const { tests, messages } = suiteWords(FIRST, locale);
		const waits = [say('exercise.status.checking'), say('exercise.status.running')];
		/** What was said since it was asked last; while a run lasts, that it does. */
		const told = async (ended: string): Promise<string[]> => {
			await expect(bench.verdict).toHaveAttribute('data-verdict', ended);
			const take = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
			const results = async () => (await take()).filter((text) => !waits.includes(text));
			await expect.poll(async () => (await results()).length).toBeGreaterThan(0);
			return results();
		};
		const says = async (code: string, press: 'check' | 'run', ended: string): Promise<string[]> => {
			await bench.write(code);
			await listen(page);
			await bench[press].click();
			await expect(bench.results.locator('[aria-busy="true"]')).toHaveCount(0);
			return told(ended);
		};

		const [wrong = '', ...more] = await says(mistake.code, 'check', 'warn');
		expect(more).toEqual([]);
		const title = tests[mistake.fails[0]!]!;
		const passed = total - mistake.fails.length;
		const notYet = say('announce.of', { what: say('result.state.fail'), text: title });
		const beginning = `${say('result.summary', { passed, total })} – ${notYet}. `;
		expect(wrong.slice(0, beginning.length)).toBe(beginning);
		expect(messages).toContain(wrong.slice(beginning.length));

		// The names of what is shown, in the order in which it is read.
		const read = await bench.results.ariaSnapshot();
		const order = [
			`heading "${say('exercise.pane.results')}"`,
			say('result.summary', { passed, total }),
			`button "${say('result.hint')}"`,
			title,
			say('result.received')
			// The names as a browser says them: with plain spaces.
		].map((name) => read.indexOf(name.replace(/\s/g, ' ')));
		expect(order, read).not.toContain(-1);
		expect(
			[...order].sort((a, b) => a - b),
			read
		).toEqual(order);

		// The same again, without a change: it is said again.
		await listen(page);
		await bench.check.click();
		const again = await told('warn');
		expect(again).toEqual([wrong]);

		const [syntax] = await says('console.log("Bruxelles";', 'check', 'fail');
		const place = say('announce.of', {
			what: say('result.go-to-line', { file: 'main.js', line: '1' }),
			text: ''
		});
		// The third failure in a row: that there are hints is heard too.
		const often = ` – ${say('result.hint-often')}`;
		expect(syntax!.slice(0, place.length)).toBe(place);
		expect(syntax!.slice(-often.length)).toBe(often);
		expect(bench.results).toContainText(syntax!.slice(place.length, -often.length));

		const loop = await says('for (;;) {}', 'check', 'fail');
		expect(loop.at(-1)).toBe(say('grade.timeout', { count: 2 }));

		const [run] = await says('console.log("Laeken");', 'run', 'info');
		expect(run).toBe(`${say('announce.output', { text: 'Laeken' })} – ${say('result.program-ended')}`);

		await bench.write(solutionOf(FIRST));
		await listen(page);
		await bench.check.click();
		await expect(bench.celebration).toBeVisible();
		const right = `${say('result.summary', { passed: total, total })} – ${say('grade.all-passed')}`;
		await expect
			.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.at(-1)))
			.toBe(right);

		const transcript = transcriptOf(
			locale,
			[
				['A wrong answer', [wrong]],
				['The same answer again', again],
				['A quote that is not closed', [syntax!]],
				['A loop without an end', loop.slice(-1)],
				['Run', [run!]],
				['The right answer', [right]]
			],
			read
		);
		if (process.env.TRANSCRIPT === '1') keepTranscript(locale, transcript);
		expect(writtenTranscript(locale), 'TRANSCRIPT=1 writes it anew').toBe(transcript);
	});
}
