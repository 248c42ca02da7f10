import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Line {
	/** Bytes a second, shared by all connections. */
	down: number;
	up: number;
	/** Round trip, milliseconds. */
	latencyMs: number;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shares a line's capacity: each caller waits until its bytes have had their turn. */
function createCapacity(bytesPerSecond: number) {
	let freeAt = 0;
	return (bytes: number): Promise<unknown> => {
		const now = performance.now();
		freeAt = Math.max(now, freeAt) + (bytes / bytesPerSecond) * 1000;
		return wait(freeAt - now);
	};
}

/** A packet's worth: smaller pieces let connections take turns, as they do on a real line. */
const PIECE_BYTES = 4096;

async function pump(
	from: Socket,
	to: Socket,
	take: (bytes: number) => Promise<unknown>,
	delayMs: number
): Promise<void> {
	let last: Promise<unknown> = Promise.resolve();
	for await (const chunk of from as AsyncIterable<Buffer>) {
		for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
			const piece = chunk.subarray(at, at + PIECE_BYTES);
			await take(piece.length);
			const before = last;
			last = wait(delayMs)
				.then(() => before)
				.then(() => void (to.destroyed || to.write(piece)));
		}
	}
	await last;
	to.end();
}

/**
 * A slow line in front of a server on this machine. A browser's own emulation does not reach the frames and workers
 * of other processes; this reaches everything. Opening a connection costs one round trip, as TCP's does.
 */
export async function openSlowLine(
	origin: string,
	line: Line
): Promise<{ origin: string; close: () => void }> {
	const takeDown = createCapacity(line.down);
	const takeUp = createCapacity(line.up);
	const port = Number(new URL(origin).port);
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		const upstream = connect(port, 'localhost');
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => sockets.delete(socket));
		}
		void wait(line.latencyMs)
			.then(() => pump(client, upstream, takeUp, line.latencyMs / 2))
			.catch(() => upstream.destroy());
		void pump(upstream, client, takeDown, line.latencyMs / 2).catch(() => client.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close() {
			server.close();
			for (const socket of sockets) socket.destroy();
		}
	};
}
