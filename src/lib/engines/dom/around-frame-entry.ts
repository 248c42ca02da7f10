import type { HostMessage, SandboxMessage } from '../harness/protocol.ts';
import { FRAME_READY_MS, type Heard } from './around-frame.ts';
import { openPageFrame } from './page-frame.ts';
import { placeRunFrame } from './run-frame.ts';

declare global {
	interface Window {
		/** Asked by the server, and by nobody else: the frame has another origin. */
		passerelle: { hear(): Promise<string>; post(request: string): void };
	}
}

/*
 * The page around a frame in a browser of the server: it hands a submission to the frame and what the frame says to the
 * server, who asks for it. In the learner's browser `run-frame.ts` stands here; what hangs or is gone, the server sees itself.
 */

const { search } = location;
const FRAME_URL = `/engine/dom.html${search}`;
const OPEN = new URLSearchParams(search).has('open');

let heard: Heard = { said: [], left: false };
let tell: (() => void) | null = null;
const note = (): void => {
	tell?.();
	tell = null;
};

const opening = openPageFrame<SandboxMessage, HostMessage>({
	url: FRAME_URL,
	place: (frame) => placeRunFrame(frame, !OPEN),
	firstLoadMs: FRAME_READY_MS,
	signal: new AbortController().signal
});
const leave = (): void => {
	heard.left = true;
	note();
};
opening.then((frame) => {
	frame.listen((message) => {
		heard.said.push(JSON.stringify(message));
		note();
	});
	void frame.left.then(leave);
}, leave);

window.passerelle = {
	async hear() {
		if (heard.said.length === 0 && !heard.left) await new Promise<void>((resolve) => (tell = resolve));
		const all = heard;
		heard = { said: [], left: all.left };
		return JSON.stringify(all);
	},
	post(request) {
		void opening.then((frame) => frame.post(JSON.parse(request) as HostMessage));
	}
};
