import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { AddressInfo } from 'node:net';

export interface PortWatch {
	/** Where `bin/report-ports.cjs` says which ports a process opens. */
	port: number;
	close(): void;
}

/** Hears from every process of Node which ports it opens and closes; a process that ends has closed its own. */
export async function listenForPorts(
	onPort: (port: number, status: 'open' | 'close') => void
): Promise<PortWatch> {
	const server = createServer((socket) => {
		const open = new Set<number>();
		socket.on('error', () => {});
		createInterface({ input: socket })
			.on('line', (line) => {
				const { port, status } = JSON.parse(line) as { port: number; status: 'open' | 'close' };
				if (status === 'open') open.add(port);
				else open.delete(port);
				onPort(port, status);
			})
			.on('error', () => {});
		socket.on('close', () => open.forEach((port) => onPort(port, 'close')));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	server.unref();
	return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
