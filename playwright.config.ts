import { defineConfig } from 'playwright/test';
import { BROWSER_ARGS, ensureBrowser } from './scripts/browser.mjs';

/** A port of its own, so that a dev server can stay open beside the tests. */
const PORT = Number(process.env.E2E_PORT ?? 4179);

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '*.e2e.ts',
	outputDir: 'test-results',
	// A path of a person must work at the first try: one that needs two is listed as flaky, and is a defect to look for.
	retries: 1,
	workers: 2,
	fullyParallel: true,
	// For an old computer with other work to do; on a quiet one a path takes a few seconds.
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${PORT}`,
		launchOptions: { executablePath: ensureBrowser(), args: BROWSER_ARGS },
		screenshot: 'only-on-failure',
		// E2E_TRACE=1: every step can be looked at afterwards, at twice the time.
		trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off'
	},
	webServer: {
		command: 'node scripts/start.mjs',
		env: { PORT: String(PORT), HOST: '127.0.0.1' },
		url: `http://localhost:${PORT}/fr`,
		timeout: 180_000,
		// E2E_REUSE=1: with a server started by hand on E2E_PORT, while writing tests.
		reuseExistingServer: process.env.E2E_REUSE === '1'
	}
});
