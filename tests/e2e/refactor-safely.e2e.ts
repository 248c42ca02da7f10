import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds, solutionOf, startOf, suiteWords } from './support/exercise.ts';
import { tabTo } from './support/keyboard.ts';
import { verifyOnServer } from './support/page-exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const ID = 'testing/refactor-safely';
const TESTS = 'pool.test.js';
const PROGRAM = 'pool.js';
const mistake = (name: string): string =>
	readFileSync(new URL(`../../exercises/${ID}/wrong/${name}/${PROGRAM}`, import.meta.url), 'utf8');

// A check plants bugs and tries them in six sandboxes or more, and there are five checks.
test.setTimeout(300_000);

test.beforeEach(({ page }) => preferEditor(page, 'plain'));

const part = (page: Page, name: 'net' | 'form' | 'guard') => page.locator(`[data-part="${name}"]`);
const escaped = (page: Page, name: 'net' | 'guard') =>
	part(page, name).locator('[data-bug]:not([data-state="caught"])');

test('a net, a better program, and the net under it: by mouse, in French', async ({ page }) => {
	const bench = await new Workbench(page, 'fr', ID).open();
	const { say } = bench;
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('result.parts', { passed: 0, total: 3 }), {
		timeout: 90_000
	});
	expect(await escaped(page, 'net').count()).toBeGreaterThan(5);
	await expect(part(page, 'form')).toContainText(
		suiteWords(ID, 'fr').tests['form > each age stands in one place']!
	);
	await expect(part(page, 'guard')).toContainText(say('parts.guard-later'));
	expect(await accessibilityProblems(page)).toEqual([]);

	await bench.write(solutionOf(ID, TESTS), TESTS);
	await bench.check.click();
	await expect(part(page, 'net')).toHaveAttribute('data-done', 'true', { timeout: 90_000 });
	await expect(escaped(page, 'net')).toHaveCount(0);

	// A version with a check of its own: it does the same, and no test goes there.
	await page.getByRole('tab', { name: PROGRAM, exact: true }).click();
	await bench.write(mistake('a-new-check'), PROGRAM);
	await bench.check.click();
	await expect(bench.verdict).toContainText(say('result.parts', { passed: 2, total: 3 }), {
		timeout: 90_000
	});
	await expect(part(page, 'form')).toHaveAttribute('data-done', 'true');
	// Another sign, and another number.
	await expect(escaped(page, 'guard')).toHaveCount(2);
	await escaped(page, 'guard').first().getByText(say('kills.state.escaped')).click();
	await expect(escaped(page, 'guard').first()).toContainText('age > 0 && age < 6');
	expect(await accessibilityProblems(page)).toEqual([]);

	await page.reload();
	await bench.ready();
	await expect(escaped(page, 'guard')).toHaveCount(2);
	await page.getByRole('tab', { name: PROGRAM, exact: true }).click();
	await bench.write(solutionOf(ID, PROGRAM), PROGRAM);
	await bench.check.click();
	await expect(bench.celebration).toBeVisible({ timeout: 90_000 });
	await expect(part(page, 'guard')).toHaveAttribute('data-done', 'true');
	expect(await accessibilityProblems(page)).toEqual([]);

	await page.goto('/fr/map');
	await expect(page.getByText(say('next.of', { passed: 1, total: exerciseIds.length }))).toBeVisible();
});

/** Whether each part is done, and whether all is passed, as the server finds out by itself; and how many planted bugs it counts. */
async function onServer(bench: Workbench, program: string): Promise<unknown> {
	const { grade, report } = await verifyOnServer(bench, {
		[TESTS]: solutionOf(ID, TESTS),
		[PROGRAM]: program
	});
	return {
		parts: grade?.parts?.map(({ done }) => done),
		passed: grade?.passed,
		trust: grade?.trust,
		planted: report?.planted?.kills.bugs.map(({ id, state }) => `${id} ${state}`)
	};
}

test('by keyboard alone at 360 px, in Dutch; the server plants the same bugs', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const bench = await new Workbench(page, 'nl', ID).open();
	const { say } = bench;
	const { keyboard } = page;
	const tab = (name: string) => page.getByRole('tab', { name, exact: true });
	await tabTo(page, tab(say('exercise.pane.brief')));
	await keyboard.press('ArrowRight');
	await tabTo(page, tab(TESTS));
	await tabTo(page, bench.editor(TESTS));
	await keyboard.press('ControlOrMeta+A');
	await keyboard.insertText(solutionOf(ID, TESTS));
	await keyboard.press('ControlOrMeta+Enter');
	await expect(part(page, 'net')).toHaveAttribute('data-done', 'true', { timeout: 90_000 });
	await expect(
		page.getByRole('status').filter({ hasText: say('result.parts', { passed: 1, total: 3 }) })
	).toBeAttached();
	expect(await onServer(bench, startOf(ID, PROGRAM))).toMatchObject({
		parts: [true, false, false],
		passed: false,
		planted: undefined
	});

	await tabTo(page, page.getByRole('button', { name: say('result.hint') }));
	await tabTo(page, tab(say('exercise.pane.results')), { key: 'Shift+Tab' });
	await keyboard.press('ArrowLeft');
	await expect(tab(say('exercise.pane.code'))).toBeFocused();
	await tabTo(page, tab(TESTS));
	await keyboard.press('ArrowRight');
	await tabTo(page, bench.editor(PROGRAM));
	await keyboard.press('ControlOrMeta+A');
	await keyboard.insertText(solutionOf(ID, PROGRAM));
	await keyboard.press('ControlOrMeta+Enter');
	await expect(bench.celebration).toBeVisible({ timeout: 90_000 });
	const bugs = await part(page, 'guard')
		.locator('[data-bug]')
		.evaluateAll((all) =>
			all.map((one) => `${one.getAttribute('data-bug')} ${one.getAttribute('data-state')}`)
		);
	expect(await onServer(bench, solutionOf(ID, PROGRAM))).toMatchObject({
		parts: [true, true, true],
		passed: true,
		trust: 'verified',
		planted: bugs
	});
	expect(await accessibilityProblems(page)).toEqual([]);
});

test('a program that does something else is told so, with the test that notices, in English', async ({
	page
}) => {
	const bench = await new Workbench(page, 'en', ID).open();
	await bench.write(solutionOf(ID, TESTS), TESTS);
	await page.getByRole('tab', { name: PROGRAM, exact: true }).click();
	await bench.write(mistake('a-euro-for-children'), PROGRAM);
	await bench.check.click();
	await expect(bench.verdict).toContainText(bench.say('grade.behaviour-changed', { count: 1 }), {
		timeout: 90_000
	});
	await expect(part(page, 'form').locator('[data-state="fail"]').first()).toContainText(
		'at 5 they pay 0 euros'
	);
});
