/** Page → the sandbox's frame. `id`: of a worker, counted by the page from 1; of a question, given back with its answer. */
export type FrameRequest =
	/** Whether it has loaded already. */
	| { type: 'hello' }
	| { type: 'ping'; id: number }
	/** The worker gets the port, over which everything else is said. */
	| { type: 'spawn'; id: number; harden: boolean; port: MessagePort }
	| { type: 'kill'; id: number };

/** The sandbox's frame → page. */
export type FrameMessage =
	/** `address`: of the frame's page, as this browser needs it: the next frame begins with it. */
	| { type: 'loaded'; address: string }
	| { type: 'pong'; id: number }
	/** A worker ended by an error that nobody took, or could not be started. */
	| { type: 'failed'; id: number; message: string };
