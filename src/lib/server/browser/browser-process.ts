import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { STATED_SETTING } from '../../contract/run-setting.ts';
import { within } from '../../abort.ts';
import { goLast } from '../sandbox/go-last.ts';
import { killGroup } from '../sandbox/kill-group.ts';
import { NOBODY } from '../sandbox/walls.ts';
import { browserFlags } from './browser-flags.ts';
import type { BrowserWay } from './browser-ways.ts';
import { BrowserFailed, openCdp, type Cdp } from './cdp.ts';
import { servePage, type BrowserPages } from './serve-page.ts';

/** How a browser ended, as the system says. */
export interface BrowserEnd {
	signal: NodeJS.Signals | null;
	stderr: string;
	/** Whether we ended it. */
	killed: boolean;
}

export interface BrowserProcess {
	readonly cdp: Cdp;
	readonly pid: number;
	/** Settles when the browser is gone with all that it started. */
	readonly closed: Promise<BrowserEnd>;
	kill(): void;
}

/** The first start after an installation, on a machine with much else to do, has taken half a minute. */
const START_LIMIT_MS = 90_000;
/** Characters of stderr that are kept, to see why a browser ended. */
const STDERR_CHARS = 4000;

/** A folder of this browser's own for what it writes, where no wall gives it one. */
function openProfile({ inside, enclosure }: BrowserWay): { path: string; remove: () => void } {
	if (inside !== null) return { path: inside, remove() {} };
	const path = mkdtempSync(join(tmpdir(), 'passerelle-browser-'));
	if (enclosure.claims.includes('user')) chownSync(path, NOBODY, NOBODY);
	const remove = () => {
		try {
			rmSync(path, { recursive: true, force: true, maxRetries: 3 });
		} catch {
			// What still writes there is about to end; the folder is the system's to clear.
		}
	};
	return { path, remove };
}

function pipesOf(child: ChildProcess): [to: Writable, from: Readable] | null {
	const [, , , to, from] = child.stdio;
	return to instanceof Writable && from instanceof Readable ? [to, from] : null;
}

/**
 * Starts a browser that shows `pages` and nothing else. Rejects where it does not start, or does not answer in time; it is
 * ended then, and where it is given up.
 */
export async function startBrowser(
	chromium: string,
	way: BrowserWay,
	pages: BrowserPages,
	signal?: AbortSignal
): Promise<BrowserProcess> {
	signal?.throwIfAborted();
	const { path, remove } = openProfile(way);
	const command = [chromium, ...browserFlags(path, way.ownSandbox)];
	const { user } = way.enclosure;
	const [file = '', ...args] = way.enclosure.enclose({ command, reads: [], scratch: [] });
	const child = spawn(file, args, {
		env: { HOME: path, TMPDIR: path, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: STATED_SETTING.timeZone },
		cwd: '/',
		detached: true,
		stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
		...(user === null ? {} : { uid: user, gid: user })
	});
	const pipes = child.pid === undefined ? null : pipesOf(child);
	if (child.pid === undefined || pipes === null) {
		const why = await new Promise<Error>((resolve) => child.once('error', resolve));
		remove();
		throw new BrowserFailed(why.message);
	}
	goLast(child.pid);
	let stderr = '';
	let killed = false;
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		if (stderr.length < STDERR_CHARS) stderr += text;
	});
	const kill = () => {
		killed = true;
		killGroup(child);
	};
	const [to, from] = pipes;
	const cdp = openCdp(from, to, kill);
	const closed = new Promise<BrowserEnd>((resolve) => {
		child.on('error', () => {});
		child.on('close', (_code, signal) => {
			cdp.close(stderr || `it ended (${signal ?? 'by itself'})`);
			remove();
			resolve({ signal, stderr, killed });
		});
	});
	try {
		const ready = async () => {
			await cdp.send('Browser.getVersion', {});
			await Promise.all([cdp.send('Target.setDiscoverTargets', { discover: true }), servePage(cdp, pages)]);
		};
		const late = () => new BrowserFailed(`it did not answer in ${START_LIMIT_MS} ms`);
		await within(ready(), { limitMs: START_LIMIT_MS, late, ...(signal && { signal }) });
	} catch (error) {
		kill();
		await closed;
		throw error;
	}
	return { cdp, pid: child.pid, closed, kill };
}
