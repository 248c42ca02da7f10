import { test as base, type BrowserContext } from 'playwright/test';

/** What a browser says to its console and network log; a person's path must leave it empty. */
export class Watch {
	readonly #seen: string[] = [];
	// A machine that is too busy to use it within three seconds says so of every preload; a test of its own looks whether it is used.
	readonly #expected: RegExp[] = [/was preloaded using link preload but not used within a few seconds/];

	/** From here on, lines that match are part of the test. */
	expect(...patterns: RegExp[]): void {
		this.#expected.push(...patterns);
	}

	follow(context: BrowserContext): void {
		context.on('console', (message) => {
			if (!['error', 'warning'].includes(message.type())) return;
			this.#seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
		});
		context.on('weberror', (error) => this.#seen.push(`page error: ${error.error().stack}`));
		context.on('response', (response) => {
			if (response.status() >= 400) this.#seen.push(`HTTP ${response.status()}: ${response.url()}`);
		});
		context.on('requestfailed', (request) => {
			const reason = request.failure()?.errorText ?? '';
			// A page that is left cancels what it was still loading.
			if (reason !== 'net::ERR_ABORTED') this.#seen.push(`failed: ${request.url()} ${reason}`);
		});
	}

	/** What nobody expected. */
	get surprises(): string[] {
		return this.#seen.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
	}
}

/** As in a private window of Firefox. */
const withoutWorkers = (context: BrowserContext): Promise<unknown> =>
	context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));

/** Every test fails on an error, a warning, a failed request or an HTTP error that it did not announce. */
export const test = base.extend<{
	/** Whether browsers have service workers. Most paths are about a first visit, which has none yet. */
	workers: boolean;
	watch: Watch;
	newContext: (options?: object) => Promise<BrowserContext>;
}>({
	workers: [false, { option: true }],
	context: async ({ context, workers }, use) => {
		if (!workers) await withoutWorkers(context);
		await use(context);
	},
	watch: [
		async ({ context }, use) => {
			const watch = new Watch();
			watch.follow(context);
			await use(watch);
			base.expect(watch.surprises).toEqual([]);
		},
		{ auto: true }
	],
	// Another device, watched like the first.
	newContext: async ({ browser, watch, baseURL, workers }, use) => {
		const opened: BrowserContext[] = [];
		await use(async (options = {}) => {
			const context = await browser.newContext({ baseURL, ...options });
			watch.follow(context);
			if (!workers) await withoutWorkers(context);
			opened.push(context);
			return context;
		});
		await Promise.all(opened.map((context) => context.close()));
	}
});
export { expect } from 'playwright/test';
