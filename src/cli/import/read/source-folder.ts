import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { resolveRelative } from '../../../lib/compile/resolve.ts';

/** More than any statement, suite or configuration of a collection has. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** More than any folder of a collection has. */
const MAX_ENTRIES = 5000;

/** A folder of a foreign collection. Links are never followed, so that nothing outside it is read. */
export interface SourceFolder {
	/** Text of a file; null where there is none, where it is a link, too large, or no text. */
	read(path: string): Promise<string | null>;
	/** Names in a folder, in the order of a person; empty where there is none. */
	list(path: string): Promise<readonly { name: string; directory: boolean }[]>;
	/** The path of a file as it stands there, with the extension that an import may leave out; null where there is none. */
	find(path: string): Promise<string | null>;
}

/** What an import may leave out, in the order in which tools try it. */
const EXTENSIONS = ['', '.js', '.ts', '.mjs', '.cjs', '.json', '/index.js', '/index.ts'];

const byName = (a: { name: string }, b: { name: string }): number =>
	a.name.localeCompare(b.name, 'en', { numeric: true });

function toText(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
	} catch {
		return null;
	}
}

/** Opens a folder of a collection. Rejects where `root` is no folder. */
export async function openSourceFolder(root: string): Promise<SourceFolder> {
	const real = await realpath(root);
	const texts = new Map<string, Promise<string | null>>();

	/** The place of a path on disk, where neither it nor a folder above it is a link. */
	async function place(path: string): Promise<string | null> {
		const plain = resolveRelative('', path);
		if (plain === null) return null;
		const file = join(real, plain);
		const found = await realpath(file).catch(() => null);
		return found !== null && (found === file || file === `${real}${sep}`) ? file : null;
	}

	async function readNow(path: string): Promise<string | null> {
		const file = await place(path);
		if (file === null) return null;
		try {
			const info = await lstat(file);
			return info.isFile() && info.size <= MAX_FILE_BYTES ? toText(await readFile(file)) : null;
		} catch {
			return null;
		}
	}

	const read = (path: string): Promise<string | null> => {
		let text = texts.get(path);
		if (!text) texts.set(path, (text = readNow(path)));
		return text;
	};

	return {
		read,
		async list(path) {
			const folder = path === '' ? real : await place(path);
			if (folder === null) return [];
			const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
			return entries
				.filter((one) => one.isFile() || one.isDirectory())
				.slice(0, MAX_ENTRIES)
				.map((one) => ({ name: one.name, directory: one.isDirectory() }))
				.sort(byName);
		},
		async find(path) {
			const candidates = EXTENSIONS.map((extension) => path + extension);
			// TypeScript's way to name a .ts file in an import.
			if (path.endsWith('.js')) candidates.push(`${path.slice(0, -3)}.ts`);
			for (const candidate of candidates) if ((await read(candidate)) !== null) return candidate;
			return null;
		}
	};
}
