import type { IncomingMessage, ServerResponse } from './http-messages.ts';
import type { OpenServer, Program } from './programs.ts';

/** A server that listens in this run, and the program it belongs to. */
export interface Listening extends OpenServer {
	program: Program;
	/** Hands a request to the server's listeners. */
	handle(request: IncomingMessage, response: ServerResponse): void;
	/** Connections that are cut when the server is. */
	readonly open: Set<() => void>;
}

export const LOCAL_HOSTS: ReadonlySet<string> = new Set([
	'localhost',
	'127.0.0.1',
	'0.0.0.0',
	'::',
	'::1',
	'[::1]'
]);

/** An error of the network, as Node's. */
export const networkError = (message: string, more: { code: string } & Record<string, unknown>): Error =>
	Object.assign(new Error(message), more);

const FIRST_FREE_PORT = 40_000;

/** The ports of one run. No one outside it can reach them, and nothing outside it can be reached. */
export function createNetwork() {
	const ports = new Map<number, Listening>();
	let next = FIRST_FREE_PORT;
	return {
		at: (port: number): Listening | undefined => ports.get(port),
		/** A port that nobody listens on. */
		free(): number {
			while (ports.has(next)) next += 1;
			return next++;
		},
		bind(listening: Listening): void {
			ports.set(listening.port, listening);
		},
		release(port: number): void {
			ports.delete(port);
		}
	};
}
export type Network = ReturnType<typeof createNetwork>;
