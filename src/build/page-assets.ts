import { framePage } from '../lib/engines/dom/frame-page.ts';
import type { ContainerScripts } from '../lib/engines/webcontainer/runner.ts';
import { sandboxPage } from '../lib/engines/worker/sandbox-page.ts';
import type { BuildHarness } from './harness-kinds.ts';
import { buildContainerRunner, buildSandboxPageScript } from './programs.ts';

/** What a page loads to run code: asset → its text. The first four are the documents of sandboxed frames. */
const ASSETS = {
	'sandbox.html': async (build: BuildHarness) =>
		sandboxPage(...(await Promise.all([build('worker'), buildSandboxPageScript()]))),
	'dom.html': async (build: BuildHarness) => framePage(await build('frame')),
	'preview.html': async (build: BuildHarness) => framePage(await build('preview')),
	'recorder.html': async (build: BuildHarness) => framePage(await build('recorder')),
	'container.json': async (build: BuildHarness) => {
		const [runner, harness] = await Promise.all([buildContainerRunner(), build('container')]);
		return JSON.stringify({ runner, harness } satisfies ContainerScripts);
	}
} as const;
export type PageAsset = keyof typeof ASSETS;
export const PAGE_ASSETS = Object.keys(ASSETS) as PageAsset[];

export const buildPageAsset = (name: PageAsset, build: BuildHarness): Promise<string> => ASSETS[name](build);
