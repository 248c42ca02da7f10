import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
	violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}
interface WithAxe {
	axe: { run(context: unknown, options: object): Promise<AxeResult> };
}

export interface Look {
	width: number;
	colorScheme: 'light' | 'dark';
}
/** Every state of a page is looked at wide and narrow, light and dark; the next state in the two other combinations. */
const LOOKS: readonly (readonly Look[])[] = [
	[
		{ width: 1440, colorScheme: 'light' },
		{ width: 360, colorScheme: 'dark' }
	],
	[
		{ width: 1440, colorScheme: 'dark' },
		{ width: 360, colorScheme: 'light' }
	]
];
const states = new WeakMap<Page, number>();

/**
 * Fails (softly) where axe finds something on the page as it is now, in the looks that are its turn.
 * @param prepare what a person does first in a look
 */
export async function expectAccessible(
	page: Page,
	what: string,
	prepare: (look: Look) => Promise<void> = async () => {}
): Promise<void> {
	const turn = states.get(page) ?? 0;
	states.set(page, turn + 1);
	for (const look of LOOKS[turn % LOOKS.length]!) {
		const { width, colorScheme } = look;
		await page.setViewportSize({ width, height: width > 1000 ? 900 : 740 });
		await page.emulateMedia({ colorScheme });
		await prepare(look);
		const problems = [
			...(await accessibilityProblems(page)),
			...(width > 1000 ? [] : await targetsTooSmall(page))
		];
		expect.soft(problems, `${what}, ${width} px wide, ${colorScheme}`).toEqual([]);
	}
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

/** A finger's size in CSS pixels, and what a browser may take of it by rounding. */
const FINGER = 44;
const ROUNDING = 0.6;
/** What is pressed, without the signs inside an editor, which have keys of their own. */
const TARGETS =
	'a[href], button, summary, select, [role="tab"], input:not([type="checkbox"], [type="radio"])';

/** What on the page as it is now is smaller than a finger: one line a target. A link among words is as high as its line. */
const targetsTooSmall = (page: Page): Promise<string[]> =>
	page.evaluate(
		([targets, least]) => {
			/** The link of a row may cover all of it. */
			const pressed = (one: HTMLElement): Element =>
				(getComputedStyle(one, '::after').position === 'absolute' && one.offsetParent) || one;
			const nameOf = (one: HTMLElement): string => one.getAttribute('aria-label') ?? one.textContent.trim();
			return [...document.querySelectorAll<HTMLElement>(targets)]
				.filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
				.filter((one) => !one.closest('.monaco-editor, .cm-editor, .visually-hidden, p a'))
				.map((one) => ({ name: nameOf(one), box: pressed(one).getBoundingClientRect() }))
				.filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < least)
				.map(({ name, box }) => `"${name}" is small: ${Math.round(box.width)} × ${Math.round(box.height)}`);
		},
		[TARGETS, FINGER - ROUNDING] as const
	);
