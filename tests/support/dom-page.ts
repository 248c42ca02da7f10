import { cachedHarness } from '../../src/build/harness-cache.ts';
import { buildPageAsset } from '../../src/build/page-assets.ts';
import { openEnginePage, type EnginePage } from './engine-page.ts';
import type { ServedFiles } from './serve-page.ts';

/** The page's side: an editor that has the focus, the real dom engine and, where asked for, a preview and a worker engine. */
export const DOM_SCRIPT = `
import { attemptRun } from './tests/support/attempt-run.ts';
import { createDomEngine } from './src/lib/engines/dom/dom-engine.ts';
import { createPreview } from './src/lib/engines/dom/preview.ts';
import { createWorkerEngine } from './src/lib/engines/worker/worker-engine.ts';
document.body.innerHTML = '<textarea id="editor">code</textarea><div id="preview" style="width: 400px; height: 300px"></div>';
const editor = document.querySelector('#editor');
editor.focus();
editor.setSelectionRange(2, 2);
window.moved = [];
for (const type of ['blur', 'focus']) editor.addEventListener(type, () => window.moved.push(type));
const began = performance.now();
const engine = createDomEngine({ url: '/engine/dom.html' });
const session = engine.boot(new AbortController().signal);
window.secret = 'the page';
window.longestStall = 0;
let last = performance.now();
setInterval(() => { const now = performance.now(); window.longestStall = Math.max(window.longestStall, now - last - 10); last = now; }, 10);
const runIn = (session) => async (plan, options) => attemptRun(await session, plan, options);
window.runPlan = runIn(session);
let worker = null;
window.runInWorker = (plan) => runIn(worker ??= createWorkerEngine({ sandboxUrl: '/engine/sandbox.html' }).boot(new AbortController().signal))(plan);
window.runInServed = (plan) => {
	const frame = () => document.querySelector('iframe[data-served]');
	return runIn(createDomEngine({ url: '/engine/dom.html', frame }).boot(new AbortController().signal))(plan);
};
window.states = [];
window.lines = [];
window.openPreview = () => {
	window.preview = createPreview(document.querySelector('#preview'), {
		url: '/engine/preview.html',
		title: 'Your page',
		onConsole: (entries) => window.lines.push(...entries.map(({ level, text }) => level + ': ' + text)),
		onState: (state) => window.states.push(state)
	});
};
window.booted = session.then(() => { window.bootMs = performance.now() - began; });
`;

export interface DomPage extends EnginePage {
	/** What the browser's console of the page said: errors and warnings. */
	complaints: string[];
}

/** The documents of the frames of pages and previews. */
export async function pageFrames(): Promise<ServedFiles> {
	const [frame, preview, recorder] = await Promise.all([
		buildPageAsset('dom.html', cachedHarness),
		buildPageAsset('preview.html', cachedHarness),
		buildPageAsset('recorder.html', cachedHarness)
	]);
	return {
		'/engine/dom.html': { type: 'text/html', body: frame },
		'/engine/preview.html': { type: 'text/html', body: preview },
		'/engine/recorder.html': { type: 'text/html', body: recorder }
	};
}

/** The real dom engine and preview in real Chromium, on a page isolated like the site's. `args`: of a browser of its own. */
export async function openDomPage(args: readonly string[] = []): Promise<DomPage> {
	const page = await openEnginePage(DOM_SCRIPT, await pageFrames(), args);
	const complaints: string[] = [];
	page.page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.page.on('pageerror', (error) => complaints.push(String(error)));
	return { ...page, complaints };
}
