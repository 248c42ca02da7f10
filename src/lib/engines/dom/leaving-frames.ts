import type { PageFrame } from './page-frame.ts';

/** What is asked of a frame until it is gone. */
export type AskedFrame = Pick<PageFrame<never, never>, 'answer' | 'missed' | 'ping' | 'remove'>;

/**
 * Frames whose page is to be seen no more. One that is removed while it loops would loop on beside the other frames of its
 * process, and nobody would know whose loop it is: so it stays, unseen, until it has answered.
 */
export function createLeavingFrames() {
	const waiting = new Set<AskedFrame>();
	return {
		get frames(): AskedFrame[] {
			return [...waiting];
		},
		add({ element, frame }: { element: HTMLIFrameElement; frame: AskedFrame }): void {
			element.inert = true;
			element.style.visibility = 'hidden';
			waiting.add(frame);
			void frame.answer().then(() => {
				waiting.delete(frame);
				frame.remove();
			});
		},
		/** At once, for who takes all frames of the process away. */
		removeAll(): void {
			for (const frame of waiting) frame.remove();
			waiting.clear();
		}
	};
}
