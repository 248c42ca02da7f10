import { sleep } from '../../abort.ts';
import type { ChoiceInput } from '../../engines/choose.ts';

/** A school network that blocks the service often drops its packets: longer than this nobody waits to find out. */
export const PREFLIGHT_MS = 5000;
/** From the frame's load to its first word: a blocked address loads the browser's error page at once, which says none. */
const SILENCE_MS = 1500;
/** A word of the frame that is on its way when it is removed must not reach the engine that boots next. */
const DRAIN_MS = 50;

/** The WebContainer client's own address of its service, and its own way to have another one in tests. */
export const serviceUrl = (): string => {
	const { WEBCONTAINER_API_IFRAME_URL: other } = globalThis as { WEBCONTAINER_API_IFRAME_URL?: string };
	return new URL('/headless', other ?? 'https://stackblitz.com').href;
};

/**
 * Whether the container's service answers from here: loads its page as the client does and waits for its first
 * message. A request would not tell: under cross-origin isolation it fails all the same. `unknown`: neither the page nor
 * an error in the time; the line may just be slow. Rejects when aborted.
 */
export async function preflight(
	signal: AbortSignal,
	url: string = serviceUrl()
): Promise<ChoiceInput['service']> {
	signal.throwIfAborted();
	const { origin } = new URL(url);
	const frame = document.createElement('iframe');
	frame.hidden = true;
	frame.title = 'container';
	frame.allow = 'cross-origin-isolated';
	frame.src = url;
	const over = new AbortController();
	const answer = await new Promise<ChoiceInput['service'] | 'aborted'>((resolve) => {
		const until = { signal: over.signal };
		window.addEventListener(
			'message',
			({ origin: from, source }) => from === origin && source === frame.contentWindow && resolve('reachable'),
			until
		);
		frame.addEventListener('load', () => setTimeout(() => resolve('blocked'), SILENCE_MS), until);
		signal.addEventListener('abort', () => resolve('aborted'), until);
		setTimeout(() => resolve('unknown'), PREFLIGHT_MS);
		document.body.append(frame);
	});
	over.abort();
	frame.remove();
	await sleep(DRAIN_MS);
	signal.throwIfAborted();
	return answer === 'aborted' ? 'unknown' : answer;
}
