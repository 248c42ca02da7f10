import { mkdirSync, writeFileSync } from 'node:fs';

/** Where files of tests that failed are written down: `{ failedTests }`, paths below the project, as Playwright does. */
export const FAILED_FILES = new URL('../.cache/tests/failed.json', import.meta.url);

/**
 * Keeps which files of tests failed, for who tries them once more, alone (scripts/test.mjs). Nothing is kept where that could not
 * help: a pure test waits for nobody, and an error outside of tests is no file's.
 * @type {import('vitest/node').Reporter}
 */
export const failedFiles = {
	onTestRunEnd(modules, errors) {
		const failed = modules.filter((module) => module.state() === 'failed');
		const hopeless = errors.length > 0 || failed.some(({ project }) => project.name === 'pure');
		const files = hopeless ? [] : [...new Set(failed.map(({ relativeModuleId }) => relativeModuleId))];
		mkdirSync(new URL('.', FAILED_FILES), { recursive: true });
		writeFileSync(FAILED_FILES, JSON.stringify({ failedTests: files }));
	}
};
