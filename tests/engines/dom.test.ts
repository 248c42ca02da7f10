import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { openDomPage, type DomPage } from '../support/dom-page.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

const IMPORTS = `import { beforeEach, expect, test, vi } from 'vitest';
import { openPage, styleOf, accessibleName } from 'passerelle/page';
import { screen, fireEvent } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
beforeEach(() => openPage());
`;
const PAGE = `<!doctype html>
<html lang="en">
<head><title>Trams</title><link rel="stylesheet" href="style.css"></head>
<body>
<h1>Trams</h1>
<form id="form"><label>Name <input id="name" name="name" required></label><button id="send">Send</button></form>
<a id="out" href="https://example.org/">Out</a> <a id="about" href="about.html">About</a> <a id="down" href="#end">Down</a>
<p id="end">The end</p>
<script type="module" src="main.js"></script>
</body>
</html>`;
const STYLE =
	'h1 { color: #036; padding: 1rem } input:focus { color: rgb(1, 2, 3) } form:focus-within { color: red }';

const pagePlan = (
	main: string,
	tests: string,
	more: { files?: FileMap; timeMs?: number } = {}
): Promise<Plan> =>
	makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': PAGE, 'style.css': STYLE, 'main.js': main, ...more.files },
		suite: { 'tests/page.test.js': IMPORTS + tests },
		// Collected without a page's program, which may hang.
		reference: { 'index.html': PAGE, 'style.css': STYLE, 'main.js': '', ...more.files },
		timeMs: more.timeMs ?? AMPLE_MS
	});

/** Of a run that ends by itself, on a machine with much else to do. */
const AMPLE_MS = 20_000;
const SLOW = `test('has a heading', async () => { await new Promise((resolve) => setTimeout(resolve, 800)); expect(screen.getByRole('heading').textContent).toBe('Trams'); });`;
const TRIVIAL = `test('has a heading', () => expect(screen.getByRole('heading').textContent).toBe('Trams'));`;

let chromium: DomPage;
let node: Subject;
beforeAll(async () => {
	[chromium, node] = await Promise.all([openDomPage(), openNative('dom')()]);
}, 60_000);
afterAll(() => Promise.all([chromium?.close(), node?.close()]));

const states = async (plan: Plan) => {
	const { report } = await chromium.run(plan);
	return report.runs[0]!.tests.map(({ name, state, failure }) => [name, state, failure?.message ?? null]);
};
const inNode = async (plan: Plan) => {
	const report = await node.session.run(plan, { signal: new AbortController().signal });
	return report.runs[0]!.tests.map(({ name, state, failure }) => [name, state, failure?.message ?? null]);
};
const quiet = () =>
	expect({ said: chromium.complaints, asked: chromium.strangeRequests }).toEqual({ said: [], asked: [] });

describe('a page in Chromium and on happy-dom', () => {
	const cases: [string, string, string][] = [
		[
			'clicks and typing',
			`const out = document.querySelector('#end');
			document.querySelector('#send').addEventListener('click', (event) => { event.preventDefault(); out.textContent = document.querySelector('#name').value; });`,
			`test('shows the name', async () => {
				await userEvent.type(screen.getByLabelText('Name'), 'Ann');
				await userEvent.click(screen.getByRole('button', { name: 'Send' }));
				expect(document.querySelector('#end').textContent).toBe('Ann');
			});
			test('begins empty', () => expect(screen.getByLabelText('Name').value).toBe(''));
			test('says the wrong thing', () => expect(document.querySelector('#end').textContent).toBe('Bob'));`
		],
		[
			'focus and the keyboard',
			`const seen = (window.seen = []);
			const field = document.querySelector('#name');
			for (const type of ['focus', 'blur']) field.addEventListener(type, () => seen.push(type));`,
			`test('tab walks', async () => {
				const user = userEvent.setup();
				await user.tab();
				expect(document.activeElement.id).toBe('name');
				await user.tab();
				expect(document.activeElement.id).toBe('send');
				expect(seen).toEqual(['focus', 'blur']);
			});
			test('focus() and blur() move it', () => {
				const field = document.querySelector('#name');
				field.focus();
				expect(document.activeElement).toBe(field);
				field.blur();
				expect(document.activeElement).toBe(document.body);
			});`
		],
		[
			'styles',
			'',
			`test('colour', () => expect(styleOf(document.querySelector('h1'), 'color')).toBe('rgb(0, 51, 102)'));
			test('length', () => expect(styleOf(document.querySelector('h1'), 'padding-top')).toBe('16px'));`
		],
		[
			'errors of the page',
			`document.querySelector('#send').addEventListener('click', (event) => { event.preventDefault(); missing(); });`,
			`test('the page goes on', () => {
				screen.getByRole('button', { name: 'Send' }).click();
				expect(document.title).toBe('Trams');
			});
			test('and the next test', () => expect(document.title).toBe('Trams'));`
		]
	];
	test.each(cases)('%s: the same states and words', async (_, main, tests) => {
		const plan = await pagePlan(main, tests);
		const [here, there] = [await states(plan), await inNode(plan)];
		expect(here).toEqual(there);
		expect(here.some(([, state]) => state === 'pass')).toBe(true);
		quiet();
	});

	test('an uncaught error stands in the run’s console, not in the browser’s', async () => {
		const plan = await pagePlan(
			'Promise.reject(new RangeError("far"));',
			`test('waits', () => new Promise((resolve) => setTimeout(resolve, 50)));`
		);
		const { report } = await chromium.run(plan);
		expect(report.runs[0]!.console.map(({ text }) => text)).toContain('Uncaught RangeError: far (main.js:1)');
		const [only] = report.runs[0]!.tests;
		expect([only?.state, only?.failure?.message, only?.failure?.location?.line]).toEqual(['fail', 'far', 1]);
		quiet();
	});
});

describe('the focus', () => {
	test(':focus and :focus-within follow it, in rules and in selectors', async () => {
		const plan = await pagePlan(
			'',
			`test('rules', () => {
				const field = document.querySelector('#name');
				expect(styleOf(field, 'color')).not.toBe('rgb(1, 2, 3)');
				field.focus();
				expect(styleOf(field, 'color')).toBe('rgb(1, 2, 3)');
				expect(styleOf(field.form, 'color')).toBe('rgb(255, 0, 0)');
				field.blur();
				expect(styleOf(field, 'color')).not.toBe('rgb(1, 2, 3)');
			});
			test('selectors', () => {
				const field = document.querySelector('#name');
				field.focus();
				expect([field.matches(':focus'), document.querySelector(':focus') === field]).toEqual([true, true]);
				expect(document.querySelector('#send').matches(':focus')).toBe(false);
			});
test('what cannot be focused is not', () => {
				document.querySelector('h1').focus();
				expect(document.activeElement).toBe(document.body);
			});
			test('a field that is wrong gets it', () => {
				document.querySelector('#send').click();
				expect(document.activeElement.id).toBe('name');
			});
			test('a dialog that opens gets it', () => {
				document.body.insertAdjacentHTML('beforeend', '<dialog><button id="ok">OK</button></dialog>');
				document.querySelector('dialog').showModal();
				expect(document.activeElement.id).toBe('ok');
			});`
		);
		expect(await states(plan)).toEqual(plan.suite!.expected.map((name) => [name, 'pass', null]));
	});

	test('the caret of the editor around the frame never moves', async () => {
		const caret = await chromium.page.evaluate(() => {
			const editor = document.querySelector<HTMLTextAreaElement>('#editor')!;
			return [
				document.activeElement?.id,
				editor.selectionStart,
				(window as never as { moved: string[] }).moved
			];
		});
		expect(caret).toEqual(['editor', 2, []]);
		await chromium.page.keyboard.press('Tab');
		expect(await chromium.page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
		await chromium.page.focus('#editor');
	});
});

describe('a loop', () => {
	const loops = [
		['while the page is loaded', 'while (true);', TRIVIAL],
		[
			'after a click',
			`document.querySelector('#send').addEventListener('click', () => { for (;;); });`,
			`test('first', () => expect(1).toBe(1)); test('clicks', () => { document.querySelector('#send').click(); });`
		],
		[
			'in a regular expression, whose steps nobody counts',
			`/^(\\d+\\s?)+$/.test('7'.repeat(60) + 'x');`,
			TRIVIAL
		],
		[
			'in a page that asks to be told when it goes',
			`addEventListener('pagehide', () => {}); addEventListener('unload', () => {}); while (true);`,
			TRIVIAL
		]
	] as const;
	const stalls: string[] = [];

	test.each(loops)(
		'%s ends at the limit, the page stays usable, and the next check works',
		async (name, main, tests) => {
			const plan = await pagePlan(main, tests, { timeMs: 800 });
			await chromium.page.evaluate(() => Object.assign(window, { longestStall: 0 }));
			const { report } = await chromium.run(plan);
			const stall = await chromium.page.evaluate(
				() => (window as never as { longestStall: number }).longestStall
			);
			stalls.push(`${name} ${Math.round(stall)} ms`);
			expect(report.status).toBe('timeout');
			expect(report.runs[0]!.tests.map((result) => result.name)).toEqual(plan.suite!.expected);
			// The page's own thread is free: it would have stood still for the whole of the run.
			expect(stall).toBeLessThan(700);
			expect(await states(await pagePlan('', TRIVIAL))).toEqual([['has a heading', 'pass', null]]);
		}
	);

	test('that begins when everything is said does not hang the next check', async () => {
		const again = 'const again = () => Promise.resolve().then(again); again();';
		// Nothing that was rejected is heard before it ends.
		const { report } = await chromium.run(await pagePlan(again, TRIVIAL, { timeMs: 800 }));
		expect(report.status).toBe('timeout');
		expect(await states(await pagePlan('', TRIVIAL))).toEqual([['has a heading', 'pass', null]]);
	});

	test('stops a worker engine on the same page for no longer than itself', async () => {
		const work = await makePlan({
			files: { 'main.js': 'export const one = 1;' },
			suite: {
				'tests/x.test.js': `import { expect, test } from 'vitest';
import { one } from '../start/main.js';
test('one', () => expect(one).toBe(1));`
			}
		});
		const inWorker = () =>
			chromium.page.evaluate(
				(plan) =>
					(
						window as never as { runInWorker(plan: Plan): Promise<{ report: { status: string } }> }
					).runInWorker(plan),
				work
			);
		expect((await inWorker()).report.status).toBe('ran');
		expect(
			(await chromium.run(await pagePlan('while (true);', TRIVIAL, { timeMs: 800 }))).report.status
		).toBe('timeout');
		const began = performance.now();
		expect((await inWorker()).report.status).toBe('ran');
		// What was being made in a frame that went with the loop is not waited for: 20 s.
		expect(performance.now() - began).toBeLessThan(15_000);
		expect((await chromium.run(await pagePlan('', TRIVIAL))).report.status).toBe('ran');
		console.log(`Longest stalls of the page: ${stalls.join(', ')}`);
	});
});

test('takes over the frame that the page was served with', async () => {
	const plan = await pagePlan('', TRIVIAL);
	const status = await chromium.page.evaluate(async (plan) => {
		const served = document.createElement('iframe');
		served.setAttribute('sandbox', 'allow-scripts allow-forms');
		served.src = '/engine/dom.html';
		served.dataset.served = '';
		document.body.append(served);
		await new Promise((resolve) => served.addEventListener('load', resolve));
		const own = window as never as { runInServed(plan: Plan): Promise<{ report: { status: string } }> };
		const { report } = await own.runInServed(plan);
		return report.status;
	}, plan);
	expect(status).toBe('ran');
	await expect
		.poll(() => chromium.page.evaluate(() => document.querySelectorAll('[data-served]').length))
		.toBe(0);
});

describe('leaving', () => {
	test('forms and links stay, say what they would do, and a program’s preventDefault is its own', async () => {
		const plan = await pagePlan(
			'',
			`test('a form', async () => {
				await userEvent.type(screen.getByLabelText('Name'), 'Ann');
				const events = [];
				addEventListener('submit', (event) => events.push(event));
				document.querySelector('#send').click();
				document.querySelector('#form').submit();
				expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([false]);
			});
			test('links', () => {
				for (const id of ['out', 'about']) {
					const link = document.querySelector('#' + id);
					let click;
					addEventListener('click', (event) => (click = event), { once: true });
					link.click();
					expect(click.defaultPrevented).toBe(false);
				}
			});
			test('a link inside the page', async () => {
				document.querySelector('#down').click();
				expect(location.hash).toBe('#end');
			});
			test('history', () => { history.back(); history.go(-1); });`
		);
		expect(await states(plan)).toEqual(plan.suite!.expected.map((name) => [name, 'pass', null]));
		const { report } = await chromium.run(plan);
		const said = report.runs[0]!.console.map(({ text }) => text).join('\n');
		expect(said).toContain('It would send: name=Ann');
		expect(said).toContain('"https://example.org/" was not followed');
		expect(new URL(chromium.page.url()).pathname).toBe('/');
		quiet();
	});

	test.each([
		['another site', 'location.href = "https://example.org/"; await new Promise(() => {});'],
		['itself', 'location.reload(); await new Promise(() => {});'],
		[
			'by a page that refreshes',
			`const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0;url=https://example.org/'; document.head.append(meta); await new Promise(() => {});`
		]
	])('a page that goes to %s fails the test with that, and nothing else', async (_, main) => {
		const plan = await pagePlan(main, TRIVIAL, { timeMs: 3000 });
		const { report } = await chromium.run(plan);
		expect(report.status).toBe('left');
		expect(report.runs[0]!.tests).toMatchObject([{ state: 'fail', failure: { name: 'PageReload' } }]);
		// Still running when the page that left would have had its last word.
		expect(await states(await pagePlan('', SLOW))).toEqual([['has a heading', 'pass', null]]);
		expect(chromium.strangeRequests).toEqual([]);
		chromium.complaints.length = 0;
	});

	test('nothing reaches the network, the page around, its storage or its frames', async () => {
		const origin = new URL(chromium.page.url()).origin;
		const main = `
			const tried = (window.tried = {});
			const attempt = async (name, what) => { try { tried[name] = String(await what()); } catch (error) { tried[name] = 'threw ' + error.name; } };
			const clean = () => { const frame = document.createElement('iframe'); document.body.append(frame); return frame.contentWindow; };
			window.done = (async () => {
				await attempt('fetch', () => fetch('${origin}/LEAK-fetch'));
				await attempt('clean fetch', () => clean().fetch('${origin}/LEAK-clean'));
				await attempt('xhr', () => { const request = new (clean().XMLHttpRequest)(); request.open('GET', '${origin}/LEAK-xhr', false); request.send(); return 'sent'; });
				await attempt('image', () => new Promise((resolve) => { const image = new Image(); image.onload = () => resolve('loaded'); image.onerror = () => resolve('failed'); image.src = '${origin}/LEAK.png'; }));
				await attempt('style', () => { document.head.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="${origin}/LEAK.css"><style>@import "${origin}/LEAK2.css"; body { background: url(${origin}/LEAK3.png) }</style>'); });
				await attempt('hint', () => { document.head.insertAdjacentHTML('beforeend', '<link rel="preload" as="image" href="${origin}/LEAK4.png"><link rel="prefetch" href="${origin}/LEAK5">'); });
				await attempt('script', () => { const script = document.createElement('script'); script.src = '${origin}/LEAK.js'; document.head.append(script); });
				await attempt('beacon', () => clean().navigator.sendBeacon('${origin}/LEAK-beacon', 'x'));
				await attempt('form', () => { const form = document.createElement('form'); form.action = '${origin}/LEAK-form'; document.body.append(form); clean().HTMLFormElement.prototype.submit.call(form); });
				await attempt('parent', () => window.parent.secret);
				await attempt('top', () => window.top.document.title);
				await attempt('storage', () => window.localStorage.length);
				await attempt('cookie', () => { document.cookie = 'LEAK=1'; return document.cookie; });
				await attempt('window', () => window.open('${origin}/LEAK-window'));
				await attempt('top goes', () => { window.top.location.href = '${origin}/LEAK-top'; });
				await attempt('sibling', () => { for (let i = 0; i < window.top.frames.length; i++) if (window.top.frames[i] !== window) window.top.frames[i].location.href = '${origin}/LEAK-sibling'; });
			})();`;
		const plan = await pagePlan(
			main,
			`test('tries', async () => { await done; await new Promise((resolve) => setTimeout(resolve, 200)); console.log(JSON.stringify(tried)); });`
		);
		const { report } = await chromium.run(plan);
		expect(['ran', 'tampered']).toContain(report.status);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(chromium.strangeRequests).toEqual([]);
		const tried = report.runs[0]!.console.map(({ text }) => text).join('\n');
		expect(tried).not.toContain('the page');
		const state = await chromium.page.evaluate(() => [
			location.pathname,
			document.cookie,
			localStorage.length
		]);
		expect(state).toEqual(['/', '', 0]);
		expect(await states(await pagePlan('', TRIVIAL))).toEqual([['has a heading', 'pass', null]]);
	});
});
