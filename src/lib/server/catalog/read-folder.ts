import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_LIMITS } from '../../contract/exercise.ts';
import type { Exercise } from '../../contract/exercise.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import { folderTooLarge } from '../../exercise/folder-files.ts';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds as siteKinds, type Kinds } from '../../kinds/kinds.ts';
import { walkFolder, type FolderEntries } from './walk-folder.ts';

/** What was an ordinary file a moment ago may be a link or a pipe by now: neither is followed or waited for. */
const OPEN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** One byte more than a file may have: a file of gigabytes is recognised without reading it. */
const FILE_BYTES = KNOWN_LIMITS.fileBytes + 1;

/** Room for what is read of one folder, to be used for one after another. Only what is filled becomes memory. */
export const folderBuffer = (): Buffer => Buffer.allocUnsafeSlow(KNOWN_LIMITS.folderBytes + FILE_BYTES);

/** The first bytes of a file into `buffer`, from `at`. Returns how many. */
function readStart(file: string, buffer: Buffer, at: number): number {
	const handle = openSync(file, OPEN);
	try {
		let length = 0;
		for (;;) {
			const read = readSync(handle, buffer, at + length, FILE_BYTES - length, null);
			length += read;
			if (read === 0 || length === FILE_BYTES) return length;
		}
	} finally {
		closeSync(handle);
	}
}

export type ReadExercise =
	| {
			ok: true;
			exercise: Exercise;
			/** All its files as the exercise's hash is made of them: what `exerciseOfTexts` reads, in UTF-8. */
			texts: Buffer;
	  }
	| { ok: false; problems: Problem[] };

export interface ReadOptions {
	/** Overwritten. Default: one of its own. */
	buffer?: Buffer | undefined;
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
	{ entries, kinds = siteKinds, buffer = folderBuffer() }: ReadOptions = {}
): ReadExercise {
	const folder = join(root, id);
	const { files: paths, special, tooLarge } = entries ?? walkFolder(folder, Date.now());
	const problems: Problem[] = special.map((path) =>
		problem('unsafe-path/special-file', { file: `${id}/${path}` })
	);
	const files = new Map<string, Uint8Array>();
	let bytes = 0;
	for (const path of tooLarge ? [] : paths) {
		if (bytes > KNOWN_LIMITS.folderBytes) return { ok: false, problems: [folderTooLarge(id), ...problems] };
		const length = readStart(`${folder}/${path}`, buffer, bytes);
		files.set(path, buffer.subarray(bytes, bytes + length));
		bytes += length;
	}
	if (tooLarge) return { ok: false, problems: [folderTooLarge(id), ...problems] };
	let texts = Buffer.alloc(0);
	const sha256 = (text: string): string => hash('sha256', (texts = Buffer.from(text)));
	const parsed = parseExercise(id, files, { hash: sha256, kinds: kinds.all });
	if (parsed.ok && problems.length === 0) return { ok: true, exercise: parsed.exercise, texts };
	return { ok: false, problems: [...problems, ...(parsed.ok ? [] : parsed.problems)] };
}
