import { EventEmitter } from 'node:events';
import * as nodeTimers from 'node:timers';
import { type IncomingMessage, type ServerResponse } from './http-messages.ts';
import { networkError, type Listening, type Network } from './network.ts';
import type { Program, Programs } from './programs.ts';

const { setImmediate } = nodeTimers;

type Listener = (...args: unknown[]) => void;
const isListener = (value: unknown): value is Listener => typeof value === 'function';

/** What a server needs of the world around it. */
export interface ServerWorld {
	network: Network;
	programs: Programs;
	crash(program: Program, thrown: unknown): void;
}

/** `http.Server`, on the ports of this run. */
export function serverClass(world: ServerWorld) {
	const { network, programs, crash } = world;
	return class Server extends EventEmitter {
		listening = false;
		timeout = 0;
		keepAliveTimeout = 5000;
		headersTimeout = 60_000;
		requestTimeout = 300_000;
		maxHeadersCount = null;
		#bound: Listening | null = null;
		#host = '::';

		constructor(options?: unknown, listener?: unknown) {
			super();
			const onRequest = isListener(options) ? options : listener;
			if (isListener(onRequest)) this.on('request', onRequest);
		}

		listen(...args: unknown[]): this {
			const callback = args.find(isListener);
			const [first] = args;
			const options = (typeof first === 'object' && first !== null ? first : {}) as {
				port?: unknown;
				host?: unknown;
			};
			const port = typeof first === 'object' && first !== null ? options.port : first;
			const host = options.host ?? (typeof args[1] === 'string' ? args[1] : undefined);
			const number = isListener(port) || port === undefined || port === null ? 0 : Number(port);
			if (!Number.isInteger(number) || number < 0 || number > 65_535) {
				const error = new RangeError(`options.port should be >= 0 and < 65536. Received ${String(port)}.`);
				throw Object.assign(error, { code: 'ERR_SOCKET_BAD_PORT' });
			}
			if (this.#bound) {
				const error = new Error('Listen method has been called more than once without closing.');
				throw Object.assign(error, { code: 'ERR_SERVER_ALREADY_LISTEN' });
			}
			this.#host = typeof host === 'string' ? host : '::';
			if (callback) this.once('listening', callback);
			const program = programs.current();
			const taken = number !== 0 && network.at(number);
			if (taken && !(taken.program !== program && program.movable)) {
				const address = this.#host;
				const message = `listen EADDRINUSE: address already in use ${address}:${number}`;
				const error = networkError(message, {
					code: 'EADDRINUSE',
					errno: -98,
					syscall: 'listen',
					address,
					port: number
				});
				this.#later(program, () => this.emit('error', error));
				return this;
			}
			this.#listen(program, number, number === 0 || taken ? network.free() : number);
			return this;
		}

		#listen(program: Program, asked: number, port: number): void {
			const listening: Listening = {
				port,
				asked: asked || port,
				program,
				open: new Set(),
				handle: (request, response) => this.#handle(program, request, response),
				stop: () => {
					network.release(port);
					for (const cut of listening.open) cut();
				}
			};
			this.#bound = listening;
			network.bind(listening);
			this.listening = true;
			this.#later(program, () => {
				if (this.#bound !== listening) return;
				this.emit('listening');
				program.listens(listening);
			});
			program.servers.add(listening);
		}

		/** In the next turn, as a part of the program. */
		#later(program: Program, then: () => void): void {
			program.pending += 1;
			setImmediate(() => {
				program.pending -= 1;
				if (program.ended) return;
				try {
					then();
				} catch (thrown) {
					if (program.isBase) throw thrown;
					crash(program, thrown);
				}
			});
		}

		#handle(program: Program, request: IncomingMessage, response: ServerResponse): void {
			programs.within(program, () => {
				try {
					this.emit('request', request, response);
				} catch (thrown) {
					if (program.isBase) {
						// Nobody else hears of it.
						setImmediate(() => {
							throw thrown;
						});
						response.destroy();
					} else crash(program, thrown);
				}
			});
		}

		address(): { address: string; family: string; port: number } | null {
			if (!this.#bound) return null;
			const family = this.#host.includes(':') ? 'IPv6' : 'IPv4';
			const address = this.#host === 'localhost' ? '127.0.0.1' : this.#host;
			return { address, family, port: this.#bound.port };
		}

		close(callback?: (error?: Error) => void): this {
			const bound = this.#bound;
			const program = bound?.program ?? programs.current();
			if (!bound) {
				const error = Object.assign(new Error('Server is not running.'), { code: 'ERR_SERVER_NOT_RUNNING' });
				if (callback) this.#later(program, () => callback(error));
				return this;
			}
			network.release(bound.port);
			this.#bound = null;
			this.listening = false;
			if (callback) this.once('close', callback);
			// As with Node's: it ends when the last answer has been given.
			const wait = () => {
				if (bound.open.size > 0) return this.#later(program, wait);
				program.servers.delete(bound);
				this.emit('close');
			};
			this.#later(program, wait);
			return this;
		}

		closeAllConnections(): void {
			for (const cut of this.#bound?.open ?? []) cut();
		}

		closeIdleConnections(): void {}

		setTimeout(): this {
			return this;
		}

		ref(): this {
			return this;
		}

		unref(): this {
			if (this.#bound) this.#bound.program.servers.delete(this.#bound);
			return this;
		}

		async [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')](): Promise<void> {
			await new Promise<void>((resolve) => this.close(() => resolve()));
		}
	};
}
