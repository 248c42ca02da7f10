/** What a frame said since the page around it was last asked. */
export interface Heard {
	/** Its messages, each as JSON. */
	said: string[];
	/** Whether its document was replaced, or never came. */
	left: boolean;
}

/**
 * Until the frame of a submission on the server is loaded and its harness ready. Half a second on an idle machine; where much else
 * is done, as with the first pages after a start, a minute. The page around the frame and the server wait equally long.
 */
export const FRAME_READY_MS = 60_000;
