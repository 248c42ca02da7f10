import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
	violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}
interface WithAxe {
	axe: { run(context: unknown, options: object): Promise<AxeResult> };
}

/** What axe finds on the page as it is now: one line a place; empty where nothing is wrong. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	// Colours on their way from one theme to the other belong to neither.
	await page.evaluate(async () => {
		for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	const { violations } = await page.evaluate(
		(tags) =>
			(window as unknown as WithAxe).axe.run(document, {
				runOnly: { type: 'tag', values: tags },
				resultTypes: ['violations'],
				iframes: false
			}),
		TAGS
	);
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary = '' }) => {
			const why = failureSummary.split('\n')[1]?.trim() ?? '';
			return `${id} (${help}) at ${target.join(' ')}: ${why}`;
		})
	);
}
