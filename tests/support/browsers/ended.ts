import type { ChildProcess } from 'node:child_process';

/** Settles when a process has ended. */
export const ended = (child: ChildProcess): Promise<void> =>
	new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once('exit', () => resolve());
	});
