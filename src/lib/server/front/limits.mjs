/** Milliseconds and counts; a test has smaller ones. */
export const LIMITS = {
	/** The head of a request: some hundred bytes. */
	headersMs: 10_000,
	/** A whole request: 800 KB at most, on a phone's network. */
	requestMs: 30_000,
	/** Nothing sent and nothing taken: a verification says something every ten seconds. */
	silenceMs: 20_000,
	/** How often the first two are looked at. */
	lookMs: 2000,
	connections: 2000,
	/** Of one address, where it is not a proxy's: a class of 20 behind one, whose browsers open six each. */
	perAddress: 256
};

/** @param {string | undefined} address */
const isLoopback = (address) => address === undefined || /^(?:::ffff:)?127\.|^::1$/.test(address);

/**
 * What a server that strangers reach must not wait for. Slow readers end by `silenceMs`: Node looks whether the rest of a
 * write has become less, so that a long answer on a slow line goes on.
 * @param {import('node:http').Server} server
 * @param {{ direct: boolean, limits?: typeof LIMITS }} options `direct`: no proxy stands before it.
 */
export function limitConnections(server, { direct, limits = LIMITS }) {
	server.headersTimeout = limits.headersMs;
	server.requestTimeout = limits.requestMs;
	server.timeout = limits.silenceMs;
	server.maxConnections = limits.connections;
	/** @type {Map<string, number>} */
	const open = new Map();
	server.on('connection', (socket) => {
		const address = socket.remoteAddress;
		// A proxy on this machine is everybody.
		if (!direct || isLoopback(address) || address === undefined) return;
		const count = (open.get(address) ?? 0) + 1;
		if (count > limits.perAddress) return void socket.destroy();
		open.set(address, count);
		socket.once('close', () => {
			const left = (open.get(address) ?? 1) - 1;
			if (left > 0) open.set(address, left);
			else open.delete(address);
		});
	});
}
