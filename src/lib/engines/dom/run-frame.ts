import type { SandboxEnd } from '../host/talk-with.ts';
import type { PageSandbox } from '../host/page-session.ts';
import type { HostMessage, RunRequest, SandboxMessage } from '../harness/protocol.ts';
import { announceStuck, onStuck } from '../host/stuck-frames.ts';
import { OPEN_REALM, openPageFrame, type PageFrame } from './page-frame.ts';

/** How often a running frame is asked whether its thread is free; a loop is known by this many missing answers. */
const PING_MS = 100;
const MISSED_PINGS = 4;
/** After this many it is looked into: a loop, or a process that is no more. */
const SUSPECT_PINGS = 3;
/** And again after as many more: a process may go on for a while, full of memory, before it is no more. */
const LOOK_AGAIN_PINGS = 30;
/** A run that has not begun by then, in a frame that answers nothing, shares its process with a loop that nobody owns up to. */
const IN_THE_WAY_PINGS = 30;
/** A witness that has answered this often, a ping apart, has had its turns: who shares its thread has had them too. */
const WITNESS_ANSWERS = 5;
/** A frame whose run has ended answers within this time, or something in it goes on for ever. */
const LAST_ANSWER_MS = 300;
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

export interface RunFrameOptions {
	url: string;
	harden: boolean;
	brought?: HTMLIFrameElement | null;
	signal: AbortSignal;
}

/** Puts a frame for a run into the page, and says to it whether its realm is to be hardened. */
export function placeRunFrame(frame: HTMLIFrameElement, harden: boolean): void {
	frame.style.cssText = PLACE;
	frame.title = 'sandbox';
	frame.tabIndex = -1;
	frame.inert = true;
	frame.ariaHidden = 'true';
	if (!harden) frame.name = OPEN_REALM;
	document.body.append(frame);
}

async function answersOf(frame: Pick<PageFrame<unknown, unknown>, 'ping'>, count: number): Promise<void> {
	for (let answers = 0; answers < count; answers++) {
		await frame.ping();
		await new Promise((resolve) => setTimeout(resolve, PING_MS));
	}
}

/** Opens a frame and waits until its realm is ready for a run. Rejects when it is not in time, or when aborted. */
export async function openRunFrame(options: RunFrameOptions): Promise<PageSandbox> {
	const { url, harden, brought = null, signal } = options;
	let element = brought;
	if (brought) brought.style.cssText = PLACE;
	const frame = await openPageFrame<SandboxMessage, HostMessage>({
		url,
		brought,
		signal,
		place: (created) => placeRunFrame((element = created), harden)
	});
	const life = new AbortController();
	const lost = new AbortController();
	let listener: (message: SandboxMessage) => void = () => {};
	let ready = () => {};
	let died = () => {};
	let running = false;
	let begun = false;
	let gone = false;
	const remove = () => {
		life.abort();
		frame.remove();
	};
	frame.listen((message) => {
		if (message.type === 'started') {
			begun = true;
			element?.setAttribute(RUNNING, '');
		}
		if (message.type === 'ready') ready();
		else listener(message);
	});
	onStuck(() => {
		life.abort();
		frame.remove();
		lost.abort();
	}, life.signal);
	// What was removed for somebody else's loop does not end by itself: the time limit of its run ends it.
	const ended = new Promise<SandboxEnd>((resolve) => {
		void frame.left.then(() => {
			gone = true;
			resolve('left');
		});
		died = () => resolve('out-of-memory');
	});

	/**
	 * Nothing tells a page that the process of a frame is gone, as Chromium's is when memory runs out. Another frame does:
	 * it starts in a new process, while beside a loop it does not start at all. Where both share one that only was slow, the
	 * first answers soon after the second.
	 */
	let stopLooking = new AbortController();
	async function look(): Promise<void> {
		stopLooking.abort();
		stopLooking = new AbortController();
		const signal = AbortSignal.any([life.signal, stopLooking.signal]);
		try {
			const witness = await openPageFrame({
				url,
				witness: true,
				place: (created) => placeRunFrame(created, harden),
				signal
			});
			signal.addEventListener('abort', () => witness.remove());
			const alive = await Promise.race([
				frame.ping().then(() => true),
				answersOf(witness, WITNESS_ANSWERS).then(() => false)
			]);
			witness.remove();
			if (!alive && !signal.aborted) died();
		} catch {
			// The run has ended, or a loop hangs this one too.
		}
	}

	/** From here on the learner's code may hang the thread. */
	function watch(): void {
		const timer = setInterval(() => {
			void frame.ping();
			if (!begun && frame.missed >= IN_THE_WAY_PINGS) return announceStuck();
			if (frame.missed % LOOK_AGAIN_PINGS === SUSPECT_PINGS) void look();
		}, PING_MS);
		life.signal.addEventListener('abort', () => clearInterval(timer));
	}

	function removeStuck(): void {
		if (life.signal.aborted) return;
		remove();
		announceStuck();
	}

	/** What is removed while it loops would loop on beside the other frames of its process: it must answer first. */
	function end(): void {
		if (life.signal.aborted) return;
		listener = () => {};
		element?.removeAttribute(RUNNING);
		// Nobody is there to answer; to wait for it, and call it a loop, would end the next run, which has begun by then.
		if (gone) return remove();
		if (frame.missed >= MISSED_PINGS) return removeStuck();
		const limit = setTimeout(removeStuck, LAST_ANSWER_MS);
		void frame.answer().then(() => {
			clearTimeout(limit);
			remove();
		});
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
			void frame.left.then(() => reject(new Error('The frame ended while it booted')));
		});
	} catch (error) {
		remove();
		throw error;
	}
	return {
		ended,
		lost: lost.signal,
		kill: () => (running ? end() : remove()),
		listen: (next) => (listener = next),
		prepare: (request) => frame.post(request),
		post(request: RunRequest) {
			running = true;
			watch();
			frame.post(request);
		}
	};
}
