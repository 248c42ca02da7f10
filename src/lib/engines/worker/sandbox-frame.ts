import { sleep, untilAborted, within } from '../../abort.ts';
import { announceStuck, onStuck } from '../host/stuck-frames.ts';
import type { SandboxEnd } from '../host/talk-with.ts';
import type { PageSandbox } from '../host/page-session.ts';
import type { FrameMessage, FrameRequest } from './frame-protocol.ts';
import type { HostMessage, SandboxMessage } from '../harness/protocol.ts';

/** A frame or a worker that has not answered after this long is given up: the network has no part in it. */
const BOOT_LIMIT_MS = 20_000;
/** How often a running sandbox's frame is asked whether it lives, and after how long without an answer it is looked into. */
const HEARTBEAT_MS = 100;
const SILENCE_MS = 250;
/** Answers of a frame beside it after which one that lives has answered too: they share a thread. */
const WITNESS_ANSWERS = 3;
/** A turn of that thread, between two questions. */
const WITNESS_PAUSE_MS = 20;

/** The hidden frame and the workers in it. */
export interface SandboxFrame {
	/** Boots one worker; rejects when it cannot be booted in time. */
	spawn(harden: boolean): Promise<PageSandbox>;
	/** Of its page, as this browser needs it: the next frame is opened with it. */
	readonly url: string;
	/** True once the frame is gone, or its process: a new frame is needed. */
	readonly dead: boolean;
	/** Settles once the frame's thread has answered. */
	answer(): Promise<void>;
	remove(): void;
}

const inTime = <T>(work: Promise<T>, what: string): Promise<T> =>
	within(work, {
		limitMs: BOOT_LIMIT_MS,
		late: () => new Error(`${what} did not start in ${BOOT_LIMIT_MS} ms`)
	});

function createFrame(url: string): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.hidden = true;
	frame.title = 'sandbox';
	frame.src = url;
	document.body.append(frame);
	return frame;
}

/**
 * Takes over the sandbox frame that the page brought along, which has been loading since its first byte, or opens a new
 * one at `url`. Resolves when it has loaded.
 */
export async function openSandboxFrame(
	url: string,
	brought: HTMLIFrameElement | null
): Promise<SandboxFrame> {
	const frame = brought ?? createFrame(url);
	const listeners = new Set<(message: FrameMessage) => void>();
	const onMessage = (event: MessageEvent<FrameMessage>) => {
		if (event.source === frame.contentWindow) for (const listener of listeners) listener(event.data);
	};
	window.addEventListener('message', onMessage);
	let address = url;
	const loaded = new Promise<void>((resolve) => {
		const listener = (message: FrameMessage) => {
			if (message.type !== 'loaded') return;
			({ address } = message);
			resolve(void listeners.delete(listener));
		};
		listeners.add(listener);
	});
	let dead = false;
	const life = new AbortController();
	const remove = () => {
		dead = true;
		life.abort();
		window.removeEventListener('message', onMessage);
		frame.remove();
	};
	const post = (message: FrameRequest, transfer: Transferable[] = []) =>
		frame.contentWindow?.postMessage(message, '*', transfer);
	onStuck(remove, life.signal);
	let nextId = 1;
	if (brought) post({ type: 'hello' });
	try {
		await inTime(loaded, 'The sandbox frame');
	} catch (error) {
		remove();
		throw error;
	}

	let hadInner = false;
	/** In Chromium a frame whose process is gone has lost the frame in it; elsewhere it seems to have it for ever. */
	function hasLostInner(): boolean {
		const { length } = frame.contentWindow ?? {};
		hadInner ||= length === 1;
		return hadInner && length === 0;
	}

	function answer(): Promise<void> {
		const id = nextId++;
		return new Promise((resolve) => {
			const listener = (message: FrameMessage) => {
				if (message.type === 'pong' && message.id === id) resolve(void listeners.delete(listener));
			};
			listeners.add(listener);
			post({ type: 'ping', id });
		});
	}

	/**
	 * Whether the frame's process is gone, as Chromium's is when memory runs out: nothing tells a page so. A busy machine
	 * is as silent for a while; but another frame is in the same process, on the same thread, if that one lives: once it
	 * has answered some times, this one has had its turn.
	 */
	async function processIsGone(stopped: AbortSignal): Promise<boolean> {
		let answered = false;
		void answer().then(() => (answered = true));
		const witness = await openSandboxFrame(address, null).catch(() => null);
		try {
			for (let count = 0; witness && count < WITNESS_ANSWERS; count++) {
				if (stopped.aborted || answered) return false;
				await inTime(witness.answer(), 'The frame beside it');
				await sleep(WITNESS_PAUSE_MS);
			}
			return witness !== null && !stopped.aborted && !answered;
		} catch {
			return false;
		} finally {
			witness?.remove();
		}
	}

	/** Calls when the frame's process has gone while a sandbox runs in it; the frame is removed then. */
	function watch(stopped: AbortSignal, onGone: () => void): void {
		const ended = () => {
			if (dead) return;
			onGone();
			remove();
		};
		let heard = performance.now();
		let asked = heard;
		let looking = false;
		const timer = setInterval(() => {
			if (hasLostInner()) return ended();
			const time = performance.now();
			// A page that was asleep (a laptop's lid) has not asked: silence counts only while it did.
			if (time - asked > HEARTBEAT_MS * 5) heard = time;
			asked = time;
			void answer().then(() => (heard = performance.now()));
			if (looking || time - heard <= SILENCE_MS) return;
			looking = true;
			void processIsGone(stopped).then((gone) => {
				looking = false;
				if (gone) ended();
			});
		}, HEARTBEAT_MS);
		stopped.addEventListener('abort', () => clearInterval(timer));
	}

	return {
		url: address,
		get dead() {
			return dead;
		},
		answer,
		remove,
		async spawn(harden) {
			const id = nextId++;
			const { port1: port, port2 } = new MessageChannel();
			const killed = new AbortController();
			let listener: (message: SandboxMessage) => void = () => {};
			let endedByItself = (_: SandboxEnd) => {};
			const ended = new Promise<SandboxEnd>((resolve) => (endedByItself = resolve));
			const lost = new AbortController();
			let state: 'spare' | 'posted' | 'started' | 'ended' = 'spare';
			life.signal.addEventListener(
				'abort',
				() => {
					if (killed.signal.aborted) return;
					// Whoever has not begun goes to another frame; for the others it is too late.
					if (state === 'started') endedByItself('engine-failed');
					else lost.abort();
				},
				{ signal: killed.signal }
			);
			const ready = new Promise<void>((resolve, reject) => {
				port.onmessage = ({ data }: MessageEvent<SandboxMessage>) => {
					if (data.type === 'ready') return resolve();
					if (data.type === 'started') state = 'started';
					if (data.type === 'done' && ['ran', 'nothing-ran'].includes(data.status)) state = 'ended';
					listener(data);
				};
				const onFailure = (message: FrameMessage) => {
					if (message.type !== 'failed' || message.id !== id) return;
					reject(new Error(`The sandbox worker failed: ${message.message}`));
					endedByItself(/memory/i.test(message.message) ? 'out-of-memory' : 'crash');
				};
				listeners.add(onFailure);
				killed.signal.addEventListener('abort', () => listeners.delete(onFailure));
			});
			const kill = () => {
				if (killed.signal.aborted) return;
				killed.abort();
				port.close();
				if (state === 'spare' || state === 'ended') return post({ type: 'kill', id });
				if (life.signal.aborted) return;
				// What did not end by itself may outlive its worker (a finalizer that registers again): its process ends.
				remove();
				announceStuck();
			};
			const send = (message: HostMessage) => port.postMessage(message);
			post({ type: 'spawn', id, harden, port: port2 }, [port2]);
			try {
				// In a frame that is removed meanwhile nothing becomes ready.
				await inTime(untilAborted(ready, life.signal), 'The sandbox worker');
			} catch (error) {
				kill();
				throw error;
			}
			return {
				ended,
				lost: lost.signal,
				kill,
				listen: (next) => (listener = next),
				prepare: send,
				post(request) {
					state = 'posted';
					// Before the run has begun it is not the learner's code that took the memory: then the frame is lost.
					watch(killed.signal, () => state === 'started' && endedByItself('out-of-memory'));
					send(request);
				}
			};
		}
	};
}
