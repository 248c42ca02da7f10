import { beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { RunResult } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { createNativeEngine } from '../../src/lib/server/verify/native-engine.ts';
import { makePlan, nodeHarnesses } from '../support/make-plan.ts';

let session: EngineSession;
beforeAll(async () => {
	session = await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal);
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
		timeMs: 5000
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
