import { connect } from 'node:net';
import { openClient, type Ask } from './ask.ts';

/** What a class or a person alone would never ask for at a time. */
const FLOOD = 50;
const SLOW_SOCKETS = 40;
const PAUSE_MS = 50;
const SOURCE_CHARS = 190_000;

const compile = (ask: Ask, files: Record<string, string>, entry: string, need: string) =>
	ask('/api/compile', { files, entry, mocked: [], need, packages: [] });
const fill = (text: string): string => text.repeat(Math.floor(SOURCE_CHARS / text.length));

export interface Target {
	id: string;
	hash: string;
	path: string;
}
type Attack = (ask: Ask, target: Target) => Promise<unknown>;

/** What is asked again and again, one request after another. */
const REPEATED: Readonly<Record<string, Attack>> = {
	'nested arrows: 2^40 parses': (ask) =>
		compile(ask, { 'main.ts': `y=${'a?(b):c=>'.repeat(40)}x${':e'.repeat(40)}` }, 'main.ts', 'worker'),
	'an error for each of 49,000 assignments, all on one line': (ask) =>
		compile(ask, { 'main.js': `const a=1;${fill('a=1;')}` }, 'main.js', 'worker'),
	'a page of 11,000 scripts': (ask) =>
		compile(ask, { 'index.html': fill('<script></script>') }, 'index.html', 'dom'),
	'endless loops': (ask, { id, hash }) =>
		ask('/api/verify', {
			exercise: { id, hash },
			mode: 'check',
			submission: { 'main.js': 'for (;;);' },
			runId: 'loop'
		})
};

/** Reads nothing of what it asks for, and sends half a request on every other connection. */
function holdSockets(origin: string, address: string, path: string): () => void {
	const { port } = new URL(origin);
	const sockets = Array.from({ length: SLOW_SOCKETS }, (_, index) => {
		const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: address });
		socket.on('error', () => {});
		socket.pause();
		const head = `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n`;
		socket.write(index % 2 ? head : `${head}\r\n`.repeat(20));
		return socket;
	});
	return () => sockets.forEach((socket) => socket.destroy());
}

/** Starts one attacker of each kind, each from an address of its own. Resolves when all have stopped. */
export async function attack(origin: string, target: Target, signal: AbortSignal): Promise<void> {
	const kinds: Attack[] = [
		...Object.values(REPEATED),
		(ask, { path }) =>
			Promise.all(
				Array.from({ length: FLOOD }, (_, index) =>
					index % 2 ? ask(path) : compile(ask, { 'main.js': `let a = ${index};` }, 'main.js', 'worker')
				)
			)
	];
	const letGo = holdSockets(origin, '127.0.2.100', target.path);
	await Promise.all(
		kinds.map(async (kind, index) => {
			const client = openClient(origin, `127.0.2.${index + 1}`);
			const stop = () => client.close();
			signal.addEventListener('abort', stop, { once: true });
			while (!signal.aborted) {
				await kind(client.ask, target);
				await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			}
		})
	);
	letGo();
}
