import type { SandboxMessage } from '../harness/protocol.ts';

/** Colours and cursor movements of a terminal. */
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;
/** The beginning of one, where a chunk was cut. */
const CUT_SEQUENCE = /\u001b(?:\[[0-9;?]*[ -/]*|\][^\u0007\u001b]*\u001b?)?$/;

export const withoutEscapes = (text: string): string => text.replace(ESCAPE_SEQUENCE, '');

/** No message is longer: results and output are capped in the sandbox. */
const MESSAGE_CHARS = 4 * 1024 * 1024;
/** Enough to find what Node says when it ends. */
const TAIL_CHARS = 4096;

/**
 * Finds the runner's messages in what its terminal shows. The container has one stream for everything, cut anywhere,
 * and a terminal may wrap and colour it: a message is `@key:length:JSON` in ASCII, line breaks count for nothing, and
 * text without the key, which only the runner knows, is no message.
 */
export function readRunnerOutput(key: string, onMessage: (message: SandboxMessage) => void) {
	const marker = `@${key}:`;
	let cut = '';
	let text = '';
	let tail = '';

	/** Takes one message out of `text`; false when more has to come first. */
	function takeOne(): boolean {
		const at = text.indexOf(marker);
		if (at < 0) {
			text = text.slice(-marker.length);
			return false;
		}
		text = text.slice(at);
		const head = /^(\d{0,8})(:?)/.exec(text.slice(marker.length))!;
		const begin = marker.length + head[0].length;
		if (head[2] === '') {
			if (begin === text.length) return false;
			text = text.slice(marker.length);
			return true;
		}
		const end = begin + Number(head[1]);
		if (Number(head[1]) <= MESSAGE_CHARS && text.length < end) return false;
		try {
			const message = JSON.parse(text.slice(begin, end)) as SandboxMessage;
			text = text.slice(end);
			onMessage(message);
		} catch {
			// Other text came between: what follows may be whole again.
			text = text.slice(marker.length);
		}
		return true;
	}

	return {
		push(chunk: string): void {
			tail = (tail + chunk).slice(-TAIL_CHARS);
			const whole = cut + chunk;
			cut = CUT_SEQUENCE.exec(whole)?.[0] ?? '';
			text += withoutEscapes(whole.slice(0, whole.length - cut.length)).replace(/[\r\n]/g, '');
			while (takeOne());
		},
		/** The end of everything that came. */
		tail: () => tail
	};
}
