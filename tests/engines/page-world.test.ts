import { beforeAll, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { RunResult } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNativeSession } from '../support/native-session.ts';

let session: EngineSession;
beforeAll(async () => {
	session = await openNativeSession();
}, 60_000);

const HEAD = `import { beforeEach, expect, test, vi } from 'vitest';
import { screen, within, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { accessibleDescription, accessibleName, follow, openPage, source, styleOf } from 'passerelle/page';
`;

const PAGE = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Café</title><link rel="stylesheet" href="style.css"></head>
<body class="wide"><h1>Menu</h1>
<form><label>Nom <input name="name" required></label><button>Envoyer</button></form>
<p id="out"></p><a href="about.html">About</a><script type="module" src="main.js"></script></body></html>`;
const FILES: FileMap = {
	'index.html': PAGE,
	'about.html': '<title>About</title><h1>About us</h1><a href="index.html#top">Back</a>',
	'style.css': 'body { color: navy } h1 { font-size: 2rem; padding: 8px 1em }',
	'menu.json': '{"soup": 4}',
	'main.js': `let count = 0;
document.querySelector('form').addEventListener('submit', (event) => {
	event.preventDefault();
	count += 1;
	document.querySelector('#out').textContent = count + ' ' + new FormData(event.target).get('name');
});`
};

/** Runs a suite's tests beside files; the whole result. */
async function check(body: string, files: FileMap = {}): Promise<RunResult> {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { ...FILES, ...files },
		suite: { 'tests/page.test.js': HEAD + body },
		timeMs: 20_000
	});
	const report = await session.run(plan, { signal: new AbortController().signal });
	return report.runs[0]!;
}

async function expectPass(body: string, files: FileMap = {}): Promise<RunResult> {
	const run = await check(body, files);
	expect(run.failure).toBeNull();
	expect(run.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	expect(run.tests.length).toBeGreaterThan(0);
	expect(run.status).toBe('ran');
	return run;
}

test('a page is opened with its language, title, styles and scripts, and a form works', () =>
	expectPass(`
beforeEach(() => openPage());
test('page', () => {
	expect(document.documentElement.lang).toBe('fr');
	expect(document.title).toBe('Café');
	expect(document.body.className).toBe('wide');
	expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Menu');
	expect(document.querySelector('script')).toBe(null);
});
test('form', async () => {
	const user = userEvent.setup();
	await user.type(screen.getByLabelText('Nom'), 'Zoé');
	await user.click(screen.getByRole('button', { name: 'Envoyer' }));
	expect(document.querySelector('#out').textContent).toBe('1 Zoé');
});
test('fresh', async () => {
	expect(document.querySelector('#out').textContent).toBe('');
	const user = userEvent.setup({ delay: null });
	await user.type(screen.getByLabelText('Nom'), 'Bo{Enter}');
	expect(document.querySelector('#out').textContent).toBe('1 Bo');
});
test('invalid', async () => {
	await userEvent.setup().click(screen.getByRole('button'));
	expect(document.querySelector('#out').textContent).toBe('');
});`));

test('a page opened anew has nothing of the one before: listeners, timers, modules, focus', async () => {
	const run = await expectPass(
		`
test('first', async () => {
	await openPage();
	document.dispatchEvent(new Event('ping'));
	expect(document.title).toBe('1 1');
	screen.getByLabelText('Nom').focus();
	location.hash = '#top';
});
test('second', async () => {
	await openPage();
	expect(document.activeElement).toBe(document.body);
	expect(location.hash).toBe('');
	document.dispatchEvent(new Event('ping'));
	expect(document.title).toBe('1 1');
	await new Promise((resolve) => setTimeout(resolve, 80));
	expect(document.title).toBe('1 1 late');
});`,
		{
			'main.js': `let heard = 0; let loads = 0;
addEventListener('load', () => (loads += 1));
document.addEventListener('ping', () => { heard += 1; document.title = heard + ' ' + loads; console.log('ping'); });
setTimeout(() => { document.title += ' late'; }, 40);`
		}
	);
	expect(run.console.map(({ text }) => text)).toEqual(['ping', 'ping']);
});

test('fetch gives the learner’s files, 404 for others, and nothing of other sites; a suite can replace it', () =>
	expectPass(`
test('files', async () => {
	await openPage();
	const answer = await fetch('./menu.json');
	expect([answer.ok, answer.status, answer.headers.get('content-type')]).toEqual([true, 200, 'application/json;charset=utf-8']);
	expect(await answer.json()).toEqual({ soup: 4 });
	expect((await fetch('none.json')).status).toBe(404);
	await expect(fetch('https://example.com/menu.json')).rejects.toThrow(new TypeError('Failed to fetch'));
});
test('stub', async () => {
	vi.stubGlobal('fetch', vi.fn(async () => new Response('{"a":1}')));
	expect(await (await fetch('x')).json()).toEqual({ a: 1 });
	vi.unstubAllGlobals();
	expect((await fetch('menu.json')).status).toBe(200);
});`));

test('links, sources, names and dialogs', async () => {
	const run = await expectPass(`
test('links', async () => {
	await openPage();
	const link = screen.getByRole('link', { name: 'About' });
	await userEvent.setup().click(link);
	expect(document.title).toBe('Café');
	expect(link.getAttribute('href')).toBe('about.html');
	expect(await follow(link)).toBe('about.html');
	expect(document.title).toBe('About');
	expect(await follow(screen.getByRole('link'))).toBe('index.html');
	expect(source('menu.json')).toBe('{"soup": 4}');
	expect(() => source('none')).toThrow('There is no file "none"');
});
test('names', async () => {
	await openPage();
	expect(accessibleName(screen.getByRole('textbox'))).toBe('Nom');
	screen.getByRole('textbox').setAttribute('aria-describedby', 'out');
	document.querySelector('#out').textContent = 'Votre nom';
	expect(accessibleDescription(screen.getByRole('textbox'))).toBe('Votre nom');
});
test('dialogs', () => expect([alert('Hi'), confirm('Sure?'), prompt('Who?')]).toEqual([undefined, true, '']));`);
	expect(run.console.filter(({ test: name }) => name === 'dialogs').map(({ text }) => text)).toEqual([
		'Hi',
		'Sure?',
		'Who?'
	]);
});

test('time can be faked while a user types and a query waits', () =>
	expectPass(
		`
test('clock', async () => {
	await openPage();
	vi.useFakeTimers();
	try {
		const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
		await user.click(screen.getByRole('button'));
		expect(screen.queryByText('Later')).toBe(null);
		vi.advanceTimersByTime(1000);
		expect(await screen.findByText('Later')).toBe(document.querySelector('#out'));
	} finally {
		vi.useRealTimers();
	}
});
test('waits', async () => {
	await openPage();
	await userEvent.setup({ delay: null }).click(screen.getByRole('button'));
	await waitFor(() => expect(document.querySelector('#out').textContent).toBe('Later'), { timeout: 2000 });
});`,
		{
			'main.js': `document.querySelector('button').addEventListener('click', (event) => {
	event.preventDefault();
	setTimeout(() => { document.querySelector('#out').textContent = 'Later'; }, 500);
});`
		}
	));

test('a query that finds nothing says what is missing in a few lines, and elements are printed as elements', async () => {
	const run = await check(`
test('role', async () => { await openPage(); screen.getByRole('button', { name: 'Send' }); });
test('text', async () => { await openPage(); screen.getByText('Closed'); });
test('node', async () => { await openPage(); expect(document.querySelector('h1')).toBe(null); });`);
	const [role, text, node] = run.tests.map(({ failure }) => failure);
	expect(role?.message).toMatch(
		/^Unable to find an accessible element with the role "button" and name "Send"\n/
	);
	expect(role?.message).toContain('button "Envoyer"');
	expect(text?.message).toMatch(/^Unable to find an element with the text: Closed\./);
	for (const failure of [role, text]) expect(failure!.message.length).toBeLessThanOrEqual(600);
	expect(node?.received).toBe('<h1>\n  Menu\n</h1>');
});

test('what a page throws: while it is opened, in a listener', async () => {
	const run = await check(
		`
test('opens', () => openPage());
test('listens', async () => {
	await openPage().catch(() => {});
	document.querySelector('button').click();
	expect(document.title).toBe('clicked');
});`,
		{
			'main.js': `document.querySelector('button').addEventListener('click', (event) => {
	event.preventDefault();
	document.title = 'clicked';
	throw new RangeError('oops');
});
document.querySelector('#none').remove();`
		}
	);
	expect(run.tests.map(({ state }) => state)).toEqual(['fail', 'fail']);
	expect(run.tests[1]?.failure).toMatchObject({ name: 'RangeError', location: { file: 'main.js', line: 4 } });
	expect(run.tests[0]?.failure).toMatchObject({ name: 'TypeError', location: { file: 'main.js', line: 6 } });
	expect(run.console).toEqual([
		{ level: 'error', text: 'Uncaught RangeError: oops (main.js:4)', test: 'listens' }
	]);
});

test('handlers in HTML work; scripts of other kinds and addresses with code are not run, and the console says why', async () => {
	const run = await expectPass(
		`
test('page', async () => {
	await openPage();
	expect(document.querySelector('h1').getAttribute('onclick')).toBe('this.title = event.type');
	document.querySelector('h1').click();
	expect(document.querySelector('h1').title).toBe('click');
	expect(document.querySelector('a').hasAttribute('href')).toBe(false);
	expect(document.querySelectorAll('base, iframe, meta[http-equiv], script').length).toBe(0);
	expect(document.querySelector('p').textContent).toBe('set by a script');
});`,
		{
			'index.html': `<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=/"><h1 onclick="this.title = event.type">A</h1>
<a href=" java\tscript:alert(1)">x</a><iframe srcdoc="x"></iframe><p></p>
<script>document.querySelector('p').textContent = 'set by a script';</script>`
		}
	);
	expect(run.console).toEqual([
		{
			level: 'warn',
			text: 'Code in an address is not run (<a href>). Use a button with onclick or addEventListener.',
			test: 'page'
		}
	]);
});

test('what leads out of a page is not there', () =>
	expectPass(`
test('absent', () => {
	const names = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'Worker', 'SharedWorker',
		'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'open', 'postMessage', 'customElements', 'process', 'require',
		'happyDOM', 'eval', 'cookieStore'];
	expect(names.filter((name) => globalThis[name] !== undefined)).toEqual([]);
});`));

test('run shows the page, loads its scripts and prints what they throw', async () => {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { ...FILES, 'main.js': "console.log(document.title); document.querySelector('#none').remove();" },
		suite: { 'tests/page.test.js': "import { test } from 'vitest'; test('a', () => {});" },
		expected: ['a'],
		mode: 'run'
	});
	const { runs } = await session.run(plan, { signal: new AbortController().signal });
	expect(runs[0]).toMatchObject({
		console: [{ level: 'log', text: 'Café', test: null }],
		failure: { name: 'TypeError', location: { file: 'main.js', line: 1 } }
	});
});
