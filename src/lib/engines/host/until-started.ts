import type { RunRequest, SandboxMessage } from '../harness/protocol.ts';
import type { Sandbox, SandboxEnd } from './talk-with.ts';

/** A sandbox that can be lost by no fault of its run: with the frame that it shares with somebody else's loop. */
export interface LosableSandbox extends Sandbox {
	readonly lost: AbortSignal;
}

/** How often a run goes to another sandbox before it counts as ours to blame. */
const TRIES = 3;

/**
 * A sandbox that survives being lost: where that happens before the run began, the run goes to a new one. Once it began,
 * what becomes of it is said by the sandbox itself.
 */
export function untilStarted(first: LosableSandbox, reopen: () => Promise<LosableSandbox>): Sandbox {
	let sandbox = first;
	let killed = false;
	let started = false;
	let tries = 0;
	let listener: (message: SandboxMessage) => void = () => {};
	let request: RunRequest | null = null;
	let end = (_: SandboxEnd) => {};
	const ended = new Promise<SandboxEnd>((resolve) => (end = resolve));

	function use(next: LosableSandbox): void {
		sandbox = next;
		next.listen((message) => {
			if (next !== sandbox) return;
			started ||= message.type === 'started';
			listener(message);
		});
		void next.ended.then((how) => next === sandbox && !next.lost.aborted && end(how));
		next.lost.addEventListener('abort', () => {
			if (!killed && !started && request) postAgain(request);
		});
	}

	function postAgain(again: RunRequest): void {
		if (++tries > TRIES) return end('engine-failed');
		const take = (fresh: LosableSandbox) => {
			if (killed) return fresh.kill();
			use(fresh);
			if (fresh.lost.aborted) postAgain(again);
			else fresh.post(again);
		};
		// A turn later: every frame of the process that hangs has been removed then.
		setTimeout(() => {
			if (!killed) void reopen().then(take, () => postAgain(again));
		});
	}

	use(first);
	return {
		ended,
		listen: (next) => void (listener = next),
		post(next) {
			request = next;
			if (sandbox.lost.aborted) postAgain(next);
			else sandbox.post(next);
		},
		kill() {
			killed = true;
			sandbox.kill();
		}
	};
}
