import type { RunSetting } from '../../contract/run-setting.ts';
import type { SandboxProcess } from '../sandbox/deno-sandbox.ts';
import type { Wall } from '../sandbox/walls.ts';
import { isWalledEnough, type WallsPolicy } from '../sandbox/walls-policy.ts';
import { createBrowsers, type BrowserCounts } from './browsers.ts';
import type { ChromiumBinary } from './find-chromium.ts';
import { probeBrowser, type BrowserProbe, type BrowserWalls } from './probe-browser.ts';

/** Why pages are judged in no browser here. `browser-not-walled`: none that starts has walls enough around it. */
export type NoBrowser = NonNullable<Extract<ChromiumBinary, { path: null }>['reason']> | 'browser-not-walled';

/** Who judges pages on this server. */
export type PageJudgement =
	| ({
			/** Pages are judged in Chromium, and so can be `verified`. */
			verified: true;
			walls: readonly Wall[];
			/** Whether pages are in Chromium's own sandbox too. */
			ownSandbox: boolean;
	  } & BrowserCounts)
	| { verified: false; reason: NoBrowser };

/** Opens a page for a submission, in the stated setting or in another. */
export type StartPage = (harden: boolean, setting?: RunSetting) => SandboxProcess;

export interface PageJudge {
	/** Tries, once, whether a browser starts here, and behind which walls; again where that failed by itself. */
	raise(): Promise<void>;
	/** What opens a page for a submission; null where no browser does, or nobody has tried yet. */
	readonly start: StartPage | null;
	/** Null until somebody has tried. */
	judgement(): PageJudgement | null;
	dispose(): Promise<void>;
}

export interface PageJudgeOptions extends Omit<BrowserProbe, 'chromium'> {
	chromium: ChromiumBinary;
	policy: WallsPolicy;
	/** Called once, when it is known. */
	onJudgement?: (judgement: PageJudgement, walls: BrowserWalls | null) => void;
	/** Looks for a way; default: tries them. */
	probe?: typeof probeBrowser;
}

/** Judges pages in Chromium, where the operator has it and it starts behind walls. */
export function createPageJudge(options: PageJudgeOptions): PageJudge {
	const { chromium, policy, pages, onJudgement, probe = probeBrowser } = options;
	const browsers = chromium.path === null ? null : createBrowsers(chromium.path, pages);
	let found: BrowserWalls | null | undefined = chromium.path === null ? null : undefined;
	let raising: Promise<void> | null = null;

	function judgement(): PageJudgement | null {
		if (chromium.path === null) return { verified: false, reason: chromium.reason };
		if (found === undefined) return null;
		if (found === null || !browsers) return { verified: false, reason: 'browser-not-walled' };
		const { standing, way } = found;
		return { verified: true, walls: standing, ownSandbox: way.ownSandbox, ...browsers.counts() };
	}

	async function tryWays(): Promise<void> {
		if (chromium.path !== null)
			found = await probe({ ...options, chromium: chromium.path }, (walls) => isWalledEnough(policy, walls));
		onJudgement?.(judgement()!, found ?? null);
	}

	return {
		raise: () =>
			(raising ??= tryWays().catch((error: unknown) => {
				raising = null;
				throw error;
			})),
		get start() {
			if (!found || !browsers) return null;
			const { way } = found;
			return (harden: boolean, setting?: RunSetting) => browsers.start(way, { harden, setting });
		},
		judgement,
		dispose: async () => void (await browsers?.dispose())
	};
}
