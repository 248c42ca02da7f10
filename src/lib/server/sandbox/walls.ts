import { lstatSync, readlinkSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { callFilter } from './call-filter.ts';
import { limitScript, SANDBOX_LIMITS } from './confine.ts';
import { isExecutable } from './is-executable.ts';

/**
 * What stands between a program in the sandbox and the machine, besides Deno's own permissions: it has another user than
 * the server, no network, sees no files but its own and keeps none, sees and reaches no other process, starts few, and
 * asks little of the kernel.
 */
export const WALLS = ['user', 'network', 'files', 'processes', 'fork', 'calls'] as const;
export type Wall = (typeof WALLS)[number];

/** A program and what it needs of the machine; all paths absolute. */
export interface Walled {
	command: readonly string[];
	/** Files and folders that it may read. */
	reads: readonly string[];
	/** Folders that it may write, and that are gone with it. */
	scratch: readonly string[];
}

/** A way to start programs, and the walls that it claims; only `probeWalls` says whether they stand. */
export interface Enclosure {
	name: string;
	claims: readonly Wall[];
	/** User and group that the command is started as; null: the server's. */
	user: number | null;
	/** A filter of system calls, which the command reads from its descriptor 3; null: it reads none. */
	filter: Buffer | null;
	/** The command that starts a program inside. */
	enclose(program: Walled): string[];
}

/** User and group of nobody else: Debian gives none of this range to a package or a person by itself. */
export const NOBODY = 64123;
/** Open files, and processes with threads: Deno has 20 and 6 when it is busiest. */
const FILES = 64;
const PROCESSES = 40;

const LIMITS = `${limitScript(SANDBOX_LIMITS)}; ulimit -n ${FILES}; umask 077`;
export const shell = (limits: string, command: readonly string[]): string[] => [
	'/bin/sh',
	'-c',
	`${limits}; exec "$@"`,
	'sh',
	...command
];

/** Where libraries of the system are; what is not there is left out. */
const LIBRARIES = ['/lib', '/lib64', '/usr/lib', '/usr/lib64'];

/**
 * bubblewrap's options for folders. Each mount costs a third of a millisecond, so a link to another one of them is a link
 * inside too; one to elsewhere would lead nowhere there.
 */
export const libraryMounts = (folders: readonly string[]): string[] =>
	folders.flatMap((path) => {
		try {
			const bind = ['--ro-bind', path, path];
			// Throws for a link to nothing, which cannot be bound.
			statSync(path);
			if (!lstatSync(path).isSymbolicLink()) return bind;
			const target = readlinkSync(path);
			return folders.includes(resolve(dirname(path), target)) ? ['--symlink', target, path] : bind;
		} catch {
			return [];
		}
	});

/** Deno needs nothing else of /proc and /dev, so they are not mounted; no shell can write to /dev/null either. */
function bubblewrap(bwrap: string, { command, reads, scratch }: Walled, filtered: boolean): string[] {
	return [
		bwrap,
		// Its first process is the program itself, so that nothing stays in between.
		...['--unshare-all', '--as-pid-1', '--die-with-parent', '--cap-drop', 'ALL'],
		...(filtered ? ['--seccomp', '3'] : []),
		...libraryMounts(LIBRARIES),
		...['/bin/sh', ...reads].flatMap((path) => ['--ro-bind', path, path]),
		...scratch.flatMap((path) => ['--tmpfs', path]),
		// With modules of Node, Deno asks for its own path.
		...['--symlink', command[0] ?? '', '/proc/self/exe'],
		...['--remount-ro', '/', '--chdir', '/', '--'],
		// In the sandbox's own user namespace, or all sandboxes together would have so few. `-p` in Debian's shell.
		...shell(`${LIMITS}; ulimit -u ${PROCESSES} 2>&- || ulimit -p ${PROCESSES}`, command)
	];
}

export const findProgram = (name: string, path: string): string | null =>
	path
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find(isExecutable) ?? null;

/** In front of a command: `setpriv` starts it as nobody else, and it dies with the server. `more`: of its own options. */
export const asNobody = (setpriv: string, ...more: string[]): string[] => [
	setpriv,
	...['--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups', '--pdeathsig', 'KILL'],
	...more,
	'--'
];

/** Ways to start programs on this machine, the strongest first; the last one is always possible. */
export function enclosures(env: Readonly<Record<string, string | undefined>> = process.env): Enclosure[] {
	const open: Enclosure = {
		name: 'limits',
		claims: [],
		user: null,
		filter: null,
		enclose: ({ command }) => shell(LIMITS, command)
	};
	if (process.platform === 'win32') return [{ ...open, enclose: ({ command }) => [...command] }];
	if (process.platform !== 'linux') return [open];
	const path = env.PATH ?? '/usr/bin:/bin';
	const [bwrap, setpriv, unshare] = ['bwrap', 'setpriv', 'unshare'].map((name) => findProgram(name, path));
	const isRoot = process.getuid?.() === 0;
	const dying = setpriv ? [setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--'] : [];
	const asUser = setpriv ? asNobody(setpriv, '--no-new-privs') : [];
	const found: Enclosure[] = [];
	if (bwrap) {
		// It takes new privileges from itself and what it starts, and dies with the server, without another program before it.
		for (const user of isRoot ? [NOBODY, null] : [null]) {
			for (const filter of new Set([callFilter(), null])) {
				const claims = WALLS.filter(
					(wall) =>
						(user !== null || (wall !== 'user' && !(wall === 'fork' && isRoot))) &&
						(filter !== null || wall !== 'calls')
				);
				const enclose = (program: Walled) => bubblewrap(bwrap, program, filter !== null);
				found.push({ name: 'bwrap', claims, user, filter, enclose });
			}
		}
	}
	if (unshare) {
		const alone = isRoot ? [unshare, '--net', '--ipc', '--'] : [unshare, '--user', '--net', '--ipc', '--'];
		const claims: Wall[] = isRoot && setpriv ? ['user', 'network'] : ['network'];
		const rest = isRoot && setpriv ? asUser : dying;
		found.push({
			...open,
			name: 'unshare',
			claims,
			enclose: ({ command }) => [...alone, ...rest, ...shell(LIMITS, command)]
		});
	}
	if (setpriv && isRoot)
		found.push({
			...open,
			name: 'setpriv',
			claims: ['user'],
			enclose: ({ command }) => [...asUser, ...shell(LIMITS, command)]
		});
	found.push({ ...open, enclose: ({ command }) => [...dying, ...shell(LIMITS, command)] });
	return found;
}
