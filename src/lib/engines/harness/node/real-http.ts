import { setImmediate } from 'node:timers';
import * as nodeHttp from 'node:http';
import { createFetch, type Ask } from './fetch.ts';
import type { OpenServer, Program, Programs } from './programs.ts';

type Exports = Record<string, unknown>;
type Method = (...args: unknown[]) => unknown;

const http = ((nodeHttp as unknown as { default?: Exports }).default ?? nodeHttp) as Exports;

/** Names and values in turn → an object. */
function plain(headers: unknown): Record<string, string> {
	const list = headers as readonly string[];
	return Object.fromEntries(list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]!]] : [])));
}

/** Real connections: a program's servers are known to it, and get a free port where a suite started it. */
export function createRealHttp(programs: Programs, crash: (program: Program, thrown: unknown) => void) {
	class Server extends nodeHttp.Server {
		readonly #program = programs.current();
		#open: OpenServer | null = null;

		override listen(...args: unknown[]): this {
			const [first] = args;
			const options = typeof first === 'object' && first !== null ? (first as { port?: unknown }) : null;
			const asked = Number((options ? options.port : typeof first === 'function' ? 0 : first) ?? 0);
			if (this.#program.movable && asked > 0) {
				if (options) args[0] = { ...options, port: 0 };
				else args[0] = 0;
			}
			const program = this.#program;
			this.prependOnceListener('listening', () => {
				const address = this.address();
				const port = typeof address === 'object' && address ? address.port : asked;
				this.#open = { port, asked: asked || port, stop: () => this.#stop() };
				program.servers.add(this.#open);
				// After the listeners of the program itself.
				setImmediate(() => this.#open && program.listens(this.#open));
			});
			this.once('close', () => this.#open && program.servers.delete(this.#open));
			program.pending += 1;
			const begun = () => void (program.pending -= 1);
			let once = true;
			const settle = () => {
				if (once) begun();
				once = false;
			};
			this.once('listening', settle);
			this.prependOnceListener('error', settle);
			return super.listen(...(args as []));
		}

		#stop(): void {
			this.closeAllConnections?.();
			super.close();
		}

		override close(callback?: (error?: Error) => void): this {
			// Clients keep their connections for the next request: nothing is said on them any more.
			this.closeIdleConnections?.();
			return super.close(callback);
		}

		override emit(name: string | symbol, ...args: unknown[]): boolean {
			const program = this.#program;
			if (program.isBase || name !== 'request') return super.emit(name as string, ...args);
			return programs.within(program, () => {
				try {
					return super.emit(name as string, ...args);
				} catch (thrown) {
					crash(program, thrown);
					(args[0] as { socket?: { destroy(): void } }).socket?.destroy();
					return true;
				}
			});
		}
	}

	/** A request keeps the program that made it. */
	const counted =
		(method: Method): Method =>
		(...args) => {
			const program = programs.current();
			const client = method(...args) as { once(name: string, listener: () => void): void };
			program.pending += 1;
			client.once('close', () => void (program.pending -= 1));
			return client;
		};

	const request = counted(http.request as Method);
	const fetch = createFetch((options, onAnswer) => {
		// A connection that is kept would keep the server from closing.
		const client = request({ ...options, headers: plain(options.headers), agent: false }, onAnswer);
		return client as ReturnType<Ask>;
	});

	return {
		fetch,
		module: (): Exports => ({
			...http,
			Server,
			createServer: (...args: unknown[]) => new Server(...(args as [])),
			request,
			get: counted(http.get as Method)
		})
	};
}
