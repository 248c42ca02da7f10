import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Writable } from 'node:stream';
import type { Enclosure, Walled } from './walls.ts';

/**
 * Starts a program inside an enclosure, as the leader of a group of its own, with nothing of the server's environment.
 * Throws, or gives a process without a pid, where the system cannot start one: so it is for a user that root may not
 * become, in a container or a user namespace that does not let it.
 */
export function startEnclosed(
	enclosure: Enclosure,
	program: Walled,
	env: Readonly<Record<string, string>>
): ChildProcessWithoutNullStreams {
	const [file = '', ...args] = enclosure.enclose(program);
	const { user, filter } = enclosure;
	const child = spawn(file, args, {
		env: { ...env },
		cwd: '/',
		detached: true,
		stdio: filter ? ['pipe', 'pipe', 'pipe', 'pipe'] : 'pipe',
		// Node also leaves every other group of the server's.
		...(user === null ? {} : { uid: user, gid: user })
	}) as ChildProcessWithoutNullStreams;
	// Without a pid it has no pipes.
	const input = child.pid === undefined ? null : child.stdio[3];
	if (filter && input instanceof Writable) {
		// It may end before it has read all.
		input.on('error', () => {});
		input.end(filter);
	}
	return child;
}
