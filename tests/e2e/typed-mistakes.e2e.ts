import { exerciseIds } from './support/exercise.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';

const [FIRST = ''] = exerciseIds;
const TYPED = 'console.log(« Bonjour »);\nconsole.log(“Bruxelles”);';
const MEANT = 'console.log("Bonjour");\nconsole.log("Bruxelles");';

for (const kind of ['plain', 'light', 'full'] as const) {
	test(`quotes of a word processor are named, one click repairs them, and undo takes it back (${kind} editor)`, async ({
		page
	}) => {
		await preferEditor(page, kind);
		const bench = await new Workbench(page, 'fr', FIRST).open();
		const { say, results } = bench;
		if (kind === 'light') await bench.lightReady();
		await (kind === 'full' ? bench.writeRich(TYPED) : bench.write(TYPED));
		await bench.check.click();
		await expect(results.getByText('Écris un guillemet droit')).toBeVisible();
		await results.getByRole('button', { name: say('diagnostic.fix-line', { line: '1' }) }).click();
		await expect.poll(() => bench.text()).toBe(MEANT);
		await expect(page.getByRole('status').getByText(say('diagnostic.fixed', { line: '1' }))).toBeVisible();
		await expect(
			results.getByRole('button', { name: say('diagnostic.fix-line', { line: '1' }) })
		).toHaveCount(0);
		await page.keyboard.press('ControlOrMeta+z');
		await expect.poll(() => bench.text()).toBe(TYPED);
		await page.keyboard.press('ControlOrMeta+Shift+Z');
		await expect.poll(() => bench.text()).toBe(MEANT);
	});
}

test('a comma in a number is warned of beside the result that it spoils', async ({ page }) => {
	await preferEditor(page, 'plain');
	const bench = await new Workbench(page, 'fr', FIRST).open();
	const { say, results } = bench;
	await bench.write('let price;\nprice = 2,5;\nconsole.log(price);');
	await bench.check.click();
	await expect(results.getByRole('heading', { name: say('diagnostic.also') })).toBeVisible();
	await results.getByRole('button', { name: say('diagnostic.fix-line', { line: '2' }) }).click();
	await expect(bench.editor()).toHaveValue('let price;\nprice = 2.5;\nconsole.log(price);');
});
