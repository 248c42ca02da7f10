import type { ChildProcess } from 'node:child_process';

/** Ends a process that leads a group (`detached`), and whatever it started. */
export function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
	if (pid === undefined || exitCode !== null || signalCode !== null) return;
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// Gone in this moment.
	}
}
