import { onStuck } from '../host/stuck-frames.ts';
import type { Sandbox } from '../host/run-in-sandbox.ts';
import type { HostMessage, PrepareRequest, SandboxMessage } from '../harness/protocol.ts';

/** A frame or a worker that has not answered after this long is given up: the network has no part in it. */
const BOOT_LIMIT_MS = 20_000;
/** How often a running sandbox's frame is asked whether it lives, and how long it may take to answer. */
const HEARTBEAT_MS = 400;
const SILENCE_MS = 2500;

type FrameMessage =
	{ type: 'loaded' } | { type: 'pong'; id: number } | { type: 'failed'; id: number; message: string };

/** A booted worker in the frame: hardened, warm, not yet used. */
export interface SpareSandbox extends Sandbox {
	readonly harden: boolean;
	prepare(request: PrepareRequest): void;
}

/** The hidden frame and the workers in it. */
export interface SandboxFrame {
	/** Boots one worker; rejects when it cannot be booted in time. */
	spawn(harden: boolean): Promise<SpareSandbox>;
	/** True once the frame's process is gone: a new frame is needed. */
	readonly dead: boolean;
	remove(): void;
}

function within<T>(promise: Promise<T>, what: string): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`${what} did not start in ${BOOT_LIMIT_MS} ms`)),
			BOOT_LIMIT_MS
		);
	});
	return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

function createFrame(url: string): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.hidden = true;
	frame.title = 'sandbox';
	frame.src = url;
	document.body.append(frame);
	return frame;
}

/** Of the question that finds out whether a frame has loaded already; workers count from 1. */
const HELLO = 0;

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
	const loaded = new Promise<void>((resolve) => {
		const listener = (message: FrameMessage) => {
			if (message.type === 'loaded' || (message.type === 'pong' && message.id === HELLO)) {
				resolve(void listeners.delete(listener));
			}
		};
		listeners.add(listener);
	});
	const life = new AbortController();
	const remove = () => {
		life.abort();
		window.removeEventListener('message', onMessage);
		frame.remove();
	};
	const post = (message: object, transfer: Transferable[] = []) =>
		frame.contentWindow?.postMessage(message, '*', transfer);
	let dead = false;
	onStuck(() => {
		dead = true;
		remove();
	}, life.signal);
	let nextId = 1;
	if (brought) post({ type: 'ping', id: HELLO });
	try {
		await within(loaded, 'The sandbox frame');
	} catch (error) {
		remove();
		throw error;
	}

	/** Resolves when the frame has stopped answering: its process died, as Chromium's does when memory runs out. */
	function watch(id: number, stopped: AbortSignal): Promise<'out-of-memory'> {
		return new Promise((resolve) => {
			let heard = performance.now();
			const listener = (message: FrameMessage) => {
				if (message.type === 'pong' && message.id === id) heard = performance.now();
			};
			listeners.add(listener);
			let asked = heard;
			const timer = setInterval(() => {
				const time = performance.now();
				// A page that was asleep (a laptop's lid) has not asked: silence counts only while it did.
				if (time - asked > HEARTBEAT_MS * 3) heard = time;
				asked = time;
				if (time - heard > SILENCE_MS) {
					dead = true;
					resolve('out-of-memory');
				} else post({ type: 'ping', id });
			}, HEARTBEAT_MS);
			stopped.addEventListener('abort', () => {
				clearInterval(timer);
				listeners.delete(listener);
			});
		});
	}

	return {
		get dead() {
			return dead;
		},
		remove,
		async spawn(harden) {
			const id = nextId++;
			const { port1: port, port2 } = new MessageChannel();
			const killed = new AbortController();
			let listener: (message: SandboxMessage) => void = () => {};
			let endedByItself = (_: 'crash' | 'out-of-memory') => {};
			const ended = new Promise<'crash' | 'out-of-memory'>((resolve) => (endedByItself = resolve));
			const ready = new Promise<void>((resolve, reject) => {
				port.onmessage = ({ data }: MessageEvent<SandboxMessage>) =>
					data.type === 'ready' ? resolve() : listener(data);
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
				post({ type: 'kill', id });
			};
			const send = (message: HostMessage) => port.postMessage(message);
			post({ type: 'spawn', id, harden, port: port2 }, [port2]);
			try {
				await within(ready, 'The sandbox worker');
			} catch (error) {
				kill();
				throw error;
			}
			return {
				harden,
				ended,
				kill,
				listen: (next) => (listener = next),
				prepare: send,
				post(request) {
					void watch(id, killed.signal).then(endedByItself);
					send(request);
				}
			};
		}
	};
}
