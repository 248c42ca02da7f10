import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { DenoPrograms } from '../lib/server/sandbox/sandbox-script.ts';

/** The project's folder. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

type Target = Pick<esbuild.BuildOptions, 'format' | 'platform' | 'target' | 'minify'>;
const DENO: Target = { format: 'esm', platform: 'node', target: 'esnext' };
const NODE: Target = { format: 'esm', platform: 'node', target: 'node20' };
/** A thread evaluates a classic script; in a function, so that nothing of it is a name of the realm. */
const THREAD: Target = { format: 'iife', platform: 'node', target: 'node20' };
const FRAME: Target = { format: 'iife', platform: 'browser', target: 'es2022', minify: true };

/**
 * Programs of ours that run elsewhere than the code that starts them, as text. `entries`: name → the file that a program
 * begins with, from the project's folder.
 */
async function bundle<Name extends string>(
	entries: Readonly<Record<Name, string>>,
	target: Target
): Promise<Record<Name, string>> {
	const { outputFiles = [] } = await esbuild.build({
		...target,
		entryPoints: entries,
		absWorkingDir: PROJECT,
		outdir: 'programs',
		bundle: true,
		write: false,
		// The same text wherever it is made: nothing is looked up in the project's own settings.
		tsconfigRaw: {},
		banner: target.format === 'iife' ? { js: '"use strict";' } : {}
	});
	const texts = outputFiles.map(({ path, text }) => [basename(path, '.js'), text] as const);
	return Object.fromEntries(texts) as Record<Name, string>;
}

/** The program of a process that compiles. */
export const buildCompileProcess = async (): Promise<string> =>
	(await bundle({ compile: 'src/lib/server/compile/process-entry.ts' }, NODE)).compile;

/** The program of a thread with a harness. */
export const buildThreadProgram = async (): Promise<string> =>
	(await bundle({ thread: 'src/lib/server/threads/thread-entry.ts' }, THREAD)).thread;

/** The script of the worker engine's frame. */
export const buildSandboxPageScript = async (): Promise<string> =>
	(await bundle({ page: 'src/lib/engines/worker/sandbox-page-entry.ts' }, FRAME)).page;

/** The script of the page around a frame, in a browser of the server. */
export const buildAroundFrame = async (): Promise<string> =>
	(await bundle({ around: 'src/lib/engines/dom/around-frame-entry.ts' }, FRAME)).around;

/** What Node runs in a container. */
export const buildContainerRunner = async (): Promise<string> =>
	(await bundle({ runner: 'src/lib/engines/webcontainer/runner-entry.ts' }, NODE)).runner;

/** The programs of the sandbox's processes. */
export function buildDenoPrograms(): Promise<DenoPrograms> {
	const folder = 'src/lib/server/sandbox/programs';
	return bundle(
		{
			run: `${folder}/run-entry.ts`,
			runWithModules: `${folder}/run-with-modules-entry.ts`,
			record: `${folder}/record-entry.ts`,
			recordWithModules: `${folder}/record-with-modules-entry.ts`,
			closeCache: `${folder}/close-cache-entry.ts`,
			canary: `${folder}/canary-entry.ts`
		},
		DENO
	);
}
