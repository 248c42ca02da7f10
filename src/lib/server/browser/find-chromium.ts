import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** A script of Debian's → the program that it starts. */
const BEHIND: Readonly<Record<string, string>> = { '/usr/bin/chromium': '/usr/lib/chromium/chromium' };
/** What the script of a package starts: it lies beside it, as in /opt/google/chrome. */
const BESIDE = ['chrome', 'chromium', 'chromium-browser', 'msedge', 'brave'];

function isScript(path: string): boolean {
	try {
		const file = openSync(path, 'r');
		const head = Buffer.alloc(2);
		readSync(file, head);
		closeSync(file);
		return head.toString('latin1') === '#!';
	} catch {
		// A program may be one that nobody can read.
		return false;
	}
}

/**
 * The program itself, where a link or a script stands before it: inside the walls is the folder of the program, and not that of a
 * link to it (/usr/bin/google-chrome is one to /opt/google/chrome).
 */
function programBehind(path: string): string {
	const real = realpathSync(path);
	const known = BEHIND[real];
	if (known !== undefined && isExecutable(known)) return realpathSync(known);
	if (!isScript(real)) return real;
	const beside = BESIDE.map((name) => join(dirname(real), name));
	return realpathSync(beside.find((one) => isExecutable(one) && !isScript(one)) ?? real);
}

/** `CHROMIUM` where it is set ("off": none), else the system's own. */
export function findChromium(
	{ CHROMIUM: named }: Readonly<Record<string, string | undefined>> = process.env,
	candidates: readonly string[] = CANDIDATES
): ChromiumBinary {
	const wish = named?.trim();
	if (wish === 'off') return { path: null, reason: 'browser-off' };
	if (wish)
		return isExecutable(wish) ? { path: programBehind(wish) } : { path: null, reason: 'browser-wrong' };
	const path = candidates.find(isExecutable);
	return path === undefined ? { path: null, reason: 'browser-not-installed' } : { path: programBehind(path) };
}
