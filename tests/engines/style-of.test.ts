import { expect, test } from 'vitest';
import type { Subject } from './subjects/subject.ts';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';

const STYLE = `:root { --main: #0a7; font-size: 20px }
body { color: rebeccapurple; font-family: "Segoe UI", Arial, sans-serif; line-height: 1.5; margin: 0; background: #fafafa }
#a { font-size: 1.5rem; padding: 0.5em 10pt; margin: 0 1rem 2em 3px; font-weight: bold; text-align: center; border: 2px solid tomato }
#b { color: hsl(120, 100%, 25%); background-color: rgba(255, 0, 0, .5); display: flex; justify-content: space-between; gap: 1rem;
	border-radius: 50% 4px 0 0; text-transform: uppercase; letter-spacing: 0.1em; max-width: 40em; opacity: 0.5; border-bottom: thick dotted }
#b span { font-weight: 300; font-size: 80%; font-style: italic; line-height: 30px }
#c { display: none; position: absolute; top: 0; visibility: hidden; cursor: pointer; text-decoration: underline; border-color: var(--main);
	border-style: solid; border-width: thin; list-style-type: square; white-space: nowrap; overflow: hidden; z-index: 3; flex-wrap: wrap;
	flex-direction: column; align-items: center; box-sizing: border-box; background-color: transparent; color: #0f08; object-fit: cover }
#c i { display: block; color: inherit; font-size: 0.5em; padding: inherit; border-top: 1px dashed currentColor }
.wide > p:first-of-type, p.none { color: Navy; font-weight: 500 }
p { font-weight: 600 !important; margin: 1em 0 }
@media (min-width: 10px) { #d { color: green } } @media (min-width: 9000px) { #d { color: red } } @media print { #d { color: red } }`;
const PAGE = `<!doctype html><html lang="en"><head><title>x</title><link rel="stylesheet" href="style.css"></head><body class="wide">
<div id="a">a</div><div id="b"><span>b</span></div><div id="c"><i>c</i></div><p id="d">d</p><p id="e" style="color: #ABC; padding: 1px 2px 3px 4px">e</p>
<section id="f"></section></body></html>`;
const ELEMENTS = ['body', '#a', '#b', '#b span', '#c', '#c i', '#d', '#e', '#f'];
/** The properties of which the README says that they are safe. */
const PROPERTIES = [
	'color backgroundColor background-color font-size font-weight font-style font-family line-height text-align text-transform',
	'letter-spacing padding-top padding-right padding-bottom padding-left margin-top margin-right margin-bottom margin-left',
	'border-top-width border-top-style border-top-color border-bottom-width border-bottom-style border-bottom-color border-left-width',
	'border-top-left-radius border-top-right-radius border-bottom-left-radius position flex-direction flex-wrap justify-content',
	'align-items row-gap column-gap gap max-width opacity visibility cursor text-decoration-line list-style-type white-space overflow-x',
	'z-index box-sizing object-fit padding margin border-radius border-width --main display'
].flatMap((line) => line.split(' '));

/** Every value, as the suite sees it in an engine: it prints them. */
async function values(subject: Subject): Promise<string[]> {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': PAGE, 'style.css': STYLE },
		suite: {
			'tests/a.test.js': `import { test } from 'vitest';
import { openPage, styleOf } from 'passerelle/page';
test('a', async () => {
	await openPage();
	for (const selector of ${JSON.stringify(ELEMENTS)})
		for (const property of ${JSON.stringify(PROPERTIES)})
			console.log(selector + ' ' + property + ': ' + styleOf(document.querySelector(selector), property));
});`
		},
		expected: ['a'],
		timeMs: 10_000
	});
	const report = await subject.session.run(plan, { signal: new AbortController().signal });
	await subject.close();
	expect(report.runs[0]?.tests).toMatchObject([{ state: 'pass' }]);
	return report.runs[0]!.console.map(({ text }) => text);
}

test('a style has the same text in Chromium and on happy-dom', { timeout: 60_000 }, async () => {
	const browser = await values(await openDom('dom')());
	const node = await values(await openNative('dom')());
	expect(browser).toHaveLength(ELEMENTS.length * PROPERTIES.length);
	expect(node).toEqual(browser);
	expect(browser).toContain('#a font-size: 30px');
	expect(browser).toContain('#b color: rgb(0, 128, 0)');
	expect(browser).toContain('#b background-color: rgba(255, 0, 0, 0.5)');
	expect(browser).toContain('#b span color: rgb(0, 128, 0)');
	expect(browser).toContain('#f color: rgb(102, 51, 153)');
	expect(browser).toContain('#d color: rgb(0, 128, 0)');
});
