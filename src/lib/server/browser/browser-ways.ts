import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { limitScript } from '../sandbox/confine.ts';
import {
	asNobody,
	findProgram,
	NOBODY,
	shell,
	type Enclosure,
	type Wall,
	type Walled
} from '../sandbox/walls.ts';

/** A way to start Chromium. What it claims, `probeBrowser` tries. */
export interface BrowserWay {
	enclosure: Enclosure;
	/** Whether its pages are in Chromium's own sandbox: namespaces and a filter of system calls of their own. */
	ownSandbox: boolean;
	/** A folder that only the browser sees, gone with it; null where it has none, and gets one of the machine's. */
	inside: string | null;
}

/** Seconds of processor time of one process: a browser's first one lives for many submissions. */
const CPU_SECONDS = 900;
/** KB of private memory of one process; an idle browser's first has 200 MB. */
const DATA_KB = 1024 * 1024;
/** Open files, and processes with threads: a browser with a page has some 400 and 150. */
const FILES = 2048;
const PROCESSES = 600;

const LIMITS = `${limitScript({ cpuSeconds: CPU_SECONDS, dataKb: DATA_KB })}; ulimit -n ${FILES} 2>&-; umask 077`;
/** In the namespace of the browser's own users, or all browsers would share one count. `-p` in Debian's shell. */
const LIMITS_INSIDE = `${LIMITS}; ulimit -u ${PROCESSES} 2>&- || ulimit -p ${PROCESSES} 2>&-`;

/** Links to folders of /usr on most systems. */
const LINKED = ['/bin', '/sbin', '/lib', '/lib64'];
/** Which fonts there are, and how the system's Chromium is set. */
const SETTINGS = ['/etc/fonts', '/etc/chromium', '/etc/alternatives', '/var/cache/fontconfig'];
const INSIDE = '/tmp';

function linkedMounts(): string[] {
	return LINKED.flatMap((path) => {
		try {
			return lstatSync(path).isSymbolicLink()
				? ['--symlink', readlinkSync(path), path]
				: ['--ro-bind', path, path];
		} catch {
			return [];
		}
	});
}

/** A browser lies in a folder with its own files. One at the top of the machine would bring all of it inside. */
const folderOf = (program: string): string =>
	dirname(program) === '/' || dirname(dirname(program)) === '/' ? program : dirname(program);

/** Chromium needs libraries, fonts and a /proc of its own; nothing of /home, /etc, /var or the server's folder is there. */
function bubblewrap(bwrap: string, { command, reads, scratch }: Walled): string[] {
	const [program = ''] = command;
	const apart = [...reads, ...(program.startsWith('/usr/') ? [] : [folderOf(program)])];
	return [
		bwrap,
		...['--unshare-all', '--die-with-parent', '--cap-drop', 'ALL'],
		...['--ro-bind', '/usr', '/usr', ...linkedMounts()],
		...SETTINGS.flatMap((path) => ['--ro-bind-try', path, path]),
		...['--proc', '/proc', '--dev', '/dev', '--tmpfs', INSIDE],
		...apart.flatMap((path) => ['--ro-bind', path, path]),
		...scratch.flatMap((path) => ['--tmpfs', path]),
		...['--remount-ro', '/', '--chdir', '/', '--'],
		...shell(LIMITS_INSIDE, command)
	];
}

/**
 * Ways to start a browser on this machine, the strongest first. None of them runs it as root, or with a network where the
 * system can keep it away; a machine on which none works judges pages in no browser.
 */
export function browserWays(env: Readonly<Record<string, string | undefined>> = process.env): BrowserWay[] {
	const open: Enclosure = {
		name: 'limits',
		claims: [],
		user: null,
		filter: null,
		enclose: ({ command }) => (process.platform === 'win32' ? [...command] : shell(LIMITS, command))
	};
	const isRoot = process.getuid?.() === 0;
	const ways: BrowserWay[] = [];
	const path = env.PATH ?? '/usr/bin:/bin';
	const [bwrap, setpriv, unshare] = ['bwrap', 'setpriv', 'unshare'].map((name) =>
		process.platform === 'linux' ? findProgram(name, path) : null
	);
	if (bwrap) {
		const walls: readonly Wall[] = ['network', 'files', 'processes'];
		for (const user of isRoot ? [NOBODY, null] : [null]) {
			const enclosure: Enclosure = {
				name: 'bwrap',
				claims: user === null ? walls : ['user', ...walls],
				user,
				filter: null,
				enclose: (program) => bubblewrap(bwrap, program)
			};
			// As root it starts without its own sandbox only.
			const own = user !== null || !isRoot ? [true, false] : [];
			for (const ownSandbox of own) ways.push({ enclosure, ownSandbox, inside: INSIDE });
		}
	}
	if (unshare && setpriv && isRoot) {
		const alone = [unshare, '--net', '--ipc', '--'];
		const enclosure: Enclosure = {
			...open,
			name: 'unshare',
			claims: ['user', 'network'],
			enclose: ({ command }) => [...alone, ...asNobody(setpriv), ...shell(LIMITS, command)]
		};
		for (const ownSandbox of [true, false]) ways.push({ enclosure, ownSandbox, inside: null });
	}
	// Where there are no such walls, as on a coach's Mac, its own sandbox is what a browser has everywhere.
	if (!isRoot) ways.push({ enclosure: open, ownSandbox: true, inside: null });
	return ways;
}
