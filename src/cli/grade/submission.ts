import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { KNOWN_LIMITS, type Exercise, type FileMap } from '../../lib/contract/exercise.ts';
import { WrongUse } from '../verb.ts';

const SUBMISSION_NOTES = ['missing', 'not-editable', 'unknown', 'link'] as const;

/**
 * What a file of a submission was not taken for. `missing`: not handed in, so the start's was used. `not-editable`: a
 * learner cannot change it, so the start's was used. `unknown`: no file of the exercise, left out. `link`: not a plain
 * file, left out.
 */
export const submissionNote = z.strictObject({ path: z.string(), what: z.enum(SUBMISSION_NOTES) });
export type SubmissionNote = z.infer<typeof submissionNote>;

export interface Submission {
	/** All files of the exercise, as they are graded. */
	files: FileMap;
	notes: readonly SubmissionNote[];
}

/** Deeper or more than this is no submission but, say, a home folder. */
const MAX_DEPTH = 8;
const MAX_ENTRIES = 500;

interface Found {
	path: string;
	isFile: boolean;
}

async function listFiles(folder: string, prefix = '', depth = 0): Promise<Found[]> {
	if (depth > MAX_DEPTH) return [];
	const found: Found[] = [];
	for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
		if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
		const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
		if (entry.isDirectory()) found.push(...(await listFiles(folder, path, depth + 1)));
		else found.push({ path, isFile: entry.isFile() });
		if (found.length > MAX_ENTRIES)
			throw new WrongUse(`--files: there are more than ${MAX_ENTRIES} files in ${folder}.`);
	}
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readSubmitted(file: string, path: string): Promise<string> {
	if ((await stat(file)).size > KNOWN_LIMITS.fileBytes)
		throw new WrongUse(`${path} is larger than ${KNOWN_LIMITS.fileBytes / 1024} KB.`);
	return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/**
 * Reads what a learner handed in: the files of the exercise that a learner can change, from a folder that is laid out
 * like `start/`. Everything else is the exercise's own. Links are not followed. Throws `WrongUse` where there is nothing.
 */
export async function readSubmission({ manifest, start }: Exercise, folder: string): Promise<Submission> {
	const isFolder = await stat(folder)
		.then((found) => found.isDirectory())
		.catch(() => false);
	if (!isFolder) throw new WrongUse(`--files: there is no folder ${folder}.`);
	const found = await listFiles(folder);
	const listed = new Map(manifest.files.map((file) => [file.path, file.editable]));
	const files: Record<string, string> = { ...start };
	const notes: SubmissionNote[] = [];
	const taken = new Set<string>();
	for (const { path, isFile } of found) {
		const editable = listed.get(path);
		if (!isFile) notes.push({ path, what: 'link' });
		else if (editable === undefined) notes.push({ path, what: 'unknown' });
		else {
			const text = await readSubmitted(join(folder, path), path);
			if (editable) {
				files[path] = text;
				taken.add(path);
			} else if (text.trimEnd() !== start[path]?.trimEnd()) notes.push({ path, what: 'not-editable' });
		}
	}
	const editable = manifest.files.filter((file) => file.editable);
	for (const { path } of editable) if (!taken.has(path)) notes.push({ path, what: 'missing' });
	if (taken.size === 0) {
		const names = editable.map(({ path }) => path).join(', ');
		throw new WrongUse(
			`--files: there is no file of the exercise in ${folder}. A learner hands in ${names}.`
		);
	}
	return { files, notes };
}
