import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { harnessPlugin } from './scripts/harness-plugin.ts';

export default defineConfig({
	plugins: [harnessPlugin(), sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/fixtures/**', 'node_modules/**', '.cache/**'],
		environment: 'node',
		// Tests that open a browser or compile all exercises; a shared machine can be slow.
		testTimeout: 30_000,
		hookTimeout: 90_000,
		// One more than the cores of a small machine: many tests wait for the time limit of a loop.
		maxWorkers: 3
	}
});
