import { KNOWN_LIMITS, learnerPath } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { PathFault } from '../contract/problem-details.ts';
import { lineAt } from './line-at.ts';
import { isLeftBehind } from './near-names.ts';
import { decodeText, type OtherEncoding } from './text-encoding.ts';

export type FolderFiles = ReadonlyMap<string, Uint8Array | string>;

export interface DecodedFolder {
	/** Every path that counts, also of files that could not be read: they are not "missing". */
	paths: ReadonlySet<string>;
	/** Path → text, in the order of the paths. Line ends are `\n`, so that the same folder has one hash everywhere. */
	texts: ReadonlyMap<string, string>;
	problems: Problem[];
}

/** README.md, and what editors and systems leave behind. */
const isIgnored = (path: string): boolean => path === 'README.md' || isLeftBehind(path);

/** Names that nearly every file has, and with which nothing is wrong: looked at once instead of rule by rule. */
const ORDINARY = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const isOrdinary = (path: string): boolean =>
	path.length <= 100 && path !== 'README.md' && ORDINARY.test(path) && !/\.(?:ini|db)$/i.test(path);

function pathFault(path: string): PathFault | null {
	if (path.includes('\\')) return 'backslash';
	if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'absolute';
	if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'leads-out';
	if (path.split('/').includes('__proto__')) return 'reserved';
	if (!learnerPath.safeParse(path.slice(0, 100)).success) return 'characters';
	return path.length > 200 ? 'too-long' : null;
}

const encoder = new TextEncoder();
const sizeOf = (content: Uint8Array | string): number =>
	typeof content === 'string' ? encoder.encode(content).byteLength : content.byteLength;

function decode(content: Uint8Array | string): { text: string } | { other: OtherEncoding | null } {
	if (typeof content !== 'string') {
		const read = decodeText(content);
		if (read.text === null) return { other: null };
		return read.other ? { other: read.other } : { text: read.text.replaceAll('\r\n', '\n') };
	}
	if (content.includes('\0')) return { other: null };
	return { text: content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
}

/** Where git has left two versions of a text that do not fit together; -1 where it has not. */
function unmergedAt(text: string): number {
	const begin = text.search(/^<{7} /m);
	const middle = begin < 0 ? -1 : text.slice(begin).search(/^={7}$/m);
	return middle >= 0 && /^>{7} /m.test(text.slice(begin + middle)) ? begin : -1;
}

/** A merge that nobody finished. What a learner opens may be about such a file: there only the compiler speaks. */
function unfinishedMerge(file: string, path: string, text: string): Problem | null {
	const found = path.startsWith('start/') ? -1 : unmergedAt(text);
	return found < 0 ? null : problem('unfinished-merge', { file, line: lineAt(text, found) });
}

/** On Windows and on a Mac, names that differ only by case are one file: the exercise would be another one there. */
function sameButCase(id: string, paths: ReadonlySet<string>): Problem[] {
	const first = new Map<string, string>();
	return [...paths].flatMap((path): Problem[] => {
		const key = path.toLowerCase();
		const other = first.get(key);
		if (other !== undefined) return [problem('unsafe-path/case', { file: `${id}/${path}` }, { path, other })];
		first.set(key, path);
		return [];
	});
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
		if (!isOrdinary(path)) {
			if (isIgnored(path)) continue;
			const unsafe = pathFault(path);
			if (unsafe) {
				problems.push(problem('unsafe-path/name', { file }, { path, why: unsafe }));
				continue;
			}
		}
		paths.add(path);
		const size = sizeOf(content);
		if (size > KNOWN_LIMITS.fileBytes) {
			problems.push(problem('file-too-large', { file }, { limitBytes: KNOWN_LIMITS.fileBytes }));
			continue;
		}
		total += size;
		const read = decode(content);
		const unmerged = 'text' in read ? unfinishedMerge(file, path, read.text) : null;
		if (unmerged) problems.push(unmerged);
		else if ('text' in read) texts.set(path, read.text);
		else if (read.other) problems.push(problem('not-utf8/encoding', { file }, { encoding: read.other }));
		else problems.push(problem('not-utf8', { file }));
	}
	problems.push(...sameButCase(id, paths));
	if (total > KNOWN_LIMITS.folderBytes) problems.push(folderTooLarge(id));
	return { paths, texts, problems };
}

export const folderTooLarge = (id: string): Problem =>
	problem('folder-too-large', { file: id }, { limitBytes: KNOWN_LIMITS.folderBytes });
