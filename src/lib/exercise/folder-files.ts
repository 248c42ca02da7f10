import { KNOWN_LIMITS, learnerPath } from '../contract/exercise.ts';
import type { Problem } from '../contract/problem.ts';

export type FolderFiles = ReadonlyMap<string, Uint8Array | string>;

export interface DecodedFolder {
	/** Every path that counts, also of files that could not be read: they are not "missing". */
	paths: ReadonlySet<string>;
	/** Path → text, in the order of the paths. Line ends are `\n`, so that the same folder has one hash everywhere. */
	texts: ReadonlyMap<string, string>;
	problems: Problem[];
}

/** README.md, and what editors and systems leave behind. */
const isIgnored = (path: string): boolean =>
	path === 'README.md' || path.split('/').some((part) => /^\.(?!\.?$)/.test(part));

function pathProblem(path: string): string | null {
	if (path.includes('\\')) return 'has a backslash';
	if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is an absolute path';
	if (path.split('/').some((part) => part === '..' || part === '.' || part === ''))
		return 'leads out of its place with "..", "." or "//"';
	if (path.split('/').includes('__proto__')) return 'has a name that JavaScript reserves';
	if (!learnerPath.safeParse(path.slice(0, 100)).success)
		return 'has characters other than letters, digits, ".", "_" and "-"';
	return path.length > 200 ? 'is longer than 200 characters' : null;
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;
const encoder = new TextEncoder();
const sizeOf = (content: Uint8Array | string): number =>
	typeof content === 'string' ? encoder.encode(content).byteLength : content.byteLength;

function decode(content: Uint8Array | string): string | null {
	try {
		const text =
			typeof content === 'string'
				? content.replace(/^\uFEFF/, '')
				: new TextDecoder('utf-8', { fatal: true }).decode(content);
		return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
	} catch {
		return null;
	}
}

/** Checks names and sizes and decodes: what can be said of a folder before knowing what its files mean. */
export function decodeFolder(id: string, files: FolderFiles): DecodedFolder {
	const problems: Problem[] = [];
	const paths = new Set<string>();
	const texts = new Map<string, string>();
	let total = 0;
	for (const path of [...files.keys()].sort()) {
		const content = files.get(path) ?? '';
		const file = `${id}/${path}`;
		const unsafe = isIgnored(path) ? null : pathProblem(path);
		if (unsafe) {
			const fix = 'Rename it, or move it into the folder. Names are like "start/main.js".';
			problems.push({
				code: 'unsafe-path',
				file,
				message: `The path ${JSON.stringify(path)} ${unsafe}.`,
				fix
			});
		}
		if (unsafe || isIgnored(path)) continue;
		paths.add(path);
		const size = sizeOf(content);
		if (size > KNOWN_LIMITS.fileBytes) {
			problems.push({
				code: 'file-too-large',
				file,
				message: `The file is larger than ${kilobytes(KNOWN_LIMITS.fileBytes)}.`,
				fix: 'Make it smaller: learners on slow lines download it.'
			});
			continue;
		}
		total += size;
		const text = decode(content);
		if (text === null) {
			problems.push({
				code: 'not-utf8',
				file,
				message: 'The file is not text in UTF-8.',
				fix: 'Save it as UTF-8 in your editor. Pictures and other binary files cannot be part of an exercise.'
			});
		} else texts.set(path, text);
	}
	if (total > KNOWN_LIMITS.folderBytes) problems.push(folderTooLarge(id));
	return { paths, texts, problems };
}

export const folderTooLarge = (id: string): Problem => ({
	code: 'folder-too-large',
	file: id,
	message: `The files of the folder are larger than ${kilobytes(KNOWN_LIMITS.folderBytes)} together, or too many.`,
	fix: 'Remove what the exercise does not need, or make two exercises of it.'
});
