import { METHODS, STATUS_CODES } from 'node:http';
import { createFetch, optionsOf } from './fetch.ts';
import { clientClass, type RequestOptions } from './http-client.ts';
import { IncomingMessage, OutgoingMessage, ServerResponse } from './http-messages.ts';
import { serverClass, type ServerWorld } from './http-server.ts';

type OnResponse = (response: IncomingMessage) => void;
const { URL: Url } = globalThis;

/** `node:http` and `fetch`, over the ports of this run. */
export function createHttp(world: ServerWorld) {
	const Server = serverClass(world);
	const ClientRequest = clientClass(world.network, world.programs, world.crash);

	function request(first: unknown, second?: unknown, third?: unknown) {
		const base =
			typeof first === 'string' ? optionsOf(new Url(first)) : first instanceof Url ? optionsOf(first) : {};
		const own = base === first || typeof first === 'string' || first instanceof Url ? second : first;
		const options = { ...base, ...(typeof own === 'object' ? (own as RequestOptions) : {}) };
		if (options.protocol && options.protocol !== 'http:') {
			const error = new TypeError(`Protocol "${options.protocol}" not supported. Expected "http:"`);
			throw Object.assign(error, { code: 'ERR_INVALID_PROTOCOL' });
		}
		const onResponse = [second, third].find((one): one is OnResponse => typeof one === 'function');
		return new ClientRequest(options, onResponse);
	}

	const fetch = createFetch((options, onAnswer) => new ClientRequest(options, onAnswer as never));

	return {
		fetch,
		shared: [Server, ClientRequest, IncomingMessage, ServerResponse, OutgoingMessage] as object[],
		/** `node:http`: a new object for each owner. */
		module: () => ({
			METHODS: [...METHODS],
			STATUS_CODES: { ...STATUS_CODES },
			Server,
			ClientRequest,
			IncomingMessage,
			ServerResponse,
			OutgoingMessage,
			maxHeaderSize: 16_384,
			globalAgent: {},
			Agent: class Agent {},
			createServer: (options?: unknown, listener?: unknown) => new Server(options, listener),
			request,
			get(...args: [unknown, unknown?, unknown?]) {
				const client = request(...args);
				client.end();
				return client;
			}
		})
	};
}
