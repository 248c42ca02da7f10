import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type FrameLocator, type Page } from 'playwright/test';
import type { JsonValue } from '../../../src/lib/contract/json.ts';
import type { Outcome } from '../../../src/lib/pipeline.ts';
import { manifestOf } from './exercise.ts';
import type { Workbench } from './workbench.ts';

const root = fileURLToPath(new URL('../../../exercises/', import.meta.url));

/** All files of an exercise, as they are after its solution, or one of its mistakes, is laid over the start. */
export function filesOf(id: string, over: 'solution' | 'start' | `wrong/${string}`): Record<string, string> {
	// A mistake is laid over the solution.
	const layers = over.startsWith('wrong/') ? [over, 'solution', 'start'] : [over, 'start'];
	return Object.fromEntries(
		manifestOf(id).files.map(({ path }) => {
			const layer = layers.find((one) => existsSync(`${root}${id}/${one}/${path}`)) ?? 'start';
			return [path, readFileSync(`${root}${id}/${layer}/${path}`, 'utf8')];
		})
	);
}

/** Writes every file that can be written, by its tab. */
export async function writeFiles(bench: Workbench, files: Record<string, string>): Promise<void> {
	for (const { path, editable } of manifestOf(bench.id).files) {
		// As it is in the file: what is not said is true.
		if ((editable as boolean | undefined) === false) continue;
		await bench.page.getByRole('tab', { name: path, exact: true }).click();
		await bench.write(files[path] ?? '', path);
	}
}

/** Writes the files of a page exercise, and waits until the page that is shown is made of them. */
export async function writePage(bench: Workbench, files: Record<string, string>): Promise<void> {
	await writeFiles(bench, files);
	await expect(bench.page.locator('#pane-page [aria-busy]')).toHaveAttribute('aria-busy', 'false');
}

/** The page that is shown now; while a new one is loaded, the one before it. */
export const previewOf = (page: Page): FrameLocator => page.frameLocator('#pane-page iframe:not([inert])');

/** Test → state, as the results show them. */
export const statesOf = async (bench: Workbench): Promise<Record<string, string>> =>
	Object.fromEntries(
		await bench.results
			.locator('[data-test]')
			.evaluateAll((items) =>
				items.map((item) => [item.getAttribute('data-test') ?? '', item.getAttribute('data-state') ?? ''])
			)
	);

/** What the server says of the same submission: files, or what another kind has. */
export async function verifyOnServer(
	bench: Workbench,
	submission: JsonValue
): Promise<Omit<Outcome, 'tests'>> {
	const { page, id } = bench;
	// The version that the page works with stands in the address of the suite that it has asked for.
	const asked = await page.waitForFunction(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name))
			.findLast(({ pathname }) => pathname.startsWith('/api/suite/'))
			?.searchParams.get('hash')
	);
	const hash = await asked.jsonValue();
	const response = await page.request.post('/api/verify', {
		headers: { origin: new URL(page.url()).origin },
		data: { exercise: { id, hash }, mode: 'check', submission, runId: 'same' }
	});
	expect(response.status(), await response.text()).toBe(200);
	const last = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '{}') as {
		outcome: Omit<Outcome, 'tests'>;
	};
	return last.outcome;
}

/** Bug → state, as the page shows them. */
const bugStatesOf = async (bench: Workbench): Promise<Record<string, string>> =>
	Object.fromEntries(
		await bench.results
			.locator('[data-kills] [data-bug]')
			.evaluateAll((cards) =>
				cards.map((card) => [card.getAttribute('data-bug') ?? '', card.getAttribute('data-state') ?? ''])
			)
	);

/** Fails where the server finds out other bugs with this work than the page shows. */
export async function expectSameKills(bench: Workbench, submission: JsonValue): Promise<void> {
	const { report, grade } = await verifyOnServer(bench, submission);
	const theirs = Object.fromEntries(report.kills?.bugs.map(({ id, state }) => [id, state]) ?? []);
	expect(Object.keys(theirs)).not.toEqual([]);
	expect(theirs).toEqual(await bugStatesOf(bench));
	const passed = await bench.celebration.isVisible();
	expect(grade).toMatchObject({ passed, ...(passed && { trust: 'verified' }) });
}
