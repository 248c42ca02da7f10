import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request in place of the site's answer; null for the site's. */
export type Trouble = (path: string) => 'cut' | { status: number; type: string; body: string } | null;

/** One address behind which the site changes, and a line that can be bad: what a browser sees of a deploy. */
export interface FrontDoor {
	origin: string;
	/** From the next request on another server answers. */
	lead(to: string): void;
	trouble(kind: Trouble): void;
	/** Every path that was asked for. */
	asked: string[];
	close(): void;
}

/** It leads nowhere yet. */
export async function openFrontDoor(): Promise<FrontDoor> {
	let origin: URL;
	let trouble: Trouble = () => null;
	const asked: string[] = [];

	function pass(request: IncomingMessage, response: ServerResponse): void {
		const { method, url: path = '/', headers } = request;
		const onward = ask(
			{ host: origin.hostname, port: origin.port, method, path, headers, agent: false },
			(answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			}
		);
		onward.on('error', () => response.destroy());
		response.on('close', () => onward.destroy());
		request.pipe(onward);
	}

	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		asked.push(path);
		const instead = trouble(path);
		if (instead === 'cut') return void response.destroy();
		if (!instead) return pass(request, response);
		response.writeHead(instead.status, { 'content-type': instead.type }).end(instead.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		lead: (next) => void (origin = new URL(next)),
		trouble: (kind) => void (trouble = kind),
		asked,
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}
