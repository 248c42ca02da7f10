import { setSafeTimers } from '@vitest/utils/timers';
import { createLater } from '../later.ts';
import { createOutbox, createUncaught, hearUncaught } from '../host-link.ts';
import type { HostMessage } from '../protocol.ts';
import { bootSandbox } from '../sandbox.ts';
import { emulateFocus } from './emulated-focus.ts';
import { openHostPort } from './host-port.ts';
import { onlyOurScripts } from './only-our-scripts.ts';
import { createPageWorld } from './page-world.ts';

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

const uncaught = createUncaught();
hearUncaught(window, uncaught.tell);
emulateFocus(window as Window & typeof globalThis);

const { send, connect } = createOutbox();
// Announced before the realm is made ready, so that the page sends its port meanwhile.
openHostPort<HostMessage>((post) => {
	connect(post);
	return (message) => void booted.then((run) => run(message));
});

const load = onlyOurScripts();

const booted = bootSandbox(
	{ load, send, onUncaught: uncaught.listen, later: createLater(), keepGlobals: KEEP },
	{ harden },
	createPageWorld(load)
);
