/** Requests of one connection that may wait for the answer before theirs. Browsers send none before it. */
const WAITING = 8;

/**
 * Answers the requests of a connection one after another, the next when the system has taken the answer before it: else
 * one that reads nothing has everything that it asked for made and kept. One that asks for too much ahead is closed.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} answer
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function oneAtATime(answer) {
	/** @type {WeakMap<import('node:net').Socket, { last: Promise<unknown>, waiting: number }>} */
	const lines = new WeakMap();
	return async (request, response) => {
		const { socket } = request;
		const line = lines.get(socket) ?? { last: Promise.resolve(), waiting: 0 };
		lines.set(socket, line);
		if (line.waiting >= WAITING) return void socket.destroy();
		const before = line.last;
		line.last = new Promise((resolve) => response.once('close', resolve));
		line.waiting += 1;
		await before;
		line.waiting -= 1;
		if (!socket.destroyed) await answer(request, response);
	};
}
