import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compileProcessPlugin } from './scripts/compile-process-plugin.ts';
import { failedFiles } from './scripts/failed-files.mjs';
import { harnessPlugin } from './scripts/harness-plugin.ts';
import { notRunHere } from './scripts/not-run-here.ts';
import { secondTries } from './scripts/second-tries.ts';

/** Files that take minutes begin first: one that begins last is waited for with an idle machine. */
const LONG_FIRST = [/engines\/(conformance|hostile)/, /engines\/|cli\/fuzz|tests\/exercises/, /cli\//];

class LongFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			const found = LONG_FIRST.findIndex((pattern) => pattern.test(moduleId));
			return found < 0 ? LONG_FIRST.length : found;
		};
		return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
	}
}

/** Tests that open no browser, process or thread: what they import is loaded once for all of them. */
const PURE = [
	'src/**/*.test.ts',
	'tests/architecture/*.test.ts',
	'tests/{architecture,author-reference,serve}.test.ts'
];

/**
 * Tests that open what they need themselves, and leave no setting of their process behind: a second less for each. Not the one that
 * takes what this process's own Vitest says for the truth: where other files have been, it says something else of promises.
 */
const SHARED = ['tests/engines/!(equality).test.ts', 'tests/{cli,kinds}/**/*.test.ts'];
const NEVER = ['tests/fixtures/**'];
const PREPARED = {
	// They wait for browsers, processes and sockets of a machine that does other things too. `secondTries` names each.
	retry: 1,
	globalSetup: 'tests/support/global-setup.ts',
	setupFiles: 'tests/support/processor-time.ts'
};

/**
 * Playwright hears of a frame whose process has crashed after it has forgotten that frame, and nobody takes its error.
 * Tests end frames' processes on purpose.
 */
const ofStaleFrame = ({ message, stack = '' }: { message: string; stack?: string | undefined }): boolean =>
	message === 'Frame has been detached.' && stack.includes('playwright-core');

export default defineConfig({
	plugins: [harnessPlugin(), compileProcessPlugin(), sveltekit()],
	test: {
		environment: 'node',
		// Tests that open a browser or compile all exercises; a shared machine can be slow.
		testTimeout: 90_000,
		hookTimeout: 180_000,
		// A second, the default, is shorter than the end of a process on a busy machine.
		expect: { poll: { timeout: 20_000 } },
		// One more than the cores of a small machine: many tests wait for the time limit of a loop.
		maxWorkers: 3,
		sequence: { sequencer: LongFirst },
		reporters: ['default', secondTries, notRunHere, failedFiles],
		onUnhandledError: (error) => !ofStaleFrame(error),
		projects: [
			{ extends: true, test: { name: 'pure', include: PURE, pool: 'threads', isolate: false } },
			{
				extends: true,
				test: { ...PREPARED, name: 'shared', include: SHARED, exclude: NEVER, pool: 'forks', isolate: false }
			},
			{
				extends: true,
				test: {
					...PREPARED,
					name: 'whole',
					include: ['tests/**/*.test.ts'],
					exclude: [...NEVER, ...PURE, ...SHARED]
				}
			}
		]
	}
});
