import { Buffer } from 'node:buffer';
import type { RequestOptions } from './http-client.ts';
import { LOCAL_HOSTS } from './network.ts';

/** What arrives, in memory or really. */
interface Answer {
	statusCode?: number;
	statusMessage?: string;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	rawHeaders: readonly string[];
	on(event: string, listener: (value: never) => void): unknown;
}
/** `http.request`. */
export type Ask = (
	options: RequestOptions,
	onAnswer: (answer: Answer) => void
) => { on(event: 'error', listener: (error: Error) => void): unknown; end(body?: Uint8Array): unknown };

/**
 * Node begins to compile a parser when these are first touched, and would go on when what it needs has been removed.
 * Nothing is parsed here, so that it waits for ever.
 */
function takeFetchClasses() {
	const { WebAssembly: wasm, URL } = globalThis;
	const { compile } = wasm;
	wasm.compile = () => new Promise(() => {});
	try {
		const { Request, Response } = globalThis;
		return { Request, Response, URL };
	} finally {
		wasm.compile = compile;
	}
}
const { Request, Response, URL: Url } = takeFetchClasses();
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NO_BODY = new Set([101, 204, 205, 304]);
const MOST_REDIRECTS = 20;

export const optionsOf = (url: URL): RequestOptions => ({
	protocol: url.protocol,
	hostname: url.hostname,
	port: url.port,
	path: url.pathname + url.search
});

/** What `fetch` throws whatever went wrong below it. */
const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

/** `fetch` over `http.request`, to servers of this machine only: whatever is further away fails. */
export function createFetch(ask: Ask) {
	const send = (
		url: URL,
		method: string,
		headers: [string, string][],
		body: Uint8Array,
		signal: AbortSignal
	) =>
		new Promise<{ answer: Answer; bytes: Buffer }>((resolve, reject) => {
			const client = ask({ ...optionsOf(url), method, headers: headers.flat(), signal }, (answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => resolve({ answer, bytes: Buffer.concat(chunks) }));
				answer.on('error', reject);
			});
			client.on('error', reject);
			client.end(body.byteLength > 0 ? body : undefined);
		});

	return async function fetch(input: unknown, init?: RequestInit): Promise<Response> {
		const asked = new Request(input as string, init);
		const body = new Uint8Array(await asked.arrayBuffer());
		let { method } = asked;
		let url = new Url(asked.url);
		const headers: [string, string][] = [...asked.headers];
		for (const [name, value] of [
			['accept', '*/*'],
			['user-agent', 'node']
		] as const) {
			if (!asked.headers.has(name)) headers.push([name, value]);
		}
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			if (url.protocol !== 'http:' || !LOCAL_HOSTS.has(url.hostname))
				throw failed(new Error(`not reachable: ${url.host}`));
			const sent = method === 'GET' || method === 'HEAD' ? new Uint8Array() : body;
			const { answer, bytes } = await send(url, method, headers, sent, asked.signal).catch(
				(cause: unknown) => {
					asked.signal.throwIfAborted();
					throw failed(cause);
				}
			);
			const status = answer.statusCode!;
			const location = answer.headers.location;
			if (REDIRECTS.has(status) && typeof location === 'string' && asked.redirect !== 'manual') {
				if (asked.redirect === 'error') throw failed(new Error('unexpected redirect'));
				url = new Url(location, url);
				if (status === 303 || (method === 'POST' && status < 303)) method = 'GET';
				continue;
			}
			const list: [string, string][] = [];
			for (let at = 0; at < answer.rawHeaders.length; at += 2)
				list.push([answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!]);
			const response = new Response(NO_BODY.has(status) ? null : new Uint8Array(bytes), {
				status,
				statusText: answer.statusMessage,
				headers: list
			});
			Object.defineProperty(response, 'url', { value: url.href });
			Object.defineProperty(response, 'redirected', { value: redirects > 0 });
			return response;
		}
		throw failed(new Error('redirect count exceeded'));
	};
}
