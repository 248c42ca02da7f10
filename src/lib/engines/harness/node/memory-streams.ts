import { Readable, Writable, type ReadableOptions, type WritableOptions } from 'node:stream';
import { fileNumber } from './memory-handles.ts';

type Done<T = void> = (error: Error | null, result?: T) => void;

/** What the streams need of `node:fs`. */
interface FileCalls {
	open(path: unknown, flags: string | number, mode: number, done: Done<number>): void;
	close(file: number, done: Done): void;
	read(
		file: number,
		into: Uint8Array,
		offset: number,
		size: number,
		at: number | null,
		done: Done<number>
	): void;
	write(
		file: number,
		from: Uint8Array,
		offset: number,
		size: number,
		at: number | null,
		done: Done<number>
	): void;
}

interface FileStreamOptions {
	flags?: string | number;
	encoding?: BufferEncoding | null;
	fd?: unknown;
	mode?: number;
	autoClose?: boolean;
	emitClose?: boolean;
	start?: number;
	end?: number;
	highWaterMark?: number;
	signal?: AbortSignal;
}
type Given = FileStreamOptions | BufferEncoding | null | undefined;

const READ_BYTES = 64 * 1024;
const NEW_FILE = 0o666;

const coded = (error: Error, code: string): Error => Object.assign(error, { code });

function optionsOf(given: Given): FileStreamOptions {
	return typeof given === 'string' ? { encoding: given } : { ...given };
}

function checkPath(path: unknown, { fd }: FileStreamOptions): void {
	if (fd !== undefined && fd !== null) return;
	if (typeof path === 'string' || path instanceof Uint8Array || path instanceof URL) return;
	const message = 'The "path" argument must be of type string or an instance of Buffer or URL.';
	throw coded(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

function checkRange({ start, end }: FileStreamOptions): void {
	for (const [name, value] of [
		['start', start],
		['end', end]
	] as const) {
		if (value === undefined || (typeof value === 'number' && value >= 0)) continue;
		const message = `The value of "${name}" is out of range. Received ${String(value)}`;
		throw coded(new RangeError(message), 'ERR_OUT_OF_RANGE');
	}
	if (start !== undefined && end !== undefined && start > end) {
		const message = `The value of "start" is out of range. It must be <= "end" (here: ${end}). Received ${start}`;
		throw coded(new RangeError(message), 'ERR_OUT_OF_RANGE');
	}
}

const shared = (options: FileStreamOptions): ReadableOptions & WritableOptions => ({
	autoDestroy: options.autoClose ?? true,
	emitClose: options.emitClose ?? true,
	...(options.signal ? { signal: options.signal } : {})
});

/**
 * `fs.createReadStream` and `fs.createWriteStream` of one owner, on top of its `open`, `read`, `write` and `close`.
 * Those of memfs hold their volume, with which a program could change what everybody else reads.
 */
export function fileStreams(files: FileCalls) {
	/** Opens the file, unless it is open already. */
	function open(stream: ReadStream | WriteStream, flags: string | number, mode: number, done: Done): void {
		if (stream.fd !== null) return done(null);
		files.open(stream.path, flags, mode, (error, file) => {
			if (error) return done(error);
			stream.fd = file!;
			done(null);
			stream.emit('open', file);
			stream.emit('ready');
		});
	}

	function close(stream: ReadStream | WriteStream, error: Error | null, done: Done): void {
		const { fd } = stream;
		stream.fd = null;
		if (fd === null) return done(error);
		files.close(fd, (failure) => done(error ?? failure));
	}

	class ReadStream extends Readable {
		fd: number | null;
		bytesRead = 0;
		readonly flags: string | number;
		readonly mode: number;
		readonly start: number | undefined;
		readonly end: number;
		#at: number | null;

		constructor(
			readonly path: unknown,
			given?: Given
		) {
			const options = optionsOf(given);
			checkPath(path, options);
			checkRange(options);
			super({
				...shared(options),
				highWaterMark: options.highWaterMark ?? READ_BYTES,
				...(options.encoding ? { encoding: options.encoding } : {})
			});
			this.fd = fileNumber(options.fd);
			this.flags = options.flags ?? 'r';
			this.mode = options.mode ?? NEW_FILE;
			this.start = options.start;
			this.end = options.end ?? Infinity;
			this.#at = options.start ?? null;
			if (this.#at === null && this.end !== Infinity) this.#at = 0;
		}

		get pending(): boolean {
			return this.fd === null;
		}

		override _construct(done: Done): void {
			open(this, this.flags, this.mode, done);
		}

		override _read(wanted: number): void {
			const left = this.end === Infinity ? wanted : this.end - this.#at! + 1;
			const size = Math.min(wanted, left);
			if (size <= 0) return void this.push(null);
			const bytes = new Uint8Array(size);
			files.read(this.fd!, bytes, 0, size, this.#at, (error, count = 0) => {
				if (error) return void this.destroy(error);
				if (this.#at !== null) this.#at += count;
				this.bytesRead += count;
				this.push(count > 0 ? bytes.subarray(0, count) : null);
			});
		}

		override _destroy(error: Error | null, done: Done): void {
			close(this, error, done);
		}

		close(done?: Done): void {
			if (done) this.once('close', () => done(null));
			this.destroy();
		}
	}

	class WriteStream extends Writable {
		fd: number | null;
		bytesWritten = 0;
		readonly flags: string | number;
		readonly mode: number;
		readonly start: number | undefined;
		#at: number | null;

		constructor(
			readonly path: unknown,
			given?: Given
		) {
			const options = optionsOf(given);
			checkPath(path, options);
			checkRange(options);
			super({
				...shared(options),
				decodeStrings: true,
				...(options.highWaterMark === undefined ? {} : { highWaterMark: options.highWaterMark }),
				...(options.encoding ? { defaultEncoding: options.encoding } : {})
			});
			this.fd = fileNumber(options.fd);
			this.flags = options.flags ?? (options.start === undefined ? 'w' : 'r+');
			this.mode = options.mode ?? NEW_FILE;
			this.start = options.start;
			this.#at = options.start ?? null;
		}

		get pending(): boolean {
			return this.fd === null;
		}

		override _construct(done: Done): void {
			open(this, this.flags, this.mode, done);
		}

		override _write(chunk: Uint8Array, _encoding: unknown, done: Done): void {
			files.write(this.fd!, chunk, 0, chunk.byteLength, this.#at, (error, count = 0) => {
				if (error) return done(error);
				if (this.#at !== null) this.#at += count;
				this.bytesWritten += count;
				done(null);
			});
		}

		override _destroy(error: Error | null, done: Done): void {
			close(this, error, done);
		}

		close(done?: Done): void {
			if (done) this.once('close', () => done(null));
			this.end();
		}
	}

	return {
		ReadStream,
		WriteStream,
		createReadStream: (path: unknown, options?: Given) => new ReadStream(path, options),
		createWriteStream: (path: unknown, options?: Given) => new WriteStream(path, options)
	};
}
