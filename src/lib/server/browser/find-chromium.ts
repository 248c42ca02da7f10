import { isExecutable } from '../sandbox/is-executable.ts';

/** Where Chromium is, or the code of the reason why there is none. */
export type ChromiumBinary =
	{ path: string } | { path: null; reason: 'browser-not-installed' | 'browser-wrong' | 'browser-off' };

/**
 * The programs themselves and not the scripts before them, which read settings of the machine. The headless shell is none
 * of them: there a sandboxed frame shares the process of its page, and a loop in it stops both.
 */
const CANDIDATES = [
	'/usr/lib/chromium/chromium',
	'/usr/lib64/chromium-browser/chromium-browser',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** A script of Debian's → the program that it starts. */
const BEHIND: Readonly<Record<string, string>> = { '/usr/bin/chromium': '/usr/lib/chromium/chromium' };

/** `CHROMIUM` where it is set ("off": none), else the system's own. */
export function findChromium(
	{ CHROMIUM: named }: Readonly<Record<string, string | undefined>> = process.env,
	candidates: readonly string[] = CANDIDATES
): ChromiumBinary {
	const wish = named?.trim();
	if (wish === 'off') return { path: null, reason: 'browser-off' };
	if (wish) {
		const behind = BEHIND[wish];
		if (behind !== undefined && isExecutable(behind)) return { path: behind };
		return isExecutable(wish) ? { path: wish } : { path: null, reason: 'browser-wrong' };
	}
	const path = candidates.find(isExecutable);
	return path === undefined ? { path: null, reason: 'browser-not-installed' } : { path };
}
