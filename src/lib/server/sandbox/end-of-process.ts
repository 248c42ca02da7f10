import type { ChildProcess } from 'node:child_process';
import type { Sandbox, SandboxEnd } from '../../engines/host/talk-with.ts';

/** Sent by people and by a system that runs out of memory: nothing in the sandbox can send one. */
const FROM_OUTSIDE: ReadonlySet<NodeJS.Signals> = new Set([
	'SIGKILL',
	'SIGTERM',
	'SIGINT',
	'SIGHUP',
	'SIGQUIT'
]);

/**
 * What the end of a process means. One that somebody else ended, an operator or a machine without memory, is no fault of the
 * learner.
 * @param ended what the system says of it, and whether we ended it for what it did
 */
export function endOf(ended: {
	signal: NodeJS.Signals | null;
	stderr: string;
	outOfMemory: boolean;
	killed: boolean;
}): SandboxEnd {
	if (ended.outOfMemory || /out of memory/i.test(ended.stderr)) return 'out-of-memory';
	return !ended.killed && ended.signal !== null && FROM_OUTSIDE.has(ended.signal) ? 'engine-failed' : 'crash';
}

/**
 * A process that the system could not start for want of descriptors: it has no pipes then, and its error comes later, to
 * end this process where nobody listens.
 */
export function neverStarted(child: Pick<ChildProcess, 'once'>) {
	const sandbox: Sandbox = { post() {}, listen() {}, ended: Promise.resolve('engine-failed'), kill() {} };
	return {
		ready: Promise.resolve(false),
		closed: new Promise<void>((resolve) => child.once('error', () => resolve())),
		pid: undefined,
		sandbox
	};
}
