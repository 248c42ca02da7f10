/*
 * What our programs use of Deno, with its types. Taken when a program is read: the bridge removes the global object's own.
 */

/** Deno's `ext:core`, of which nothing is promised between two versions: the sandbox's tests run on the one we ship. */
interface Core {
	/** Runs a script; `hostDefined` `[1]` marks it as one that may not import, as `node:vm` does. */
	evalContext(
		text: string,
		name: string,
		hostDefined: readonly unknown[]
	): [result: unknown, failure: { thrown: unknown } | null];
	print(text: string, isError: boolean): void;
	setReportExceptionCallback(listener: (error: unknown) => void): void;
	/** The listener says whether it took the rejection. */
	setUnhandledPromiseRejectionHandler(
		listener: (promise: Promise<unknown>, reason: unknown) => boolean
	): void;
	reportUnhandledException(error: unknown): void;
	createTimer(
		callback: () => void,
		afterMs: number,
		args: undefined,
		repeat: boolean,
		keepsAlive: boolean
	): object;
	cancelTimer(timer: object): void;
}

declare const internal: unique symbol;

interface DenoApi {
	readonly internal: typeof internal;
	readonly [internal]: { readonly core: Core };
	readonly args: readonly string[];
	readonly stdin: { read(into: Uint8Array): Promise<number | null> };
	readonly stdout: { writeSync(bytes: Uint8Array): number };
	readonly Command: new (
		program: string,
		options: { args: readonly string[]; stdin: 'inherit' }
	) => { output(): Promise<{ stdout: Uint8Array }> };
	/** Functions of a library of the system. */
	dlopen<Name extends string>(
		library: string,
		functions: Readonly<Record<Name, { parameters: readonly ('i32' | 'u64')[]; result: 'i32' }>>
	): { symbols: Record<Name, (...values: (number | bigint)[]) => number> };
	exit(code: number): never;
	uid(): number | null;
	kill(pid: number, signal: string): void;
	connect(to: { hostname: string; port: number }): Promise<object>;
	readDir(path: string): AsyncIterable<object>;
	readFileSync(path: string): Uint8Array;
	readTextFile(path: string): Promise<string>;
	writeFileSync(path: string, bytes: Uint8Array): void;
	writeTextFile(path: string, text: string): Promise<void>;
}

declare const Deno: DenoApi;

export const deno = Deno;
export const { core } = Deno[Deno.internal];
