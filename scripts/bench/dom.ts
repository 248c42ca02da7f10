import { buildHarness } from '../../src/build/harness-kinds.ts';
import { framePage } from '../../src/lib/engines/dom/frame-page.ts';
import { makePlan } from '../../tests/support/make-plan.ts';
import { openGradingPage } from './grading-page.ts';
import { figure, p95, type Figures } from './statistics.ts';

/** A page with a counter, and five tests that press its button as a person would. */
export const PAGE_FILES = {
	'index.html': `<!doctype html>
<html lang="en"><head><title>Counter</title><link rel="stylesheet" href="style.css"></head>
<body><main><h1>Visitors</h1><p>Today: <output id="count">0</output></p>
<button type="button" id="more">One more</button></main><script type="module" src="main.js"></script></body></html>`,
	'style.css': 'main { display: flex; flex-direction: column; gap: 1rem } button { padding: 8px }',
	'main.js': `let count = 0;
document.querySelector('#more').addEventListener('click', () => {
	count += 1;
	document.querySelector('#count').textContent = String(count);
});
`
};
export const PAGE_SUITE = `import { beforeEach, expect, test } from 'vitest';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, styleOf } from 'passerelle/page';

beforeEach(() => openPage());
const button = () => screen.getByRole('button', { name: 'One more' });
test('has a title', () => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Visitors'));
test('begins at nought', () => expect(screen.getByRole('status').textContent).toBe('0'));
test('counts a click', async () => {
	await userEvent.click(button());
	expect(screen.getByRole('status').textContent).toBe('1');
});
test('counts with the keyboard', async () => {
	await userEvent.tab();
	await userEvent.keyboard('{Enter}{Enter}');
	expect(screen.getByRole('status').textContent).toBe('2');
});
test('stands in a column', () => expect(styleOf(document.querySelector('main'), 'flex-direction')).toBe('column'));
`;
const PAUSE_MS = 300;
const DISCARDED = 3;

/** From the click to the grade of a page exercise: a fresh frame, its document, five tests with user events. */
export async function benchDom(samples: number): Promise<Figures> {
	const harness = await buildHarness('frame', true);
	const page = await openGradingPage("createDomEngine({ url: '/engine/dom.html' })", {
		'/engine/dom.html': { type: 'text/html', body: framePage(harness) }
	});
	const plan = await makePlan({
		files: PAGE_FILES,
		suite: { 'tests/counter.test.js': PAGE_SUITE },
		need: 'dom',
		entry: 'index.html'
	});
	const suite = { hash: 'h', ...plan.suite!, translations: { tests: {}, messages: {} } };
	const ready: number[] = [];
	const typed: number[] = [];
	try {
		for (let round = -DISCARDED; round < samples; round++) {
			for (const [pause, into] of [
				[PAUSE_MS, ready],
				[0, typed]
			] as const) {
				const files = { ...PAGE_FILES, 'main.js': `${PAGE_FILES['main.js']}// ${round} ${pause}\n` };
				const source = { files, entry: 'index.html', mocked: [], need: 'dom' as const, packages: [] };
				const ms = await page.sample(source, suite, pause);
				if (round >= 0) into.push(ms);
				await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			}
		}
	} finally {
		await page.close();
	}
	return {
		'dom.warm.ms': figure(ready),
		'dom.warm.p95.ms': figure(ready, 'ms', p95),
		'dom.warm.unready.ms': figure(typed)
	};
}
