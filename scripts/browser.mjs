import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright';

/**
 * Where Chromium and its relatives usually are. `CHROMIUM` names another one. The one without windows (headless shell) is none
 * of them: there a sandboxed frame shares the process of its page, and a loop in it stops both.
 */
const CANDIDATES = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	chromium.executablePath()
];

/** @param {string | undefined} path */
function isExecutable(path) {
	if (!path) return false;
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The path of an installed Chromium, or undefined. */
export const findBrowser = () => CANDIDATES.find(isExecutable);

/** Arguments under which Chromium runs as root, in a container and without asking the network for anything. */
export const BROWSER_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** @param {string} command @param {string[]} args */
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });

/** The system's own package, under Debian's name. */
function installPackage() {
	if (process.getuid?.() !== 0) throw new Error('Only root installs packages');
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', 'chromium']);
}

/** Finds a browser, or installs one: the system's package, else Playwright's own. Throws with what to do. */
export function ensureBrowser() {
	const found = findBrowser();
	if (found) return found;
	console.log('No Chromium was found: installing one.');
	// Without a network of its own a machine may still have a mirror of packages, and Playwright's download takes a minute to fail.
	const ways = [installPackage, () => run('npx', ['playwright', 'install', 'chromium'])];
	for (const way of ways) {
		try {
			way();
		} catch {
			continue;
		}
		const installed = findBrowser();
		if (installed) return installed;
	}
	throw new Error('No browser could be installed. Install Chromium, or set CHROMIUM to the path of one.');
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(`Browser: ${ensureBrowser()}`);
