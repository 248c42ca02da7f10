import { probeWalls } from '../sandbox/probe-walls.ts';
import { WALLS, type Enclosure, type Wall } from '../sandbox/walls.ts';
import { startBrowser } from './browser-process.ts';
import { browserWays, type BrowserWay } from './browser-ways.ts';
import type { BrowserPages } from './serve-page.ts';

/** How browsers are started here, and what was seen to stand around them. */
export interface BrowserWalls {
	way: BrowserWay;
	standing: readonly Wall[];
	missing: readonly Wall[];
}

export interface BrowserProbe {
	chromium: string;
	pages: BrowserPages;
	deno: string;
	/** Text of the program that looks for walls from inside. */
	canary: string;
	/** Of the sandbox's programs: what can be read from there inside is what is tried. */
	folder: string;
	/** Gives it up: a browser that is starting is ended. */
	signal?: AbortSignal;
	/** Called with each way that did not work, and why, in words of the log. */
	onFailed?: (what: string) => void;
}

/** Characters of what a browser said that are told. */
const TOLD_CHARS = 200;
const firstLine = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).trim().split('\n', 1)[0]!.slice(0, TOLD_CHARS);

/**
 * Finds the strongest way to start a browser on this machine: the canary of the sandbox tries to break out of it, and a
 * browser is really started in it. One that asks for its own sandbox does not start without. Null where no way works;
 * `enough` says whether walls are. Rejects when aborted.
 */
export async function probeBrowser(
	{ chromium, pages, signal, onFailed = () => {}, ...probe }: BrowserProbe,
	enough: (missing: readonly Wall[]) => boolean = () => true,
	ways = browserWays()
): Promise<BrowserWalls | null> {
	const looked = new Map<Enclosure, readonly Wall[] | null>();
	for (const way of ways) {
		signal?.throwIfAborted();
		const { enclosure } = way;
		const failed = (why: string) =>
			onFailed(`${enclosure.name}, ${way.ownSandbox ? 'with' : 'without'} its own sandbox: ${why}`);
		if (!looked.has(enclosure)) {
			const found = await probeWalls(probe, [enclosure]);
			looked.set(enclosure, found.enclosure === enclosure ? found.standing : null);
		}
		const standing = looked.get(enclosure) ?? null;
		// What does not start is no way, and what leaks is a weaker one than it claims.
		if (standing === null || standing.length < enclosure.claims.length) {
			failed('these walls do not stand here');
			continue;
		}
		const missing = WALLS.filter((wall) => !standing.includes(wall));
		if (!enough(missing)) {
			failed(`there is no wall around ${missing.join(', ')}`);
			continue;
		}
		try {
			const browser = await startBrowser(chromium, way, pages, signal);
			browser.kill();
			await browser.closed;
			return { way, standing, missing };
		} catch (error) {
			// The next one may work.
			failed(firstLine(error));
		}
	}
	return null;
}
