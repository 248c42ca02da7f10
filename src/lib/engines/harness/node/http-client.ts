import { Buffer } from 'node:buffer';
import * as nodeTimers from 'node:timers';
import {
	IncomingMessage,
	OutgoingMessage,
	receive,
	ServerResponse,
	type HeaderValue
} from './http-messages.ts';
import { LOCAL_HOSTS, networkError, type Network } from './network.ts';
import type { Program, Programs } from './programs.ts';

const { setImmediate } = nodeTimers;

export interface RequestOptions {
	method?: string;
	host?: string;
	hostname?: string;
	port?: number | string;
	path?: string;
	headers?: Readonly<Record<string, HeaderValue>> | readonly unknown[];
	signal?: AbortSignal;
	protocol?: string;
}

const hangUp = () => networkError('socket hang up', { code: 'ECONNRESET' });

function refused(host: string, port: number): Error {
	const address = host === 'localhost' ? '127.0.0.1' : host;
	if (!LOCAL_HOSTS.has(host)) {
		const message = `getaddrinfo ENOTFOUND ${host}`;
		return networkError(message, { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname: host });
	}
	const message = `connect ECONNREFUSED ${address}:${port}`;
	return networkError(message, { code: 'ECONNREFUSED', errno: -111, syscall: 'connect', address, port });
}

/** `http.ClientRequest`, to the servers of this run. */
export function clientClass(
	network: Network,
	programs: Programs,
	crash: (program: Program, thrown: unknown) => void
) {
	return class ClientRequest extends OutgoingMessage {
		readonly method: string;
		readonly path: string;
		readonly host: string;
		readonly protocol = 'http:';
		readonly #port: number;
		readonly #arriving = new IncomingMessage();
		readonly #program = programs.current();
		#begun = false;
		#settled = false;
		#release: () => void = () => {};

		constructor(options: RequestOptions, onResponse?: (response: IncomingMessage) => void) {
			// Its bytes are sent before the answer comes: it is not over then.
			super({ decodeStrings: true, autoDestroy: false });
			this.method = (options.method ?? 'GET').toUpperCase();
			this.path = options.path ?? '/';
			this.host = (options.hostname ?? options.host ?? 'localhost').replace(/^\[|\]$/g, '');
			this.#port = Number(options.port || 80);
			if (options.headers) this.takeHeaders(options.headers);
			if (!this.hasHeader('host')) this.setHeader('Host', `${this.host}:${this.#port}`);
			if (onResponse) this.once('response', onResponse);
			const { signal } = options;
			if (signal?.aborted) this.destroy(signal.reason as Error);
			else signal?.addEventListener('abort', () => this.destroy(signal.reason as Error), { once: true });
		}

		/** Something happens in the program that asked. */
		#emit(name: string, ...args: unknown[]): void {
			programs.within(this.#program, () => {
				if (this.#program.ended) return;
				try {
					this.emit(name, ...args);
				} catch (thrown) {
					if (this.#program.isBase) throw thrown;
					crash(this.#program, thrown);
				}
			});
		}

		#settle(): void {
			if (this.#settled) return;
			this.#settled = true;
			this.#release();
			this.#program.pending -= 1;
		}

		#begin(): void {
			if (this.#begun) return;
			this.#begun = true;
			this.headersSent = true;
			this.#program.pending += 1;
			if (
				['POST', 'PUT', 'PATCH'].includes(this.method) &&
				!this.hasHeader('content-length') &&
				!this.writableEnded
			) {
				const raw = [...this.rawHeaders(), 'Transfer-Encoding', 'chunked'];
				receive(this.#arriving, raw);
			} else receive(this.#arriving, this.rawHeaders());
			this.#arriving.method = this.method;
			this.#arriving.url = this.path;
			setImmediate(() => this.#connect());
		}

		#connect(): void {
			if (this.destroyed) return this.#settle();
			const target = LOCAL_HOSTS.has(this.host) ? network.at(this.#port) : undefined;
			if (!target) {
				this.#settle();
				this.destroy(refused(this.host, this.#port));
				return;
			}
			let answer: IncomingMessage | null = null;
			const response = new ServerResponse(this.#arriving, (incoming) => {
				answer = incoming;
				incoming.once('close', () => {
					this.#settle();
					this.destroy();
				});
				setImmediate(() => this.#emit('response', incoming));
				// Nobody reads it: it must not keep the program.
				if (this.listenerCount('response') === 0) incoming.resume();
			});
			const cut = () => {
				if (!answer) {
					this.#settle();
					this.destroy(hangUp());
				}
				response.destroy();
				this.#arriving.destroy();
			};
			target.open.add(cut);
			this.#release = () => target.open.delete(cut);
			response.once('close', () => {
				target.open.delete(cut);
				if (!answer) cut();
			});
			target.handle(this.#arriving, response);
		}

		override end(...args: unknown[]): this {
			const [chunk] = args;
			if (!this.#begun && !this.headersSent && (typeof chunk === 'string' || chunk instanceof Uint8Array)) {
				const size = typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.byteLength;
				if (!this.hasHeader('content-length')) this.setHeader('Content-Length', size);
			}
			super.end(...(args as []));
			return this;
		}

		abort(): void {
			this.destroy();
		}

		setNoDelay(): void {}
		setSocketKeepAlive(): void {}
		flushHeaders(): void {
			this.#begin();
		}

		override _write(chunk: Buffer, _encoding: string, done: () => void): void {
			this.#begin();
			this.#arriving.push(Buffer.from(chunk));
			done();
		}

		override _final(done: () => void): void {
			this.#begin();
			this.#arriving.complete = true;
			this.#arriving.push(null);
			done();
		}

		override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
			if (error) this.#settleIfBegun();
			done(error);
		}

		#settleIfBegun(): void {
			if (this.#begun) this.#settle();
		}
	};
}
