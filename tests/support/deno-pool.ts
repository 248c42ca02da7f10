import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../src/lib/server/browser/find-chromium.ts';
import { createPageJudge, type PageJudge } from '../../src/lib/server/browser/page-judge.ts';
import {
	probeBrowser,
	type BrowserProbe,
	type BrowserWalls
} from '../../src/lib/server/browser/probe-browser.ts';
import { findDeno } from '../../src/lib/server/sandbox/deno-binary.ts';
import { createDenoPool, poolSettings } from '../../src/lib/server/sandbox/deno-pool.ts';
import type { Pool, PoolOptions } from '../../src/lib/server/sandbox/pool.ts';
import { probeWalls, type Walls } from '../../src/lib/server/sandbox/probe-walls.ts';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { nodeHarnesses } from './make-plan.ts';
import { NotHere } from './not-here.ts';

/**
 * What all pools of a test run share: their programs, and V8's code of the harnesses, which `globalSetup` records while
 * nothing else runs. Outside the project: the sandbox's own user looks in from outside.
 */
export const DENO_FOLDER = join(
	tmpdir(),
	`passerelle-tests-${createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)}`
);

let walls: Promise<Walls> | undefined;
let browserWalls: Promise<BrowserWalls | null> | undefined;

function installedBrowser(): string {
	try {
		const { path } = findChromium({ CHROMIUM: ensureBrowser() });
		if (path !== null) return path;
	} catch {
		// None could be installed.
	}
	throw new NotHere('There is no Chromium here, and none could be installed.');
}

/** What a browser is started with. Rejects with `NotHere` where Chromium is not installed, and throws where Deno is not. */
async function browserProbe(): Promise<BrowserProbe> {
	const [deno, { browser: pages, deno: programs }] = [findDeno(), await nodeHarnesses()];
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	await mkdir(DENO_FOLDER, { recursive: true });
	return {
		chromium: installedBrowser(),
		pages,
		deno: deno.path,
		canary: programs.canary,
		folder: DENO_FOLDER
	};
}

/** Tried once for all pools of a test. */
const probeOnce: typeof probeBrowser = (options) => (browserWalls ??= probeBrowser(options));

/** How browsers are started here. Rejects with `NotHere` where none starts. */
export async function probedBrowser(): Promise<{ chromium: string; found: BrowserWalls }> {
	const probe = await browserProbe();
	const tried: string[] = [];
	const found = await probeOnce({ ...probe, onFailed: (what) => void tried.push(what) });
	if (!found)
		throw new NotHere(
			`No browser starts here behind walls (${tried.join('; ') || 'there are none'}): it needs bubblewrap and user namespaces.`
		);
	return { chromium: probe.chromium, found };
}

/** What judges pages in real browsers. Rejects with `NotHere`. */
async function openPageJudge(): Promise<PageJudge> {
	await probedBrowser();
	const probe = await browserProbe();
	return createPageJudge({ ...probe, chromium: { path: probe.chromium }, policy: 'use', probe: probeOnce });
}

/** A pool of real processes. `folder`: its own one. `browser`: whether pages are judged in one; rejects with `NotHere` where none can. Throws where Deno is not installed. */
export async function openDenoPool(
	settings: Partial<Omit<PoolOptions, 'start'>> = {},
	{ folder = DENO_FOLDER, browser = false } = {}
): Promise<Pool> {
	const deno = findDeno();
	if (deno.path === null) throw new Error(`Deno is needed here: ${deno.reason}`);
	await mkdir(folder, { recursive: true });
	if (folder === DENO_FOLDER) await chmod(folder, 0o755);
	return createDenoPool({
		deno: deno.path,
		harnesses: await nodeHarnesses(),
		folder,
		...(browser && { pages: await openPageJudge() }),
		// Tried once for all pools of a test.
		raise: (at) => (walls ??= probeWalls(at)),
		settings: { ...poolSettings({}), ...settings }
	});
}
