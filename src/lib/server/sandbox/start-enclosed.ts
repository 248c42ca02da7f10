import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Enclosure, Walled } from './walls.ts';

/**
 * Starts a program inside an enclosure, as the leader of a group of its own, with nothing of the server's environment.
 * Throws, or gives a process without a pid, where the system cannot start one.
 */
export function startEnclosed(
	enclosure: Enclosure,
	program: Walled,
	env: Readonly<Record<string, string>>
): ChildProcessWithoutNullStreams {
	const [file = '', ...args] = enclosure.enclose(program);
	const { user } = enclosure;
	return spawn(file, args, {
		env: { ...env },
		cwd: '/',
		detached: true,
		stdio: 'pipe',
		// Node also leaves every other group of the server's.
		...(user === null ? {} : { uid: user, gid: user })
	});
}
