import type { Readable, Writable } from 'node:stream';
import { splitBytes } from '../sandbox/split-bytes.ts';
import type { CdpEvents, CdpMethods } from './cdp-methods.ts';

/** The browser is gone, or says what it must not say. */
export class BrowserFailed extends Error {
	constructor(why: string) {
		super(`The browser is gone: ${why}`);
	}
}

/** The protocol of one browser. */
export interface Cdp {
	/** Rejects with `BrowserFailed`, and where the browser refuses. `session`: of one page; without it, of the browser. */
	send<Method extends keyof CdpMethods>(
		method: Method,
		params: CdpMethods[Method]['params'],
		session?: string
	): Promise<CdpMethods[Method]['result']>;
	/** Returns what stops listening. `session` is undefined for what the browser says as a whole. */
	on<Name extends keyof CdpEvents>(
		name: Name,
		listener: (params: CdpEvents[Name], session: string | undefined) => void
	): () => void;
	/** Nothing is heard any more; everything that was asked rejects. */
	close(why: string): void;
}

/** Bytes of one message. The longest of ours is a submission's report; a browser that says more is somebody's who broke it. */
const MESSAGE_BYTES = 32 * 1024 * 1024;

interface Said {
	id?: number;
	method?: string;
	params?: unknown;
	sessionId?: string;
	result?: unknown;
	error?: { message?: string };
}

function parse(text: string): Said | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : null;
	} catch {
		return null;
	}
}

/**
 * Speaks with a browser that was started with `--remote-debugging-pipe`: JSON, a zero byte after each message.
 * @param malformed called where a message is longer than any can be, or says what none can say
 */
export function openCdp(from: Readable, to: Writable, malformed: () => void): Cdp {
	const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
	const listeners = new Map<string, Set<(params: never, session: string | undefined) => void>>();
	let last = 0;
	let gone: string | null = null;

	function take(text: string): void {
		const said = parse(text);
		if (said === null) return;
		if (said.id === undefined) {
			try {
				for (const listener of listeners.get(said.method ?? '') ?? [])
					listener(said.params as never, said.sessionId);
			} catch {
				// Not what Chromium says: somebody else speaks for it.
				malformed();
			}
			return;
		}
		const asked = waiting.get(said.id);
		waiting.delete(said.id);
		if (said.error) asked?.reject(new Error(`The browser refuses: ${said.error.message ?? ''}`));
		else asked?.resolve(said.result as never);
	}

	function close(why: string): void {
		gone ??= why;
		for (const { reject } of waiting.values()) reject(new BrowserFailed(gone));
		waiting.clear();
		listeners.clear();
	}

	const split = splitBytes(0, take);
	from.on('data', (chunk: Buffer) => {
		if (gone !== null || split(chunk) <= MESSAGE_BYTES) return;
		close('said too much');
		malformed();
	});
	from.on('error', () => {});
	// A browser that is gone breaks the pipe; the end of its process says so.
	to.on('error', () => {});

	return {
		send: (method, params, sessionId) =>
			new Promise((resolve, reject) => {
				if (gone !== null) return reject(new BrowserFailed(gone));
				const id = (last += 1);
				waiting.set(id, { resolve, reject });
				to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
			}),
		on(name, listener) {
			const known = listeners.get(name) ?? new Set();
			listeners.set(name, known.add(listener));
			return () => void known.delete(listener);
		},
		close
	};
}
