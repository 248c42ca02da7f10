import { defineProperty } from '../natives.ts';

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

/**
 * Open files and folders as programs see them. Those of memfs hold the file system behind it, with which a program
 * could change what everybody else reads: each is kept in a private field of an object that only passes calls on.
 */
export class FileHandle {
	readonly #real: Methods & { readonly fd: number };

	constructor(real: object) {
		this.#real = real as Methods & { readonly fd: number };
	}

	get fd(): number {
		return this.#real.fd;
	}

	[Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')](): unknown {
		return this.#real.close!();
	}

	static {
		for (const name of [
			...[
				'appendFile',
				'chmod',
				'chown',
				'close',
				'datasync',
				'read',
				'readableWebStream',
				'readFile',
				'readv'
			],
			...['stat', 'sync', 'truncate', 'utimes', 'write', 'writeFile', 'writev']
		]) {
			const passOn = { [name]: passTo(name) }[name]!;
			defineProperty(this.prototype, name, { value: passOn, writable: true, configurable: true });
		}
		function passTo(name: string) {
			return function (this: FileHandle, ...args: unknown[]): unknown {
				return this.#real[name]!(...args);
			};
		}
	}
}

/** The number of an open file, given by its number or its handle; null for anything else. */
export function fileNumber(value: unknown): number | null {
	if (value instanceof FileHandle) return value.fd;
	return typeof value === 'number' ? value : null;
}

/** An open folder. See `FileHandle`. */
export class Dir {
	readonly #real: Methods & { readonly path: string };

	constructor(real: object) {
		this.#real = real as Methods & { readonly path: string };
	}

	get path(): string {
		return this.#real.path;
	}

	read(...args: unknown[]): unknown {
		return this.#real.read!(...args);
	}

	readSync(): unknown {
		return this.#real.readSync!();
	}

	close(...args: unknown[]): unknown {
		return this.#real.close!(...args);
	}

	closeSync(): unknown {
		return this.#real.closeSync!();
	}

	async *entries(): AsyncGenerator<unknown> {
		try {
			for (let entry = await this.read(); entry; entry = await this.read()) yield entry;
		} finally {
			await this.close();
		}
	}

	[Symbol.asyncIterator](): AsyncGenerator<unknown> {
		return this.entries();
	}
}
