import type { RunSetting } from '../../contract/run-setting.ts';
import type { SandboxProcess } from '../sandbox/deno-sandbox.ts';
import type { Wall } from '../sandbox/walls.ts';
import { isWalledEnough, type WallsPolicy } from '../sandbox/walls-policy.ts';
import { createBrowsers, type BrowserCounts } from './browsers.ts';
import type { ChromiumBinary } from './find-chromium.ts';
import { probeBrowser, type BrowserProbe, type BrowserWalls } from './probe-browser.ts';
import { createRetries, type RetryState } from './retries.ts';

/** Why nobody tries: only an operator can change it. */
type NeverBrowser = NonNullable<Extract<ChromiumBinary, { path: null }>['reason']>;
/**
 * Why pages are judged in no browser now; it is tried again. `browser-not-walled`: none that starts has walls enough around
 * it. `browser-not-tried`: the machine did not let us try. `browser-fails`: browsers start, and then die or open no page.
 */
type NoBrowserNow = 'browser-not-walled' | 'browser-not-tried' | 'browser-fails';
export type NoBrowser = NeverBrowser | NoBrowserNow;

/** Who judges pages on this server. */
export type PageJudgement =
	| ({
			/** Pages are judged in Chromium, and so can be `verified`. */
			verified: true;
			walls: readonly Wall[];
			/** Whether pages are in Chromium's own sandbox too. */
			ownSandbox: boolean;
	  } & BrowserCounts)
	| { verified: false; reason: NeverBrowser }
	| ({
			verified: false;
			reason: NoBrowserNow;
			/** What came of each way to start one, in words of the log. */
			tried: readonly string[];
	  } & RetryState);

/** Opens a page for a submission, in the stated setting or in another. */
export type StartPage = (harden: boolean, setting?: RunSetting) => SandboxProcess;

export interface PageJudge {
	/**
	 * Tries whether a browser starts here, and behind which walls. Settles when it has been tried once, and at once later:
	 * where none started it is tried again beside the work, after pauses. Never rejects.
	 */
	raise(): Promise<void>;
	/** What opens a page for a submission; null where no browser does now, or nobody has tried yet. */
	readonly start: StartPage | null;
	/** Null until somebody has tried. */
	judgement(): PageJudgement | null;
	/** Ends every browser, also those that are starting; settles when they are gone. */
	dispose(): Promise<void>;
}

export interface PageJudgeOptions extends Omit<BrowserProbe, 'chromium' | 'signal' | 'onFailed'> {
	chromium: ChromiumBinary;
	policy: WallsPolicy;
	/** Called when it is known, and when it has changed. */
	onJudgement?: (judgement: PageJudgement, walls: BrowserWalls | null) => void;
	/** Looks for a way; default: tries them. */
	probe?: typeof probeBrowser;
}

/** Browsers that died without a submission or opened no page, more than submissions that went well: then they are given up for a while. */
const MOST_FAILURES = 3;

/** Where there is no browser to try. */
function judgeWithout(reason: NeverBrowser, onJudgement: PageJudgeOptions['onJudgement']): PageJudge {
	const judgement = { verified: false, reason } as const;
	let said = false;
	return {
		async raise() {
			if (!said) onJudgement?.(judgement, null);
			said = true;
		},
		start: null,
		judgement: () => judgement,
		async dispose() {}
	};
}

/** Judges pages in Chromium, where the operator has it and it starts behind walls. */
export function createPageJudge(options: PageJudgeOptions): PageJudge {
	const { chromium, policy, pages, onJudgement, probe = probeBrowser } = options;
	if (chromium.path === null) return judgeWithout(chromium.reason, onJudgement);
	const { path } = chromium;
	const disposed = new AbortController();
	const { signal } = disposed;
	const retries = createRetries(() => void begin());
	let found: BrowserWalls | null = null;
	let reason: NoBrowserNow | null = null;
	let tried: readonly string[] = [];
	let failures = 0;
	let first: Promise<void> | null = null;
	let trying: Promise<void> | null = null;

	const browsers = createBrowsers(path, pages, {
		worked() {
			failures = Math.max(0, failures - 1);
			retries.worked();
		},
		failed() {
			failures += 1;
			if (failures >= MOST_FAILURES && found) giveUp('browser-fails');
		}
	});

	function judgement(): PageJudgement | null {
		if (found) {
			const { standing, way } = found;
			return { verified: true, walls: standing, ownSandbox: way.ownSandbox, ...browsers.counts() };
		}
		return reason && { verified: false, reason, tried, ...retries.state() };
	}

	function giveUp(why: NoBrowserNow): void {
		found = null;
		reason = why;
		retries.failed();
		onJudgement?.(judgement()!, null);
	}

	async function tryWays(): Promise<void> {
		const told: string[] = [];
		tried = told;
		try {
			const from = { ...options, chromium: path, signal, onFailed: (what: string) => void told.push(what) };
			const way = await probe(from, (missing) => isWalledEnough(policy, missing));
			if (signal.aborted) return;
			if (!way) return giveUp('browser-not-walled');
			found = way;
			failures = 0;
			retries.seemsWell();
			onJudgement?.(judgement()!, found);
		} catch (error) {
			if (signal.aborted) return;
			console.error('A browser for pages could not be tried:', error);
			giveUp('browser-not-tried');
		}
	}

	function begin(): Promise<void> {
		trying = tryWays();
		return trying;
	}

	return {
		raise() {
			first ??= begin();
			if (!found) retries.asked();
			return first;
		},
		get start() {
			if (!found) return null;
			const { way } = found;
			return (harden: boolean, setting?: RunSetting) => browsers.start(way, { harden, setting });
		},
		judgement,
		async dispose() {
			disposed.abort();
			retries.stop();
			await Promise.all([trying, browsers.dispose()]);
		}
	};
}
