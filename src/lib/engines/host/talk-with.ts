import type { RunRequest, SandboxMessage } from '../harness/protocol.ts';

/**
 * How a sandbox ended by itself; `engine-failed`: somebody else ended it, and not the program in it; `left`: the program of a
 * page went to another address, or loaded the page again.
 */
export type SandboxEnd = 'crash' | 'out-of-memory' | 'engine-failed' | 'left';

/** One fresh sandbox, as the host sees it. Used for one run, then killed. */
export interface Sandbox {
	post(request: RunRequest): void;
	/** Messages of this sandbox, of whatever shape it sends; set once, before `post`. */
	listen(listener: (message: SandboxMessage) => void): void;
	/** Settles when the sandbox ended by itself; never rejects. */
	readonly ended: Promise<SandboxEnd>;
	kill(): void;
}

/** A sandbox that has not begun after this long is ours to blame: an old laptop needs a second at most. */
export const START_LIMIT_MS = 15_000;

/** What the messages of one conversation are known by. */
export const newNonce = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Calls after so many milliseconds, unless the talk is over; returns what prevents it. */
type After = (ms: number, then: () => void) => () => void;

/**
 * Talks with a fresh sandbox until `begin` has an end. Rejects only when aborted; the sandbox is killed in every case, and what
 * was on its way then is for nobody.
 */
export async function talkWith<End>(
	sandbox: Sandbox,
	signal: AbortSignal,
	begin: (resolve: (end: End) => void, after: After) => void
): Promise<End> {
	const timers = new Set<ReturnType<typeof setTimeout>>();
	const after: After = (ms, then) => {
		const timer = setTimeout(then, ms);
		timers.add(timer);
		return () => {
			clearTimeout(timer);
			timers.delete(timer);
		};
	};
	let abort = () => {};
	try {
		signal.throwIfAborted();
		return await new Promise<End>((resolve, reject) => {
			abort = () => reject(signal.reason);
			signal.addEventListener('abort', abort, { once: true });
			begin(resolve, after);
		});
	} finally {
		for (const timer of timers) clearTimeout(timer);
		signal.removeEventListener('abort', abort);
		sandbox.listen(() => {});
		sandbox.kill();
	}
}
