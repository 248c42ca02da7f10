import type { Sandbox } from '../harness/host-run.ts';
import type { HostMessage, PrepareRequest, RunRequest, SandboxMessage } from '../harness/protocol.ts';
import { announceStuck, onStuck } from '../harness/stuck-frames.ts';
import { OPEN_REALM, openPageFrame } from './page-frame.ts';

/** What the frame hears and says besides the harness's messages: whether its thread is free. */
type FrameIn = HostMessage | { type: 'ping' };
type FrameOut = SandboxMessage | { type: 'pong' };

/** How often a running frame is asked whether it lives; a loop is known by this many answers that did not come. */
const PING_MS = 100;
const MISSED_PINGS = 4;
/** A frame that has loaded, but is not ready after this long, is ours to blame. */
const READY_LIMIT_MS = 15_000;

/**
 * The size of a small laptop's page. In the viewport, because browsers give frames outside of it no animation frames and
 * no layout; seen and reached by nobody.
 */
const PLACE =
	'position:fixed;left:0;top:0;width:800px;height:600px;border:0;opacity:0;z-index:-1;pointer-events:none';

/** On the frame of a run that has begun: its loop, if it has one, hangs the other sandboxed frames of the page too. */
export const RUNNING = 'data-running';

/** A booted page: hardened, warm, not yet used. */
export interface SpareFrame extends Sandbox {
	readonly harden: boolean;
	/** Aborted once it was removed because a frame of its process hangs. */
	readonly lost: AbortSignal;
	prepare(request: PrepareRequest): void;
}

export interface RunFrameOptions {
	url: string;
	harden: boolean;
	brought?: HTMLIFrameElement | null;
	signal: AbortSignal;
}

function place(frame: HTMLIFrameElement, harden: boolean): void {
	frame.style.cssText = PLACE;
	frame.title = 'sandbox';
	frame.tabIndex = -1;
	frame.inert = true;
	frame.ariaHidden = 'true';
	if (!harden) frame.name = OPEN_REALM;
	document.body.append(frame);
}

/** Opens a frame and waits until its realm is ready for a run. Rejects when it is not in time, or when aborted. */
export async function openRunFrame(options: RunFrameOptions): Promise<SpareFrame> {
	const { url, harden, brought = null, signal } = options;
	let element = brought;
	const frame = await openPageFrame<FrameOut, FrameIn>({
		url,
		brought,
		signal,
		place: (created) => place((element = created), harden)
	});
	const life = new AbortController();
	const lost = new AbortController();
	let missed = 0;
	let listener: (message: SandboxMessage) => void = () => {};
	let ready = () => {};
	let remove = () => {
		life.abort();
		frame.remove();
	};
	frame.listen((message) => {
		missed = 0;
		if (message.type === 'started') element?.setAttribute(RUNNING, '');
		if (message.type === 'ready') ready();
		else if (message.type !== 'pong') listener(message);
	});
	onStuck(() => {
		life.abort();
		frame.remove();
		lost.abort();
	}, life.signal);
	// What was removed for somebody else's loop does not end by itself: the time limit of its run ends it.
	const ended = frame.gone.then((how) => (how === 'left' ? 'crash' : 'out-of-memory'));

	/** From here on the learner's code may hang the thread. */
	function watch(): void {
		const timer = setInterval(() => {
			missed += 1;
			frame.post({ type: 'ping' });
		}, PING_MS);
		life.signal.addEventListener('abort', () => clearInterval(timer));
		remove = () => {
			if (life.signal.aborted) return;
			const hangs = missed >= MISSED_PINGS;
			life.abort();
			frame.remove();
			if (hangs) announceStuck();
		};
	}

	try {
		await new Promise<void>((resolve, reject) => {
			ready = resolve;
			const timer = setTimeout(() => reject(new Error('The frame was not ready in time')), READY_LIMIT_MS);
			life.signal.addEventListener('abort', () => {
				clearTimeout(timer);
				reject(new Error('The frame was removed'));
			});
			signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: life.signal });
			void frame.gone.then(() => reject(new Error('The frame ended while it booted')));
		});
	} catch (error) {
		remove();
		throw error;
	}
	return {
		harden,
		ended,
		lost: lost.signal,
		kill: () => remove(),
		listen: (next) => (listener = next),
		prepare: (request) => frame.post(request),
		post(request: RunRequest) {
			watch();
			frame.post(request);
		}
	};
}

/**
 * A sandbox that survives somebody else's loop: where the frame is lost before the run began, the run goes to a new one.
 * Once it began, it may be the run's own loop: its time limit ends it.
 */
export function untilStarted(first: SpareFrame, reopen: () => Promise<SpareFrame>): Sandbox {
	let frame = first;
	let killed = false;
	let started = false;
	let listener: (message: SandboxMessage) => void = () => {};
	let request: RunRequest | null = null;
	let end = (_: 'crash' | 'out-of-memory') => {};
	const ended = new Promise<'crash' | 'out-of-memory'>((resolve) => (end = resolve));

	function use(next: SpareFrame): void {
		frame = next;
		frame.listen((message) => {
			started ||= message.type === 'started';
			listener(message);
		});
		void frame.ended.then((how) => next === frame && end(how));
		frame.lost.addEventListener('abort', () => {
			if (!killed && !started && request) postAgain(request);
		});
	}
	function postAgain(again: RunRequest): void {
		const take = (fresh: SpareFrame) => {
			if (killed) return fresh.kill();
			use(fresh);
			fresh.post(again);
		};
		// A turn later: every frame of the hanging process has been removed then.
		setTimeout(() => void reopen().then(take, () => end('crash')));
	}

	use(first);
	return {
		ended,
		listen: (next) => void (listener = next),
		post(next) {
			request = next;
			if (frame.lost.aborted) postAgain(next);
			else frame.post(next);
		},
		kill() {
			killed = true;
			frame.kill();
		}
	};
}
