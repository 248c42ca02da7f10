import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KNOWN_LIMITS } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { folderTooLarge } from '../../exercise/folder-files.ts';
import { parseExercise, type ParsedExercise } from '../../exercise/parse-exercise.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './folder-stamp.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The first `limit` bytes of a file and one more, so that a file of gigabytes is recognised without reading it. */
async function readStart(file: string, limit: number): Promise<Uint8Array> {
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		const buffer = new Uint8Array(Math.min(size, limit) + 1);
		let length = 0;
		for (;;) {
			const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
			length += bytesRead;
			if (bytesRead === 0 || length === buffer.length) return buffer.slice(0, length);
		}
	} finally {
		await handle.close();
	}
}

interface Walk {
	root: string;
	id: string;
	files: Map<string, Uint8Array>;
	problems: Problem[];
	entries: number;
	bytes: number;
}

/** False as soon as the folder is too large: the rest is not read. */
async function walk(state: Walk, folder: string, depth: number): Promise<boolean> {
	if (depth > MAX_DEPTH) return false;
	for (const entry of await readdir(join(state.root, folder), { withFileTypes: true })) {
		if (entry.name.startsWith('.')) continue;
		if (++state.entries > MAX_ENTRIES || state.bytes > KNOWN_LIMITS.folderBytes) return false;
		const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!(await walk(state, path, depth + 1))) return false;
		} else if (entry.isFile()) {
			const content = await readStart(join(state.root, path), KNOWN_LIMITS.fileBytes);
			state.files.set(path, content);
			state.bytes += content.byteLength;
		} else {
			state.problems.push({
				code: 'unsafe-path',
				file: `${state.id}/${path}`,
				message: 'This is a link or a device: it can lead out of the folder.',
				fix: 'Put a copy of the file here.'
			});
		}
	}
	return true;
}

/**
 * Reads and checks the exercise folder `<root>/<id>`. Links are never followed, and never more is read than a
 * folder may hold. Rejects only where the disk fails.
 */
export async function readExercise(root: string, id: string): Promise<ParsedExercise> {
	const state: Walk = { root: join(root, id), id, files: new Map(), problems: [], entries: 0, bytes: 0 };
	if (!(await walk(state, '', 0))) return { ok: false, problems: [folderTooLarge(id), ...state.problems] };
	const parsed = parseExercise(id, state.files, { hash: sha256 });
	if (state.problems.length === 0) return parsed;
	return { ok: false, problems: [...state.problems, ...(parsed.ok ? [] : parsed.problems)] };
}
