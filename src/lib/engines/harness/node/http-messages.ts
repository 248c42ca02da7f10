import { Buffer } from 'node:buffer';
import { STATUS_CODES } from 'node:http';
import { Readable, Writable } from 'node:stream';

export type HeaderValue = string | number | readonly string[];
export type Headers = Record<string, string | string[]>;

const coded = <E extends Error>(error: E, code: string): E => Object.assign(error, { code });
const TOKEN = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const INVALID_VALUE = /[^\t\x20-\x7e\x80-\xff]/;

/** What arrives: a request at the server, a response at the client. */
export class IncomingMessage extends Readable {
	httpVersion = '1.1';
	httpVersionMajor = 1;
	httpVersionMinor = 1;
	complete = false;
	aborted = false;
	method?: string;
	url?: string;
	statusCode?: number;
	statusMessage?: string;
	headers: Headers = {};
	rawHeaders: string[] = [];
	trailers: Headers = {};
	readonly socket = {
		remoteAddress: '127.0.0.1',
		remoteFamily: 'IPv4',
		remotePort: 50_000,
		encrypted: false,
		destroy() {}
	};

	constructor() {
		super({ read() {} });
	}

	get connection(): object {
		return this.socket;
	}

	setTimeout(): this {
		return this;
	}
}

/** What is sent: its headers, and the rules for changing them. */
export abstract class OutgoingMessage extends Writable {
	headersSent = false;
	sendDate = true;
	readonly #headers = new Map<string, { name: string; value: string | string[] }>();
	/** Bytes written before the headers are sent: a body of one piece gets its length. */
	protected began = false;

	setHeader(name: string, value: HeaderValue): this {
		if (this.headersSent) throw headersSent('set');
		if (typeof name !== 'string' || !TOKEN.test(name)) {
			throw coded(
				new TypeError(`Header name must be a valid HTTP token ["${name}"]`),
				'ERR_INVALID_HTTP_TOKEN'
			);
		}
		if (value === undefined || value === null) {
			const error = new TypeError(`Invalid value "${String(value)}" for header "${name}"`);
			throw coded(error, 'ERR_HTTP_INVALID_HEADER_VALUE');
		}
		const texts = Array.isArray(value) ? value.map(String) : String(value);
		if ([texts].flat().some((text) => INVALID_VALUE.test(text))) {
			throw coded(new TypeError(`Invalid character in header content ["${name}"]`), 'ERR_INVALID_CHAR');
		}
		this.#headers.set(name.toLowerCase(), { name, value: texts });
		return this;
	}

	appendHeader(name: string, value: string | readonly string[]): this {
		const before = this.getHeader(name);
		return this.setHeader(name, before === undefined ? value : [before, value].flat());
	}

	setHeaders(headers: Iterable<readonly [string, HeaderValue]>): this {
		for (const [name, value] of headers) this.setHeader(name, value);
		return this;
	}

	getHeader(name: string): string | string[] | undefined {
		return this.#headers.get(String(name).toLowerCase())?.value;
	}

	getHeaders(): Headers {
		const all = Object.create(null) as Headers;
		for (const [name, { value }] of this.#headers) all[name] = value;
		return all;
	}

	getHeaderNames(): string[] {
		return [...this.#headers.keys()];
	}

	hasHeader(name: string): boolean {
		return this.#headers.has(String(name).toLowerCase());
	}

	removeHeader(name: string): void {
		if (this.headersSent) throw headersSent('remove');
		this.#headers.delete(String(name).toLowerCase());
	}

	/** Names and values in turn, as they were written. */
	protected rawHeaders(): string[] {
		return [...this.#headers.values()].flatMap(({ name, value }) =>
			[value].flat().flatMap((one) => [name, one])
		);
	}

	protected takeHeaders(headers: Readonly<Record<string, HeaderValue>> | readonly unknown[]): void {
		if (Array.isArray(headers)) {
			const list = headers.flat() as string[];
			for (let at = 0; at + 1 < list.length; at += 2) this.setHeader(list[at]!, list[at + 1]!);
			return;
		}
		for (const [name, value] of Object.entries(headers)) this.setHeader(name, value as HeaderValue);
	}

	setTimeout(): this {
		return this;
	}
}

const headersSent = (what: string): Error =>
	coded(new Error(`Cannot ${what} headers after they are sent to the client`), 'ERR_HTTP_HEADERS_SENT');

/** Fills a message that arrives with what was sent. */
export function receive(message: IncomingMessage, raw: readonly string[]): void {
	message.rawHeaders = [...raw];
	for (let at = 0; at < raw.length; at += 2) {
		const name = raw[at]!.toLowerCase();
		const value = raw[at + 1]!;
		const before = message.headers[name];
		if (name === 'set-cookie') message.headers[name] = [...(before ?? []), value];
		else message.headers[name] = before === undefined ? value : `${String(before)}, ${value}`;
	}
}

/** What a server answers with. `deliver` gets it once its head is known. */
export class ServerResponse extends OutgoingMessage {
	statusCode = 200;
	statusMessage = '';
	readonly #deliver: (answer: IncomingMessage) => void;
	readonly #hasBody: boolean;
	#answer: IncomingMessage | null = null;

	constructor(
		readonly req: IncomingMessage,
		deliver: (answer: IncomingMessage) => void
	) {
		super({ decodeStrings: true });
		this.#deliver = deliver;
		this.#hasBody = req.method !== 'HEAD';
	}

	get socket(): object {
		return this.req.socket;
	}

	get connection(): object {
		return this.req.socket;
	}

	get finished(): boolean {
		return this.writableEnded;
	}

	writeHead(status: number, reason?: unknown, headers?: unknown): this {
		if (this.headersSent) throw headersSent('write');
		const code = Number(status) | 0;
		if (code < 100 || code > 999) {
			throw coded(new RangeError(`Invalid status code: ${String(status)}`), 'ERR_HTTP_INVALID_STATUS_CODE');
		}
		this.statusCode = code;
		if (typeof reason === 'string') this.statusMessage = reason;
		const given = typeof reason === 'string' ? headers : (headers ?? reason);
		if (typeof given === 'object' && given !== null) this.takeHeaders(given as Record<string, HeaderValue>);
		this.headersSent = true;
		return this;
	}

	writeContinue(): void {}
	writeProcessing(): void {}

	flushHeaders(): void {
		this.#open(null);
	}

	override write(...args: unknown[]): boolean {
		// Before the stream asks: headers are sent with the first bytes.
		if (!this.writableEnded) this.headersSent = true;
		return super.write(...(args as [unknown]));
	}

	override end(...args: unknown[]): this {
		const [chunk, encoding] = args;
		if (!this.headersSent && !this.writableEnded) this.#length(chunk, encoding);
		return super.end(...(args as [])) as unknown as this;
	}

	/** A body that is given at once has a length. */
	#length(chunk: unknown, encoding: unknown): void {
		if (this.hasHeader('content-length') || this.hasHeader('transfer-encoding')) return;
		if (this.statusCode === 204 || this.statusCode === 304) return;
		const size =
			typeof chunk === 'string'
				? Buffer.byteLength(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
				: chunk instanceof Uint8Array
					? chunk.byteLength
					: 0;
		this.setHeader('Content-Length', size);
	}

	#open(done: (() => void) | null): IncomingMessage {
		this.headersSent = true;
		if (!this.#answer) {
			const answer = new IncomingMessage();
			answer.statusCode = this.statusCode;
			answer.statusMessage = this.statusMessage || STATUS_CODES[this.statusCode] || 'unknown';
			receive(answer, this.rawHeaders());
			this.#answer = answer;
			this.#deliver(answer);
		}
		done?.();
		return this.#answer;
	}

	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		const answer = this.#open(null);
		if (this.#hasBody && this.statusCode !== 204 && this.statusCode !== 304) answer.push(Buffer.from(chunk));
		done();
	}

	override _final(done: () => void): void {
		const answer = this.#open(null);
		answer.complete = true;
		answer.push(null);
		done();
	}

	/** The connection is gone. */
	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		if (this.#answer && !this.#answer.complete) this.#answer.destroy(aborted());
		done(error);
	}
}

const aborted = (): Error => coded(new Error('aborted'), 'ECONNRESET');
