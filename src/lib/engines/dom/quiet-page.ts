import { withoutOrigin } from '../harness/page/without-origin.ts';

/** Text of a dialog that would stop the page: printed instead. */
const say = (text: unknown): void => globalThis.console.log(text === undefined ? '' : String(text as string));

/** In a sandbox these do nothing and complain in the browser's console: here they print, and answer as if one agreed. */
export function quietPage(): void {
	const none = (what: string) => () => {
		globalThis.console.info(`${what} was not opened: the page stays in its frame.`);
		return null;
	};
	Object.assign(window, {
		alert: (text?: unknown) => say(text),
		confirm(text?: unknown) {
			say(text);
			return true;
		},
		prompt(text?: unknown) {
			say(text);
			return '';
		},
		open: none('A new window'),
		print: none('The print dialog')
	});
	// What the policy forbids would fail with lines in the browser's console that nobody here understands.
	for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'WebTransport'])
		Reflect.deleteProperty(window, name);
	for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
		Reflect.deleteProperty(window, name);
	withoutOrigin();
	Reflect.deleteProperty(Navigator.prototype, 'sendBeacon');
}
