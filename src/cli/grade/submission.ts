import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonFaultWords } from '../../lib/coach-words/json-words.ts';
import { KNOWN_LIMITS, type Exercise } from '../../lib/contract/exercise.ts';
import type { JsonValue } from '../../lib/contract/json.ts';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
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
	/** As the exercise's kind knows it. */
	submission: JsonValue;
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

type FileSubmission = NonNullable<Kind['submission']['files']>;

/** The files of the exercise that a learner can change, from a folder that is laid out like the exercise's own. */
async function readFiles(kind: FileSubmission, exercise: Exercise, folder: string): Promise<Submission> {
	const isFolder = await stat(folder)
		.then((found) => found.isDirectory())
		.catch(() => false);
	if (!isFolder) throw new WrongUse(`--files: there is no folder ${folder}.`);
	const found = await listFiles(folder);
	const listed = new Map(kind.listed(exercise).map((file) => [file.path, file]));
	const files: Record<string, string> = {};
	const notes: SubmissionNote[] = [];
	for (const { path, isFile } of found) {
		const known = listed.get(path);
		if (!isFile) notes.push({ path, what: 'link' });
		else if (!known) notes.push({ path, what: 'unknown' });
		else {
			const text = await readSubmitted(join(folder, path), path);
			if (known.editable) files[path] = text;
			else if (text.trimEnd() !== known.start.trimEnd()) notes.push({ path, what: 'not-editable' });
		}
	}
	const editable = [...listed.values()].filter((file) => file.editable);
	for (const { path } of editable) if (!Object.hasOwn(files, path)) notes.push({ path, what: 'missing' });
	if (Object.keys(files).length === 0) {
		const names = editable.map(({ path }) => path).join(', ');
		throw new WrongUse(
			`--files: there is no file of the exercise in ${folder}. A learner hands in ${names}.`
		);
	}
	return { submission: kind.from(exercise, files), notes };
}

/** What a learner sends of a kind that has no files: one JSON file. */
async function readJson({ schema }: Kind['submission'], file: string): Promise<Submission> {
	const isFile = await stat(file)
		.then((found) => found.isFile())
		.catch(() => false);
	if (!isFile)
		throw new WrongUse(`--files: there is no file ${file}. What is handed in here is one JSON file.`);
	const located = locateJson(await readSubmitted(file, file));
	if (!located.ok) throw new WrongUse(`--files: ${file}:${located.line}  ${jsonFaultWords(located.json)}.`);
	const parsed = schema.safeParse(located.json.value);
	if (parsed.success) return { submission: parsed.data, notes: [] };
	const [{ path = [], message = '' } = {}] = parsed.error.issues;
	throw new WrongUse(`--files: ${file}:${located.json.line(path)}  This cannot be handed in: ${message}.`);
}

/**
 * Reads what a learner handed in; everything else is the exercise's own. Links are not followed. Throws `WrongUse` where
 * there is nothing, or what cannot be handed in.
 * @param path the folder of the learner's files; of a kind that has none, the JSON file
 */
export const readSubmission = (
	exercise: Exercise,
	{ submission }: Kind,
	path: string
): Promise<Submission> =>
	submission.files ? readFiles(submission.files, exercise, path) : readJson(submission, path);
