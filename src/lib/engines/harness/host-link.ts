import type { SandboxMessage } from './protocol.ts';

/** Messages to the host: those that come before there is a port wait for it. */
export function createOutbox() {
	const waiting: SandboxMessage[] = [];
	let post: ((message: SandboxMessage) => void) | null = null;
	return {
		get connected() {
			return post !== null;
		},
		send: (message: SandboxMessage): void => (post ? post(message) : void waiting.push(message)),
		connect(to: (message: SandboxMessage) => void): void {
			post = to;
			for (const message of waiting) to(message);
		}
	};
}

/** Errors that nobody caught, for the one listener that the run sets. See `SandboxHost.onUncaught`. */
export function createUncaught() {
	let listener: (thrown: unknown) => void = () => {};
	return {
		tell: (thrown: unknown): void => listener(thrown),
		listen: (next: (thrown: unknown) => void): void => void (listener = next)
	};
}
