import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { FAILED_FILES } from './failed-files.mjs';

/**
 * Keeps which files of tests failed, for who tries them once more, alone (scripts/test.mjs). Nothing is kept where that could not
 * help: a pure test waits for nobody, and an error outside of tests is no file's.
 */
export const failedFiles: Reporter = {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]) {
		const failed = modules.filter((module) => module.state() === 'failed');
		const hopeless = errors.length > 0 || failed.some(({ project }) => project.name === 'pure');
		const files = hopeless ? [] : [...new Set(failed.map(({ relativeModuleId }) => relativeModuleId))];
		mkdirSync(new URL('.', FAILED_FILES), { recursive: true });
		writeFileSync(FAILED_FILES, JSON.stringify({ failedTests: files }));
	}
};
