import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_LIMITS } from '../../contract/exercise.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import { folderTooLarge } from '../../exercise/folder-files.ts';
import { parseExercise, type ParsedExercise } from '../../exercise/parse-exercise.ts';
import { kinds as siteKinds, type Kinds } from '../../kinds/kinds.ts';
import { walkFolder, type FolderEntries } from './walk-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What was an ordinary file a moment ago may be a link or a pipe by now: neither is followed or waited for. */
const OPEN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The first bytes of a file, as many as fit into `buffer`: a file of gigabytes is recognised without reading it. */
function readStart(file: string, buffer: Buffer): Uint8Array {
	const handle = openSync(file, OPEN);
	try {
		let length = 0;
		for (;;) {
			const read = readSync(handle, buffer, length, buffer.length - length, null);
			length += read;
			if (read === 0 || length === buffer.length) return Uint8Array.prototype.slice.call(buffer, 0, length);
		}
	} finally {
		closeSync(handle);
	}
}

export interface ReadOptions {
	/** What was found in the folder just now. Default: it is looked at here. */
	entries?: FolderEntries | undefined;
	/** Default: those of the site. */
	kinds?: Kinds | undefined;
}

/**
 * Reads and checks the exercise folder `<root>/<id>`. Links are never followed, and never more is read than a
 * folder may hold. Throws only where the disk fails. Synchronous, as `walkFolder` is.
 */
export function readExercise(
	root: string,
	id: string,
	{ entries, kinds = siteKinds }: ReadOptions = {}
): ParsedExercise {
	const folder = join(root, id);
	const { files: paths, special, tooLarge } = entries ?? walkFolder(folder, Date.now());
	const problems: Problem[] = special.map((path) =>
		problem('unsafe-path/special-file', { file: `${id}/${path}` })
	);
	const files = new Map<string, Uint8Array>();
	const buffer = Buffer.allocUnsafe(KNOWN_LIMITS.fileBytes + 1);
	let bytes = 0;
	for (const path of tooLarge ? [] : paths) {
		if (bytes > KNOWN_LIMITS.folderBytes) return { ok: false, problems: [folderTooLarge(id), ...problems] };
		const content = readStart(`${folder}/${path}`, buffer);
		files.set(path, content);
		bytes += content.byteLength;
	}
	if (tooLarge) return { ok: false, problems: [folderTooLarge(id), ...problems] };
	const parsed = parseExercise(id, files, { hash: sha256, kinds: kinds.all });
	if (problems.length === 0) return parsed;
	return { ok: false, problems: [...problems, ...(parsed.ok ? [] : parsed.problems)] };
}
