import { setSafeTimers } from '@vitest/utils/timers';
import type { HostMessage, SandboxMessage } from '../protocol.ts';
import { bootSandbox } from '../sandbox.ts';
import { emulateFocus } from './emulated-focus.ts';
import { greetHost } from './greet-host.ts';
import { createPageWorld } from './page-world.ts';
import { stayInside } from './stay-inside.ts';

/** Globals of a frame that stay: they reach nothing outside the realm. The page world keeps more. */
const KEEP = [
	'console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance',
	'URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget CustomEvent DOMException atob btoa'
].flatMap((line) => line.split(' '));

/** Of a frame whose realm is left open (`allowPrototype`): the name its owner gave it. */
const OPEN_REALM = 'open-realm';

setSafeTimers();
document.currentScript?.remove();
const harden = window.name !== OPEN_REALM;
window.name = '';

let uncaught: (thrown: unknown) => void = () => {};
window.addEventListener('error', (event) => {
	event.preventDefault();
	uncaught(event.error);
});
window.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	uncaught(event.reason);
});
emulateFocus(window as Window & typeof globalThis);
stayInside(window as Window & typeof globalThis, { by: 'program' });

/** What was to be said before there was anybody to say it to: that the realm is ready. */
const unsaid: SandboxMessage[] = [];
let post: ((message: unknown) => void) | null = null;
let take: Promise<(message: HostMessage) => Promise<void>> | null = null;
greetHost<HostMessage>((send) => {
	post = send;
	for (const message of unsaid) post(message);
	return (message) => void take?.then((run) => run(message));
});

const createScript = document.createElement.bind(document, 'script');
const root = document.documentElement;
const append = root.appendChild.bind(root);
/** An inline script is run while it is appended; nothing of it stays in the document. */
const load = (text: string): void => {
	const script = createScript() as HTMLScriptElement;
	script.textContent = text;
	append(script);
	script.remove();
};

take = bootSandbox(
	{
		load,
		send: (message) => (post ? post(message) : void unsaid.push(message)),
		onUncaught: (listener) => void (uncaught = listener),
		keepGlobals: KEEP
	},
	{ harden },
	createPageWorld()
);
