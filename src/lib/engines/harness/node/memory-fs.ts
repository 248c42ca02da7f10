import { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { FileMap } from '../../../contract/exercise.ts';
import type { MemoryFiles } from './memory-files.ts';
import { Dir, FileHandle, fileNumber } from './memory-handles.ts';
import { fileStreams } from './memory-streams.ts';
import { EXIT, type Programs } from './programs.ts';

type Exports = Record<string, unknown>;
type Method = (...args: unknown[]) => unknown;

/** Files that a world's programs and its suite see. */
export interface Files {
	/** `node:fs`, or its promises: a new object for each owner. */
	module(name: 'fs' | 'fs/promises'): Exports;
	/** Puts back the files of the exercise, and nothing else. */
	reset(files: FileMap): void;
	/** Adds files, below the working directory. */
	write(files: FileMap): void;
	/** Classes that all owners share. */
	shared: object[];
}

/** What shows memfs's own objects, or gives them to a callback as `this`: nobody watches files in an exercise. */
const HIDDEN =
	/^(?:__vol|_toUnixTimestamp|promises|openAsBlob|watch|watchFile|unwatchFile|Dir|StatWatcher|FSWatcher|(?:File)?(?:Read|Write)Stream)$/;
const isClass = (name: string): boolean => /^[A-Z]/.test(name);
const STDIN = new Set<unknown>([0, '/dev/stdin']);

/** A file system in memory: `/project` with the exercise's files, and `/tmp`. */
export function createMemoryFiles(memory: MemoryFiles, programs: Programs, root: string): Files {
	const volume = memory.createVolume({
		cwd: () => programs.current().cwd,
		platform: 'linux',
		env: {},
		emitWarning: () => {}
	});
	const guarded =
		(method: Method): Method =>
		(...args) => {
			// After `process.exit` nothing counts, also where a `catch` goes on.
			if (programs.current().ended) throw EXIT;
			return method(...args);
		};
	const withStdin =
		(read: Method): Method =>
		(file, options) => {
			if (!STDIN.has(file)) return read(file, options);
			const encoding =
				typeof options === 'string' ? options : (options as { encoding?: string } | null)?.encoding;
			const bytes = Buffer.from(programs.current().input, 'utf8');
			return encoding ? bytes.toString(encoding as BufferEncoding) : bytes;
		};

	/** memfs lists folders below a folder from the engine's root: a full path makes it count from the folder. */
	const fullPath =
		(list: Method): Method =>
		(path, options, ...rest) => {
			const recursive = (options as { recursive?: boolean } | null | undefined)?.recursive;
			const full = recursive && typeof path === 'string' ? posix.resolve(programs.current().cwd, path) : path;
			return list(full, options, ...rest);
		};

	/** Methods bound to what they belong to, classes as they are. */
	function copy(source: object, names: Iterable<string>): Exports {
		const own: Exports = {};
		for (const name of names) {
			if (HIDDEN.test(name)) continue;
			const value: unknown = Reflect.get(source, name);
			const method =
				typeof value === 'function' && !isClass(name) ? guarded((value as Method).bind(source)) : null;
			own[name] = method && /^(?:readdir|opendir)/.test(name) ? fullPath(method) : (method ?? value);
		}
		return own;
	}

	function promises(source: object): Exports {
		const own = copy(
			source,
			[...Object.keys(source), ...Object.getOwnPropertyNames(Object.getPrototypeOf(source))].filter(
				(name) => name !== 'constructor' && name !== 'fs' && name !== 'FileHandle'
			)
		);
		const { open, opendir } = own as Record<string, Method>;
		own.open = async (...args: unknown[]) => new FileHandle((await open!(...args)) as object);
		own.opendir = async (...args: unknown[]) => new Dir((await opendir!(...args)) as object);
		own.constants = { ...(own.constants as object) };
		for (const name of ['readFile', 'writeFile', 'appendFile']) {
			const plain = name === 'readFile' ? withStdin(own[name] as Method) : (own[name] as Method);
			own[name] = async (file: unknown, ...args: unknown[]) => plain(fileNumber(file) ?? file, ...args);
		}
		return own;
	}

	const write = (files: FileMap, below: string) => {
		for (const [path, text] of Object.entries(files)) {
			const full = path.startsWith('/') ? path : `${below}/${path}`;
			volume.mkdirSync(full.slice(0, full.lastIndexOf('/')) || '/', { recursive: true });
			volume.writeFileSync(full, text);
		}
	};

	return {
		module(name) {
			const fs = memory.createFs(volume);
			const all = promises(fs.promises as object);
			if (name === 'fs/promises') return all;
			const own = copy(fs, Object.keys(fs));
			const readFileSync = own.readFileSync as Method;
			own.readFileSync = withStdin(readFileSync);
			const { opendir, opendirSync } = own as Record<string, Method>;
			own.opendirSync = (...args: unknown[]) => new Dir(opendirSync!(...args) as object);
			own.opendir = (...args: unknown[]) => {
				const done = args.pop() as Method;
				opendir!(...args, (error: unknown, dir?: object) => done(error, dir && new Dir(dir)));
			};
			Object.assign(own, fileStreams(own as never), { Dir });
			own.promises = all;
			own.constants = { ...(fs.constants as object) };
			return own;
		},
		reset(files) {
			volume.reset();
			for (const folder of [root, '/tmp', '/home/learner']) volume.mkdirSync(folder, { recursive: true });
			write(files, root);
		},
		write: (files) => write(files, root),
		shared: [
			Dir,
			FileHandle,
			...Object.entries(memory.createFs(volume)).flatMap(([name, value]) =>
				isClass(name) && typeof value === 'function' && !HIDDEN.test(name) ? [value as object] : []
			)
		]
	};
}
