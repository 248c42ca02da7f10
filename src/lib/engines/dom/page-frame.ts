import { announceStuck, onStuck } from '../host/stuck-frames.ts';

/** A frame whose page has never been loaded waits for the network; on a slow line that takes long. */
const FIRST_LOAD_LIMIT_MS = 20_000;
/** Later the page comes from the browser's cache: a frame that takes this long shares its process with a loop. */
const LOAD_LIMIT_MS = 4000;

/** The name of a frame whose realm is left open; see `allowPrototype` in the contract. */
export const OPEN_REALM = 'open-realm';

/** Frame → page, before there is a port. */
type Greeting = 'passerelle:loaded';
/** Page → frame: a question for the greeting, or the port over which everything else is said. */
type Call = { hello: true } | { port: MessagePort };
/** A frame in which another document was loaded does not answer any more; one that has only loaded late does. */
const ANSWER_LIMIT_MS = 400;

export interface PageFrame<In, Out> {
	post(message: Out): void;
	/** Set once; messages that came before are given to it. */
	listen(listener: (message: In) => void): void;
	/** Asks whether its thread is free; settles with the next thing that is heard, if anything is. Never rejects. */
	ping(): Promise<void>;
	/** The same; settles with its own answer only: what was on its way before is none. */
	answer(): Promise<void>;
	/** How many questions have had no answer, since anything was heard. */
	readonly missed: number;
	/** Settles when the document was replaced from inside: the port leads nowhere. Never rejects. */
	readonly left: Promise<void>;
	remove(): void;
}

export interface FrameOptions {
	url: string;
	/** Readies a new frame (its size, its name) and puts it into the page. */
	place(frame: HTMLIFrameElement): void;
	/** The frame that the page was served with. */
	brought?: HTMLIFrameElement | null;
	/** How long a first load may take, milliseconds. Default: as on a slow line. */
	firstLoadMs?: number;
	/** True for a frame that is opened to find out whether a loop hangs it: that it does is no news. */
	witness?: boolean;
	signal: AbortSignal;
}

/** Pages that this visit has loaded once. */
const loadedUrls = new Set<string>();

function createFrame({ url, place }: FrameOptions): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	// Without allow-forms no `submit` event is fired; the policy of the page's answer forbids to send one.
	frame.setAttribute('sandbox', 'allow-scripts allow-forms');
	frame.src = url;
	place(frame);
	return frame;
}

/** Rejects when the frame has not greeted in time, or when aborted; the frame is removed then. */
async function greeted(frame: HTMLIFrameElement, options: FrameOptions): Promise<void> {
	const { url, brought, witness = false, signal, firstLoadMs = FIRST_LOAD_LIMIT_MS } = options;
	const over = new AbortController();
	try {
		await new Promise<void>((resolve, reject) => {
			const known = loadedUrls.has(url);
			const limit = known ? LOAD_LIMIT_MS : firstLoadMs;
			const timer = setTimeout(() => {
				reject(new Error(`The frame did not start in ${limit} ms`));
				if (known && !witness) announceStuck();
			}, limit);
			over.signal.addEventListener('abort', () => clearTimeout(timer));
			signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: over.signal });
			onStuck(() => reject(new Error('The frame shared its process with a loop')), over.signal);
			window.addEventListener(
				'message',
				({ source, data }: MessageEvent<Greeting>) => {
					if (source === frame.contentWindow && data === 'passerelle:loaded') resolve();
				},
				{ signal: over.signal }
			);
			if (brought) frame.contentWindow?.postMessage({ hello: true } satisfies Call, '*');
			if (signal.aborted) reject(signal.reason as Error);
		});
		loadedUrls.add(url);
	} catch (error) {
		frame.remove();
		throw error;
	} finally {
		over.abort();
	}
}

/**
 * Opens a sandboxed frame and hands it a port. Only the port counts afterwards: what a program posts to the page's window
 * is heard by nobody. Rejects when the frame does not load; it is removed then.
 */
export async function openPageFrame<In, Out>(options: FrameOptions): Promise<PageFrame<In, Out>> {
	const { brought } = options;
	const frame = brought ?? createFrame(options);
	// Not `pagehide` in the frame: for its listener Chromium keeps the process of a removed frame alive, loop and all.
	let loads = 0;
	let onLoad = () => {};
	frame.addEventListener('load', () => {
		loads += 1;
		onLoad();
	});
	await greeted(frame, options);
	const { port1: port, port2 } = new MessageChannel();
	let listener: ((message: In) => void) | null = null;
	let missed = 0;
	const unheard: In[] = [];
	const asking: (() => void)[] = [];
	/** What waits for the answer to each question, in order. */
	const asked: (() => void)[] = [];
	const ask = (onAnswer: () => void): void => {
		missed += 1;
		asked.push(onAnswer);
		port.postMessage('passerelle:ping');
	};
	const ping = (): Promise<void> => {
		ask(() => {});
		return new Promise((resolve) => void asking.push(resolve));
	};
	port.onmessage = ({ data }: MessageEvent<In | 'passerelle:pong'>) => {
		missed = 0;
		for (const resolve of asking.splice(0)) resolve();
		if (data === 'passerelle:pong') return asked.shift()?.();
		if (listener) listener(data);
		else unheard.push(data);
	};
	const left = new Promise<void>((resolve) => {
		onLoad = () => {
			if (!brought) return void (loads > 1 && resolve());
			// Of the frame that the page brought, this may be the first load: then it says something, that a run has begun at least,
			// before a loop keeps it from answering what it is asked later.
			let said = false;
			void ping().then(() => (said = true));
			setTimeout(() => !said && resolve(), ANSWER_LIMIT_MS);
		};
	});
	frame.contentWindow?.postMessage({ port: port2 } satisfies Call, '*', [port2]);
	return {
		post: (message) => port.postMessage(message),
		ping,
		answer: () => new Promise(ask),
		get missed() {
			return missed;
		},
		listen(next) {
			listener = next;
			for (const message of unheard.splice(0)) next(message);
		},
		left,
		remove() {
			port.close();
			frame.remove();
		}
	};
}
