import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { EngineNeed } from '../../contract/exercise.ts';
import { recordingRequest } from './code-cache-suite.ts';
import { DENO_FLAGS, denoEnv, startDeno, V8_FLAGS } from './deno-sandbox.ts';
import { HARNESS_SPECIFIER, recordingScript, type DenoPrograms } from './sandbox-script.ts';

/*
 * Reading the harness and compiling its functions costs every process 25 ms; V8's code of them can be taken from Deno's
 * cache instead. Deno would keep only what is compiled when a script is read, and would also keep the code of every
 * learner's script. So the cache is made once, of our own code alone, with every function that a run calls, and then
 * closed: Deno finds the harness in it and can add nothing.
 */

/** Recording boots four processes, one after another, and they let others go first. */
const RECORD_LIMIT_MS = 30_000;

/** How a cache is made: another name for each way, so that one of an older way is not taken for one of this. */
const MADE = 'opened-after-closing';

export interface CodeCacheOptions {
	deno: string;
	/** Where caches are kept: a folder in it for each harness and each Deno. */
	folder: string;
	need: EngineNeed;
	harness: string;
	programs: DenoPrograms;
	/** The program of the processes, `sandboxScript` of the harness, and where it is. */
	program: { text: string; file: string };
}

/** The folder that is given to Deno as `DENO_DIR`; of another harness, other flags or another Deno it is another. */
function cacheFolder({ deno, folder, program }: CodeCacheOptions): string {
	const { size, mtimeMs } = statSync(deno);
	const parts = [MADE, program.text, program.file, V8_FLAGS, deno, size, mtimeMs].join('\n');
	return join(folder, `code-${createHash('sha256').update(parts).digest('hex').slice(0, 16)}`);
}

/** The cache that was made before, or null. */
export function findCodeCache(options: CodeCacheOptions): string | null {
	const path = cacheFolder(options);
	return existsSync(path) ? path : null;
}

/** Whoever waits for a run comes first. */
function yieldToOthers(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		setPriority(pid, constants.priority.PRIORITY_LOW);
	} catch {
		// It has ended, or the system does not want it: then it is as important as the others.
	}
}

/** Rejects unless the program ends well. */
function run(deno: string, args: readonly string[], denoDir: string, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(deno, ['run', ...DENO_FLAGS, ...args], {
			env: denoEnv(denoDir),
			stdio: ['ignore', 'ignore', 'pipe'],
			signal
		});
		yieldToOthers(child.pid);
		let stderr = '';
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error(stderr || `It ended with ${code}`))
		);
	});
}

/** One run of a suite of our own in a process that may write one file; its functions' code is in that file afterwards. */
async function record(options: CodeCacheOptions, work: string, signal: AbortSignal): Promise<string> {
	const code = join(work, 'harness.code');
	const script = join(work, 'record.js');
	writeFileSync(script, recordingScript(options.programs, options.harness));
	const denoDir = join(work, 'deno-of-recording');
	const process = startDeno({
		deno: options.deno,
		script,
		denoDir,
		harden: true,
		codeCache: false,
		permissions: [`--allow-write=${code}`],
		args: [code]
	});
	yieldToOthers(process.pid);
	const stop = () => process.sandbox.kill();
	signal.addEventListener('abort', stop, { once: true });
	try {
		const done = new Promise<boolean>((resolve) => {
			process.sandbox.listen((message) => message.type === 'done' && resolve(message.status === 'ran'));
			void process.closed.then(() => resolve(false));
		});
		if (!(await process.ready)) throw new Error('The recording did not boot');
		process.sandbox.post(recordingRequest(options.need, 10_000));
		if (!(await done) || !existsSync(code)) throw new Error('The recording did not run');
		return code;
	} finally {
		signal.removeEventListener('abort', stop);
		stop();
		await process.closed;
	}
}

/**
 * Makes the cache, a second or two; returns its folder. Rejects where Deno does not play along: processes then read the
 * harness themselves, as without a cache.
 */
export async function makeCodeCache(options: CodeCacheOptions, signal: AbortSignal): Promise<string> {
	const path = cacheFolder(options);
	const work = `${path}.${randomUUID()}`;
	const limited = AbortSignal.any([signal, AbortSignal.timeout(RECORD_LIMIT_MS)]);
	mkdirSync(join(work, 'cache'), { recursive: true });
	try {
		const code = await record(options, work, limited);
		const cache = join(work, 'cache');
		// Its stdin is at its end, so it ends when it is ready; Deno has filled its cache by then.
		const boot = [`--v8-flags=${V8_FLAGS}`, options.program.file, 'hardened'];
		await run(options.deno, boot, cache, limited);
		const close = join(work, 'close.js');
		writeFileSync(close, options.programs.closeCache);
		const database = join(cache, 'v8_code_cache_v2');
		const permissions = [`--allow-read=${work}`, `--allow-write=${work}`, '--no-code-cache'];
		const closing = [...permissions, close, database, code, HARNESS_SPECIFIER];
		await run(options.deno, closing, join(work, 'deno-of-recording'), limited);
		// Leaves what SQLite writes when a database is opened: behind the walls nothing can be written, and a database that
		// lacks it is not read there.
		await run(options.deno, boot, cache, limited);
		// Another server may have been faster: then its cache stays.
		if (!existsSync(path)) renameSync(cache, path);
		return path;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
