import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { framePage } from '../lib/engines/dom/frame-page.ts';
import { bundleHarness, type HarnessPart } from './bundle-harness.ts';
import { buildAroundFrame, buildDenoPrograms, buildThreadProgram } from './programs.ts';
import type { Harnesses } from '../lib/server/threads/native-engine.ts';

const DIRECTORY = fileURLToPath(new URL('../lib/engines/harness', import.meta.url));

const WORKER: HarnessPart = {
	entry: 'worker-entry.ts',
	globals: 'captured-globals.ts',
	platform: 'browser',
	// 8 KB of 92, and every first check waits for it; what a program can print of the harness has names by itself.
	shortNames: true
};
const THREAD: HarnessPart = { entry: 'node-entry.ts', globals: 'captured-globals.ts', platform: 'node' };
const HAPPY_DOM: HarnessPart = { entry: 'page/happy-dom-entry.ts', globals: null, platform: 'node' };
const PAGE_THREAD: HarnessPart = {
	entry: 'page/thread-entry.ts',
	globals: 'page/captured-globals.ts',
	platform: 'node'
};

const FRAME: HarnessPart = {
	entry: 'page/frame-entry.ts',
	globals: 'page/captured-globals.ts',
	platform: 'browser'
};
const PREVIEW: HarnessPart = { entry: '../dom/preview-entry.ts', globals: null, platform: 'browser' };
const RECORDER: HarnessPart = { entry: '../dom/recorder-entry.ts', globals: null, platform: 'browser' };

const CONTAINER: HarnessPart = {
	entry: 'node/container-entry.ts',
	globals: 'captured-globals.ts',
	platform: 'node'
};
/** The file system of Node exercises, before the harness. */
const FILES: HarnessPart = { entry: 'node/memory-files.ts', globals: null, platform: 'node' };
const NODE_THREAD: HarnessPart = {
	entry: 'node/thread-entry.ts',
	globals: 'captured-globals.ts',
	platform: 'node'
};

/**
 * The kinds of harness: the scripts that a sandbox loads, in order. `worker`: a worker of the page. `thread…`: a thread
 * of Node or a process of Deno, for exercises that need only the language, a page, or Node. `container`: a process of
 * Node in a WebContainer. `frame`: the document of a frame. `preview`: a page that is only shown, without Vitest; `recorder`: one that also tells what
 * is done to it.
 */
const KINDS = {
	worker: [WORKER],
	thread: [THREAD],
	'thread-dom': [HAPPY_DOM, PAGE_THREAD],
	'thread-node': [FILES, NODE_THREAD],
	container: [CONTAINER],
	frame: [FRAME],
	preview: [PREVIEW],
	recorder: [RECORDER]
} as const satisfies Record<string, readonly HarnessPart[]>;
export type HarnessKind = keyof typeof KINDS;
export const HARNESS_KINDS = Object.keys(KINDS) as HarnessKind[];

/** Hears of every file that a bundle was made of, relative to the current folder. */
export type OnFile = (path: string) => void;

/**
 * The same script with the same short names in every function: a text of 340 KB compresses by 3.5 KB more. Nothing but names
 * changes: what esbuild has minified, Oxc does not rewrite once more.
 */
async function withRepeatedNames(code: string): Promise<string> {
	// Loaded where a harness is built: for every other command it is half a second.
	const { minify } = await import('vite');
	const result = await minify('harness.js', code, { compress: false, mangle: true });
	const [error] = result.errors;
	if (error) throw new Error(`Oxc could not read the harness: ${error.message}`);
	return result.code;
}

const bundlePart = (part: HarnessPart, minify: boolean, onFile: OnFile): Promise<string> =>
	bundleHarness({
		async build(options) {
			const result = await esbuild.build({ ...options, write: false, metafile: true });
			Object.keys(result.metafile.inputs).forEach(onFile);
			return result;
		},
		readFile: (path) => readFile(path, 'utf8'),
		directory: DIRECTORY,
		part,
		minify,
		...(minify && part.shortNames ? { rename: withRepeatedNames } : {})
	});

/** The harness for one kind of sandbox, as text. A second or two. */
export async function buildHarness(
	kind: HarnessKind,
	minify: boolean,
	onFile: OnFile = () => {}
): Promise<string> {
	const scripts = await Promise.all(KINDS[kind].map((part) => bundlePart(part, minify, onFile)));
	return scripts.join('');
}

/** Gives the harness of a kind: made now, or kept from before. */
export type BuildHarness = (kind: HarnessKind) => Promise<string>;

/** The harness for the server, one text for each need, and the programs and pages that it runs in. */
export async function buildHarnesses(build: BuildHarness): Promise<Harnesses> {
	const [worker, dom, node, thread, deno, frame, around] = await Promise.all([
		build('thread'),
		build('thread-dom'),
		build('thread-node'),
		buildThreadProgram(),
		buildDenoPrograms(),
		build('frame'),
		buildAroundFrame()
	]);
	const browser = { around: framePage(around), frame: framePage(frame) };
	return { worker, dom, node, thread, deno, browser };
}
