import { spawnSync } from 'node:child_process';

/** Seconds of processor time of one process, warm-up included: twice the longest time limit of an exercise. */
const CPU_SECONDS = 60;
/** KB of private memory: what the watch on its RSS misses between two looks. A process uses 100 MB of it when idle. */
const DATA_KB = 1024 * 1024;

export interface SystemLimits {
	/** Seconds of processor time of one process. */
	cpuSeconds: number;
	/** KB of private memory of one process. */
	dataKb: number;
}

/** Of a process that runs somebody's code. */
export const SANDBOX_LIMITS: SystemLimits = { cpuSeconds: CPU_SECONDS, dataKb: DATA_KB };

/** What a shell does before it becomes the program. */
export const limitScript = ({ cpuSeconds, dataKb }: SystemLimits): string =>
	`ulimit -c 0; ulimit -t ${cpuSeconds}; ulimit -d ${dataKb} 2>&-`;

let diesWithParent: boolean | undefined;
/** Whether the system can end a process together with the one that started it (util-linux 2.36). */
function canDieWithParent(): boolean {
	diesWithParent ??=
		process.platform === 'linux' &&
		spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0;
	return diesWithParent;
}

/**
 * The command that starts a program within limits of the system, where it has them: no core files, processor time,
 * memory, and on Linux a life that ends with the server's, however that one ended.
 */
export function confine(command: readonly string[], limits: SystemLimits): [program: string, args: string[]] {
	if (process.platform === 'win32') return [command[0] ?? '', command.slice(1)];
	const dying = canDieWithParent() ? ['setpriv', '--pdeathsig', 'KILL', '--'] : [];
	return ['/bin/sh', ['-c', `${limitScript(limits)}; exec "$@"`, 'sh', ...dying, ...command]];
}
