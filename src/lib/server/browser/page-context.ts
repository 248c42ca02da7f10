import type { BrowserProcess } from './browser-process.ts';
import { aroundUrl, type PageRealm } from './serve-page.ts';

/** A page in a context of its own: no cookie, store or cache of any other, and processes of its own. */
export interface PageContext {
	/** Evaluates in the page around the frame, and waits for the promise that it gives. */
	evaluate(expression: string): Promise<unknown>;
	/** Settles when the process of the page or of its frame is gone. */
	readonly crashed: Promise<void>;
	/** Settles when nothing of it is left. */
	close(): Promise<void>;
}

/** Of a small laptop. */
const WINDOW = { width: 1024, height: 768 };

/** Opens the page around a frame. Rejects where the browser cannot. */
export async function openContext({ cdp }: BrowserProcess, realm: PageRealm): Promise<PageContext> {
	let died = () => {};
	const crashed = new Promise<void>((resolve) => (died = resolve));
	// One submission at a time is in a browser: whoever crashes, it is of this page.
	const deaf = cdp.on('Target.targetCrashed', () => died());
	const { browserContextId } = await cdp.send('Target.createBrowserContext', { disposeOnDetach: true });
	const { targetId } = await cdp.send('Target.createTarget', {
		url: 'about:blank',
		browserContextId,
		...WINDOW
	});
	const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
	await Promise.all([
		cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId }),
		cdp.send('Page.enable', {}, sessionId)
	]);
	await new Promise<void>((resolve, reject) => {
		const deaf = cdp.on('Page.domContentEventFired', (_, session) => {
			if (session !== sessionId) return;
			deaf();
			resolve();
		});
		cdp.send('Page.navigate', { url: aroundUrl(realm) }, sessionId).then(({ errorText }) => {
			if (errorText) reject(new Error(`The page around the frame was not loaded: ${errorText}`));
		}, reject);
	});
	return {
		crashed,
		async evaluate(expression) {
			const asked = { expression, awaitPromise: true, returnByValue: true } as const;
			const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', asked, sessionId);
			if (exceptionDetails) throw new Error(exceptionDetails.text);
			return result.value;
		},
		async close() {
			deaf();
			await cdp.send('Target.closeTarget', { targetId });
			await cdp.send('Target.disposeBrowserContext', { browserContextId });
		}
	};
}
