import { within } from '../../abort.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';
import type { Sandbox, SandboxEnd } from '../../engines/host/talk-with.ts';
import { FRAME_READY_MS, type Heard } from '../../engines/dom/around-frame.ts';
import { endOf } from '../sandbox/end-of-process.ts';
import { isMessage } from '../sandbox/is-message.ts';
import type { BrowserProcess } from './browser-process.ts';
import { openContext, type PageContext } from './page-context.ts';
import type { PageRealm } from './serve-page.ts';
import { watchGrowth } from './watch-growth.ts';

/** A page that can take a submission. */
export interface PageSandbox {
	sandbox: Sandbox;
	/**
	 * Settles when it is over: true where the browser may take another submission, because this one ended by itself, its page
	 * is closed, and nothing died.
	 */
	over: Promise<boolean>;
}

/** A page that is not closed by then has hung the browser. */
const CLOSE_LIMIT_MS = 10_000;
/** Characters that a page may say: the harness cuts output at 64 KB, so this is somebody who flees it. */
const MOST_CHARS = 5 * 1024 * 1024;

/** What was heard meanwhile. Whatever it is, it was a page's, and is believed only as far as `runInSandbox` believes it. */
async function hear(context: PageContext): Promise<Heard> {
	const text = await context.evaluate('passerelle.hear()');
	return JSON.parse(String(text)) as Heard;
}

/** Opens a context with the harness in its frame. Rejects where it is not ready in time: then the browser is of no use. */
export async function openPageSandbox(browser: BrowserProcess, realm: PageRealm): Promise<PageSandbox> {
	const late = () => new Error(`The page was not ready in ${FRAME_READY_MS} ms`);
	let listener: (message: SandboxMessage) => void = () => {};
	let becomeReady = () => {};
	const ready = new Promise<void>((resolve) => (becomeReady = resolve));
	let end: (how: SandboxEnd) => void = () => {};
	const ended = new Promise<SandboxEnd>((resolve) => (end = resolve));
	let posted = false;
	let whole = true;
	let done = false;
	let outOfMemory = false;
	let finish: () => void = () => {};
	const killed = new Promise<void>((resolve) => (finish = resolve));
	const fail = (how: SandboxEnd) => {
		whole = false;
		end(how);
	};
	void browser.closed.then((how) => fail(endOf({ ...how, outOfMemory })));

	function take(message: unknown): void {
		if (!isMessage(message)) return;
		if (message.type === 'ready') becomeReady();
		// Where the program ended otherwise than by itself, so does the browser.
		if (message.type === 'done') done = message.status === 'ran' || message.status === 'nothing-ran';
		listener(message);
	}

	async function listen(context: PageContext): Promise<void> {
		let chars = 0;
		for (;;) {
			const heard = await hear(context);
			for (const text of heard.said) {
				chars += text.length;
				if (chars > MOST_CHARS) return fail('crash');
				take(JSON.parse(text));
			}
			if (heard.left) return fail('left');
		}
	}

	const opening = (async () => {
		const context = await openContext(browser, realm);
		void context.crashed.then(() => fail('out-of-memory'));
		// Ends with the page.
		void listen(context).catch(() => fail('crash'));
		await Promise.race([
			ready,
			ended.then((how) => {
				throw new Error(`The page ended before it was ready: ${how}`);
			})
		]);
		return context;
	})();
	const context = await within(opening, { limitMs: FRAME_READY_MS, late });
	const unwatch = watchGrowth(browser.pid, () => {
		outOfMemory = true;
		browser.kill();
	});

	async function close(): Promise<boolean> {
		await killed;
		const clean = whole && (done || !posted);
		unwatch();
		if (!clean) return false;
		const late = () => new Error('The page does not close');
		return within(context.close(), { limitMs: CLOSE_LIMIT_MS, late }).then(
			() => true,
			() => false
		);
	}

	return {
		over: close(),
		sandbox: {
			ended,
			listen: (next) => (listener = next),
			post(request) {
				posted = true;
				const text = JSON.stringify(JSON.stringify(request));
				context.evaluate(`passerelle.post(${text})`).catch(() => fail('engine-failed'));
			},
			kill: () => finish()
		}
	};
}
