import type { Page } from 'playwright/test';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, solutionOf, startOf, suiteWords } from './support/exercise.ts';
import { tabTo } from './support/keyboard.ts';
import { verifyOnServer } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const ID = 'testing/find-the-bug-till';
const TESTS = 'till.test.js';
const PROGRAM = 'till.js';
/** Its expectation says what a hidden test says too. */
const SECRET = 'every line has its own number';

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

const part = (page: Page, name: 'test' | 'program') => page.locator(`[data-part="${name}"]`);

test('a report, a test that shows the bug, a mended program: by mouse, in French', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', ID).open();
	const { say } = bench;
	await expect(bench.run).toHaveCount(0);
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('result.parts', { passed: 0, total: 2 }));
	await expect(part(page, 'test')).toContainText(say('parts.shows-not'));
	// Our tests would tell where the bug is.
	await expect(part(page, 'program')).toContainText(say('parts.later'));
	await expect(bench.results).not.toContainText(suiteWords(ID, 'fr').tests[SECRET]!);
	expect(await accessibilityProblems(page)).toEqual([]);

	await bench.write(solutionOf(ID, TESTS), TESTS);
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('result.parts', { passed: 1, total: 2 }));
	await expect(bench.verdict).toContainText(say('grade.test-shows-bug'));
	await expect(part(page, 'test')).toHaveAttribute('data-done', 'true');
	await expect(part(page, 'test')).toContainText(say('parts.shows'));
	await expect(part(page, 'program').locator('[data-state="fail"]').first()).toContainText(
		'a coffee that is ordered later is paid too'
	);
	await expect(bench.results).toContainText(suiteWords(ID, 'fr').tests[SECRET]!);
	expect(await accessibilityProblems(page)).toEqual([]);

	await page.reload();
	await bench.ready();
	await expect(part(page, 'test')).toHaveAttribute('data-done', 'true');
	await page.getByRole('tab', { name: PROGRAM, exact: true }).click();
	await bench.write(solutionOf(ID, PROGRAM), PROGRAM);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible();
	await expect(part(page, 'program')).toHaveAttribute('data-done', 'true');
	expect(await accessibilityProblems(page)).toEqual([]);

	await page.goto('/fr/map');
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
});

/** Whether each part is done, and whether all is passed: as the server finds out by itself, and as the page shows. */
async function onServer(bench: Workbench, tests: string): Promise<unknown> {
	const { grade } = await verifyOnServer(bench, { [TESTS]: tests, [PROGRAM]: solutionOf(ID, PROGRAM) });
	const parts = grade?.parts?.map(({ name, done }) => `${name} ${done}`);
	const shown = await bench.results
		.locator('[data-part]')
		.evaluateAll((items) =>
			items.map((item) => `${item.getAttribute('data-part')} ${item.getAttribute('data-done')}`)
		);
	expect(parts).toEqual(shown);
	return { parts, passed: grade?.passed, trust: grade?.trust };
}

test('the program first, then the test: by keyboard alone at 360 px, in Dutch', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'nl', ID).open();
	const { say } = bench;
	const { keyboard } = page;
	const tab = (name: string) => page.getByRole('tab', { name, exact: true });
	await tabTo(page, tab(say('exercise.pane.brief')));
	await keyboard.press('ArrowRight');
	await tabTo(page, tab(TESTS));
	await keyboard.press('ArrowRight');
	await expect(tab(PROGRAM)).toBeFocused();
	await tabTo(page, bench.editor(PROGRAM));
	await keyboard.press('ControlOrMeta+A');
	await keyboard.insertText(solutionOf(ID, PROGRAM));
	await keyboard.press('ControlOrMeta+Enter');
	await expect(part(page, 'program')).toHaveAttribute('data-done', 'true');
	await expect(part(page, 'test')).toContainText(say('parts.test-first'));
	await expect(page.getByRole('status').filter({ hasText: say('grade.bug-mended') })).toBeAttached();

	const half = { parts: ['test false', 'program true'], passed: false, trust: 'verified' };
	expect(await onServer(bench, startOf(ID, TESTS))).toEqual(half);

	await tabTo(page, page.getByRole('button', { name: say('result.hint') }));
	await tabTo(page, tab(say('exercise.pane.results')), { key: 'Shift+Tab' });
	await keyboard.press('ArrowLeft');
	await expect(tab(say('exercise.pane.code'))).toBeFocused();
	await tabTo(page, tab(PROGRAM));
	await keyboard.press('ArrowLeft');
	await tabTo(page, bench.editor(TESTS));
	await keyboard.press('ControlOrMeta+A');
	await keyboard.insertText(solutionOf(ID, TESTS));
	await keyboard.press('ControlOrMeta+Enter');
	await expect(bench.celebration).toBeVisible();
	const whole = { parts: ['test true', 'program true'], passed: true, trust: 'verified' };
	expect(await onServer(bench, solutionOf(ID, TESTS))).toEqual(whole);
	expect(await accessibilityProblems(page)).toEqual([]);
});

test('a test that expects what the till said comes first, with its line, in English', async ({ page }) => {
	const bench = await new Workbench(page, 'en', ID).open();
	await bench.write(solutionOf(ID, TESTS).replace('toBe(11)', 'toBe(7)'), TESTS);
	await bench.check.click();
	await expect(bench.verdict).toContainText(bench.say('grade.tests-invalid', { count: 1 }));
	await expect(part(page, 'test').locator('[data-state="fail"]')).toContainText(TESTS);
});
