import { Agent, request } from 'node:http';

/** Beyond this a person has gone. */
export const PATIENCE_MS = 20_000;

export interface Answer {
	/** 0: none came. */
	status: number;
	ms: number;
	body: string;
}
export type Ask = (path: string, body?: unknown) => Promise<Answer>;

/** One visitor: an address of its own (the whole of 127.0.0.0/8 is this machine), a browser with six connections. */
export function openClient(origin: string, address: string): { ask: Ask; close(): void } {
	const { port } = new URL(origin);
	const agent = new Agent({ keepAlive: true, maxSockets: 6, localAddress: address });
	const ask: Ask = (path, body) =>
		new Promise((resolve) => {
			const started = performance.now();
			const end = (status: number, text: string) =>
				resolve({ status, ms: performance.now() - started, body: text });
			const text = body === undefined ? null : JSON.stringify(body);
			const headers = {
				host: `localhost:${port}`,
				origin,
				'sec-fetch-site': 'same-origin',
				'accept-encoding': 'identity',
				...(text !== null && {
					'content-type': 'application/json',
					'content-length': Buffer.byteLength(text)
				})
			};
			const outgoing = request(
				{ host: '127.0.0.1', port, path, agent, headers, method: text === null ? 'GET' : 'POST' },
				(response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('end', () => end(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
					response.on('error', () => end(0, ''));
				}
			);
			outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy(new Error('No answer')));
			outgoing.on('error', () => end(0, ''));
			outgoing.end(text ?? undefined);
		});
	return { ask, close: () => agent.destroy() };
}
