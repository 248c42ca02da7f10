import { expect, test } from 'vitest';
import type { Subject } from './subjects/subject.ts';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';

/** Ways of writing a colour that browsers know → how a suite reads it. The numbers are those of pixels that Chromium painted. */
const COLOURS: readonly (readonly [written: string, read: string])[] = [
	['tomato', 'rgb(255, 99, 71)'],
	['ToMaTo', 'rgb(255, 99, 71)'],
	['REBECCAPURPLE', 'rgb(102, 51, 153)'],
	['transparent', 'rgba(0, 0, 0, 0)'],
	['#0a7', 'rgb(0, 170, 119)'],
	['#00AA77', 'rgb(0, 170, 119)'],
	['#0a78', 'rgba(0, 170, 119, 0.533)'],
	['#00aa7780', 'rgba(0, 170, 119, 0.5)'],
	['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
	['rgb(1 2 3)', 'rgb(1, 2, 3)'],
	['RGB(1 2 3)', 'rgb(1, 2, 3)'],
	['rgb(1 2 3 / 50%)', 'rgba(1, 2, 3, 0.5)'],
	['rgb(100%, 0%, 50%)', 'rgb(255, 0, 128)'],
	['rgba(1, 2, 3, .25)', 'rgba(1, 2, 3, 0.25)'],
	['rgba(1, 2, 3, 1)', 'rgb(1, 2, 3)'],
	['rgb(300 -5 3)', 'rgb(255, 0, 3)'],
	['rgb(none 2 3)', 'rgb(0, 2, 3)'],
	['hsl(120, 100%, 25%)', 'rgb(0, 128, 0)'],
	['hsl(120deg 100% 25%)', 'rgb(0, 128, 0)'],
	['hsl(0.5turn 100% 50%)', 'rgb(0, 255, 255)'],
	['hsl(-120 100% 50%)', 'rgb(0, 0, 255)'],
	['hsla(0, 100%, 50%, 0.5)', 'rgba(255, 0, 0, 0.5)'],
	['hwb(0 0% 0%)', 'rgb(255, 0, 0)'],
	['hwb(120 20% 20%)', 'rgb(51, 204, 51)'],
	['hwb(200 60% 60%)', 'rgb(128, 128, 128)'],
	['hwb(240 0% 0% / 0.5)', 'rgba(0, 0, 255, 0.5)'],
	['oklch(0.9 0.05 95)', 'rgb(232, 222, 185)'],
	['oklch(90% 0.05 95)', 'rgb(232, 222, 185)'],
	['oklch(0.7 0.1 200)', 'rgb(64, 177, 183)'],
	['oklch(0.7 0.1 200deg)', 'rgb(64, 177, 183)'],
	['oklch(0.7 0.1 200 / 0.5)', 'rgba(64, 177, 183, 0.5)'],
	['oklch(70% 25% 200)', 'rgb(64, 177, 183)'],
	['OKLCH(0.7 0.1 200)', 'rgb(64, 177, 183)'],
	['oklch(1 0 0)', 'rgb(255, 255, 255)'],
	['oklch(0 0 0)', 'rgb(0, 0, 0)'],
	['oklch(0.5 none none)', 'rgb(99, 99, 99)'],
	['oklab(0.6 0.1 0.1)', 'rgb(195, 96, 46)'],
	['oklab(60% 25% 25%)', 'rgb(195, 96, 46)'],
	['oklab(0.6 0.1 0.1 / 25%)', 'rgba(195, 96, 46, 0.25)'],
	['lab(50 40 -20)', 'rgb(171, 90, 154)'],
	['lab(50% 40 -20)', 'rgb(171, 90, 154)'],
	['lab(100 0 0)', 'rgb(255, 255, 255)'],
	['lab(0 0 0)', 'rgb(0, 0, 0)'],
	['lch(50 50 120)', 'rgb(92, 130, 37)'],
	['lch(50% 50 120)', 'rgb(92, 130, 37)'],
	['color(srgb 1 0.5 0)', 'rgb(255, 128, 0)'],
	['color(srgb 100% 50% 0%)', 'rgb(255, 128, 0)'],
	['color(srgb 1 0.5 0 / 0.5)', 'rgba(255, 128, 0, 0.5)'],
	['color(srgb-linear 1 0.5 0)', 'rgb(255, 188, 0)'],
	['color(display-p3 0.4 0.4 0.4)', 'rgb(102, 102, 102)'],
	['currentColor', 'rgb(0, 0, 128)'],
	['CURRENTCOLOR', 'rgb(0, 0, 128)'],
	['var(--mine)', 'rgb(64, 177, 183)'],
	['inherit', 'rgba(0, 0, 0, 0)']
];

/** What a suite reads in an engine; it prints them. */
async function read(subject: Subject, throughProperty = false): Promise<string[]> {
	const rules = COLOURS.map(([written], index) =>
		throughProperty
			? `#c${index} { --written: ${written}; background-color: var(--written) }`
			: `#c${index} { background-color: ${written} }`
	);
	const elements = COLOURS.map((_, index) => `<p id="c${index}">x</p>`);
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: {
			'index.html': `<!doctype html><html lang="en"><head><title>x</title><link rel="stylesheet" href="style.css"></head><body>${elements.join('\n')}</body></html>`,
			'style.css': `:root { --mine: oklch(0.7 0.1 200) }\nbody { color: navy }\n${rules.join('\n')}`
		},
		suite: {
			'tests/a.test.js': `import { test } from 'vitest';
import { openPage, styleOf } from 'passerelle/page';
test('a', async () => {
	await openPage();
	for (let index = 0; index < ${COLOURS.length}; index++)
		console.log(styleOf(document.querySelector('#c' + index), 'background-color'));
});`
		},
		expected: ['a']
	});
	try {
		const report = await subject.session.run(plan, { signal: new AbortController().signal });
		return report.runs[0]!.console.map(({ text }, index) => `${COLOURS[index]?.[0]}: ${text}`);
	} finally {
		await subject.close();
	}
}

const expected = COLOURS.map(([written, text]) => `${written}: ${text}`);

test('a colour has one form in Chromium, however it is written', { timeout: 60_000 }, async () => {
	expect(await read(await openDom('dom')())).toEqual(expected);
});

/** happy-dom drops a declaration with one of these: what it says of them cannot be believed. */
const UNKNOWN_TO_HAPPY_DOM = /^(?:hwb|oklch|OKLCH|oklab|lab|lch|color|RGB)\(/;
/** As they are inherited by a custom property, words are the element's own. */
const KEYWORD = /^inherit$/;

test(
	'on happy-dom a colour has the same form, or is of a kind that is named here',
	{ timeout: 60_000 },
	async () => {
		const [direct, through] = await Promise.all([
			read(await openNative('dom')()),
			read(await openNative('dom')(), true)
		]);
		const different = COLOURS.filter((_, index) => direct[index] !== expected[index]);
		expect(
			different.map(([written]) => written).filter((written) => !UNKNOWN_TO_HAPPY_DOM.test(written))
		).toEqual([]);
		expect(different).toHaveLength(COLOURS.filter(([written]) => UNKNOWN_TO_HAPPY_DOM.test(written)).length);
		const told = (lines: readonly string[]) => lines.filter((_, index) => !KEYWORD.test(COLOURS[index]![0]));
		expect(told(through)).toEqual(told(expected));
	}
);
