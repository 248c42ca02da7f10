import { Buffer } from 'node:buffer';
import * as nodeFs from 'node:fs';
import * as nodePromises from 'node:fs/promises';
import { posix } from 'node:path';
import type { FileMap } from '../../../contract/exercise.ts';
import type { Files } from './memory-fs.ts';
import { EXIT, type Programs } from './programs.ts';

type Exports = Record<string, unknown>;
type Method = (...args: unknown[]) => unknown;

const { mkdirSync, readdirSync, rmSync, writeFileSync } = nodeFs;
const whole = (module: object): Exports => ((module as { default?: Exports }).default ?? module) as Exports;
const isClass = (name: string): boolean => /^[A-Z]/.test(name);
const STDIN = new Set<unknown>([0, '/dev/stdin']);

/** The files of a real folder. What was in it before is left there; what programs add is removed by `reset`. */
export function createRealFiles(programs: Programs, root: string): Files {
	const before = new Set(readdirSync(root));
	let ours = new Set<string>();

	/** Keeps a program running until its callback is called, or its promise has settled. */
	const counted =
		(method: Method): Method =>
		(...args) => {
			const program = programs.current();
			if (program.ended) throw EXIT;
			const last = args.at(-1);
			if (typeof last === 'function') {
				program.pending += 1;
				let called = false;
				args[args.length - 1] = (...results: unknown[]) => {
					if (!called) program.pending -= 1;
					called = true;
					return (last as Method)(...results);
				};
				try {
					return method(...args);
				} catch (error) {
					if (!called) program.pending -= 1;
					called = true;
					throw error;
				}
			}
			const result = method(...args);
			if (result instanceof Promise) {
				program.pending += 1;
				const done = () => void (program.pending -= 1);
				result.then(done, done);
			}
			return result;
		};
	/** Watching callbacks are called often or never: they do not keep a program. */
	const UNCOUNTED = /^(?:watch|watchFile|unwatchFile)$/;
	const copy = (source: Exports): Exports => {
		const own: Exports = {};
		for (const [name, value] of Object.entries(source)) {
			const plain = typeof value !== 'function' || isClass(name) || UNCOUNTED.test(name);
			own[name] = plain ? value : counted((value as Method).bind(source));
		}
		// A stream keeps a program by what it does, not by being open.
		for (const name of ['createReadStream', 'createWriteStream']) {
			const create = own[name] as Method | undefined;
			if (!create) continue;
			own[name] = (path: unknown, given: unknown) => {
				const options = (typeof given === 'string' ? { encoding: given } : given) as
					{ fd?: unknown } | undefined;
				// Node takes a handle only with its own calls.
				return create(path, typeof options?.fd === 'object' ? options : { ...options, fs: own });
			};
		}
		return own;
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
	const promises = (): Exports => {
		const own = copy(whole(nodePromises));
		const read = own.readFile as Method;
		return Object.assign(own, { readFile: async (...args: unknown[]) => withStdin(read)(...args) });
	};
	const write = (files: FileMap) => {
		for (const [path, text] of Object.entries(files)) {
			const full = posix.resolve(root, path);
			mkdirSync(posix.dirname(full), { recursive: true });
			writeFileSync(full, text);
		}
	};

	return {
		module(name) {
			if (name === 'fs/promises') return promises();
			const own = copy(whole(nodeFs));
			const readFileSync = own.readFileSync as Method;
			return Object.assign(own, { readFileSync: withStdin(readFileSync), promises: promises() });
		},
		reset(files) {
			for (const name of readdirSync(root)) {
				if (before.has(name) && !ours.has(name)) continue;
				rmSync(posix.resolve(root, name), { recursive: true, force: true });
			}
			ours = new Set(Object.keys(files).map((path) => path.split('/')[0]!));
			write(files);
		},
		write,
		shared: []
	};
}
