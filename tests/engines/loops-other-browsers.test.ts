import { afterAll, describe, expect, test } from 'vitest';
import { HOLD_MS } from '../../src/lib/engines/harness/hold-guard.ts';
import { OTHER_BROWSERS } from '../support/browsers/browsers.ts';
import { guarded, openDomIn, type EngineIn } from '../support/browsers/engine-in.ts';
import { makePlan } from '../support/make-plan.ts';
import { shortestStall } from '../support/browsers/shortest-stall.ts';
import { openHere } from '../support/not-here.ts';

/** In these browsers a frame has the thread of the page around it: the page is to be answerable again by then. */
const STALL_MS = HOLD_MS + 500;
const LIMIT_MS = 8000;

const SUITE = {
	'tests/x.test.js': `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
const press = async () => { await openPage(); document.querySelector('button').click(); };
test('has a heading', async () => { await openPage(); expect(document.querySelector('h1')).not.toBeNull(); });
test('counts', async () => { await press(); await new Promise((done) => setTimeout(done, 100)); expect(document.querySelector('output').textContent).toBe('1'); });
test('counts again', async () => { await press(); expect(document.querySelector('output').textContent).toBe('1'); });`
};
const page = (script: string) => ({
	'index.html': `<!doctype html><html lang="en"><title>x</title><h1>x</h1><button>+</button><output></output><script src="main.js"></script></html>`,
	'main.js': script
});
const onClick = (work: string) =>
	`document.querySelector('button').addEventListener('click', () => { ${work} document.querySelector('output').textContent = '1'; });`;
const RIGHT = page(onClick(''));

const LOOPS: readonly (readonly [name: string, script: string])[] = [
	['at the top', 'while (true) {}'],
	['in a handler', onClick('for (;;);')],
	['in a timer', `${onClick('')} setTimeout(() => { while (true); }, 20);`],
	[
		'that fills the page',
		onClick(`for (;;) {
			const item = document.createElement('p');
			item.textContent = 'one more';
			document.body.append(item);
		}`)
	],
	['that catches', onClick('for (;;) try { for (;;); } catch { }')],
	['of calls', onClick('const grow = (n) => n > 60 ? 1 : grow(n + 1) + grow(n + 1); grow(0);')],
	['of promises', 'const again = () => Promise.resolve().then(again); again();'],
	[
		'of a callback',
		onClick('const list = new Set([1]); list.forEach(() => { list.delete(1); list.add(1); });')
	]
];

const planOf = (files: Record<string, string>) =>
	makePlan({ need: 'dom', entry: 'index.html', files, reference: RIGHT, suite: SUITE, timeMs: LIMIT_MS });

describe.each(OTHER_BROWSERS)('a page in %s', (_, open) => {
	let engine: EngineIn;
	openHere(async () => {
		engine = await openDomIn(open);
		await engine.browser.evaluate('window.openPreview()');
	});
	afterAll(() => engine?.close());

	test.each(LOOPS)(
		'a check of a loop %s ends once, soon, and the next one works',
		{ timeout: 60_000 },
		async (_, script) => {
			const plan = await planOf(page(script));
			const stall = await shortestStall(engine.browser, STALL_MS, async () => {
				const { report, ms } = await engine.run(plan);
				expect(report.status).toBe('timeout');
				expect(ms).toBeLessThan(LIMIT_MS + 1000);
			});
			expect(stall).toBeLessThan(STALL_MS);
			expect((await engine.run(await planOf(RIGHT))).report.status).toBe('ran');
		}
	);

	test('a loop in the preview is stopped and said, the page is answerable again, and another page is shown', async () => {
		for (const [script, state] of [
			['while (true) {}', 'stuck'],
			['', 'shown'],
			["for (;;) document.body.append(document.createElement('hr'), 'and one more');", 'stuck'],
			['', 'shown']
		] as const) {
			const { files, learner, entry } = guarded(await planOf(page(script)));
			const stall = await shortestStall(engine.browser, STALL_MS, async () => {
				await engine.browser.evaluate('window.preview.show(args[0])', { files, learner, entry });
				await expect
					.poll(() => engine.browser.evaluate('return window.states.at(-1)'), { timeout: 20_000 })
					.toBe(state);
			});
			expect(stall).toBeLessThan(STALL_MS);
		}
	});
});
