import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonFaultWords } from '../../lib/coach-words/json-words.ts';
import { KNOWN_LIMITS, type Exercise } from '../../lib/contract/exercise.ts';
import type { JsonValue } from '../../lib/contract/json.ts';
import { issueWords } from '../../lib/exercise/issue-words.ts';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import { isLeftBehind, isNear } from '../../lib/exercise/near-names.ts';
import { decodeText, type OtherEncoding } from '../../lib/exercise/text-encoding.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import { WrongUse } from '../verb.ts';

const SUBMISSION_NOTES = ['missing', 'not-editable', 'unknown', 'link', 'near', 'encoding'] as const;

/**
 * What a file of a submission was not taken for. `missing`: not handed in, so the start's was used. `not-editable`: a
 * learner cannot change it, so the start's was used. `unknown`: no file of the exercise, left out. `link`: not a plain
 * file, left out. `near`: left out, and can only be meant as `expected`. `encoding`: taken, and read as `encoding`.
 */
export const submissionNote = z.strictObject({
	path: z.string(),
	what: z.enum(SUBMISSION_NOTES),
	expected: z.string().optional(),
	encoding: z.string().optional()
});
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
		if (isLeftBehind(entry.name) || entry.name === 'node_modules') continue;
		const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
		if (entry.isDirectory()) found.push(...(await listFiles(folder, path, depth + 1)));
		else found.push({ path, isFile: entry.isFile() });
		if (found.length > MAX_ENTRIES)
			throw new WrongUse(`--files: there are more than ${MAX_ENTRIES} files in ${folder}.`);
	}
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A learner's file; `other`: how it was saved where that was not UTF-8. */
async function readSubmitted(
	file: string,
	path: string
): Promise<{ text: string; other: OtherEncoding | null }> {
	if ((await stat(file)).size > KNOWN_LIMITS.fileBytes)
		throw new WrongUse(`${path} is larger than ${KNOWN_LIMITS.fileBytes / 1024} KB.`);
	const read = decodeText(await readFile(file));
	if (read.text === null) throw new WrongUse(`--files: ${path} is no text, in no encoding known here.`);
	return { text: read.text.replaceAll('\r\n', '\n'), other: read.other };
}

type FileSubmission = NonNullable<Kind['submission']['files']>;

/** The file that this one was meant to be: the same name in another folder, or one that nearly fits. */
const meantAs = (path: string, missing: readonly string[]): string | undefined =>
	missing.find((expected) => {
		const [found, wanted] = [path.split('/').at(-1)!, expected.split('/').at(-1)!];
		return found === wanted || isNear(found, wanted);
	});

/** The files of the exercise that a learner can change, from a folder that is laid out like the exercise's own. */
async function readFiles(kind: FileSubmission, exercise: Exercise, folder: string): Promise<Submission> {
	const isFolder = await stat(folder)
		.then((found) => found.isDirectory())
		.catch(() => false);
	if (!isFolder) throw new WrongUse(`--files: there is no folder ${folder}.`);
	const found = await listFiles(folder);
	const listed = new Map(kind.listed(exercise).map((file) => [file.path, file]));
	const editable = [...listed.values()].filter((file) => file.editable).map(({ path }) => path);
	const there = new Set(found.filter(({ isFile }) => isFile).map(({ path }) => path));
	const missing = editable.filter((path) => !there.has(path));
	const files: Record<string, string> = {};
	const notes: SubmissionNote[] = [];
	for (const { path, isFile } of found) {
		const known = listed.get(path);
		const expected = meantAs(path, missing);
		if (!isFile) notes.push({ path, what: 'link' });
		else if (!known && expected !== undefined) notes.push({ path, what: 'near', expected });
		else if (!known) notes.push({ path, what: 'unknown' });
		else {
			const { text, other } = await readSubmitted(join(folder, path), path);
			if (known.editable) files[path] = text;
			else if (text.trimEnd() !== known.start.trimEnd()) notes.push({ path, what: 'not-editable' });
			if (known.editable && other) notes.push({ path, what: 'encoding', encoding: other });
		}
	}
	for (const path of missing) notes.push({ path, what: 'missing' });
	if (Object.keys(files).length === 0) {
		const near = notes
			.filter(({ what }) => what === 'near')
			.map(({ path, expected }) => ` Found ${path}, expected ${expected}.`);
		throw new WrongUse(
			`--files: there is no file of the exercise in ${folder}. A learner hands in ${editable.join(', ')}.${near.join('')}`
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
	const located = locateJson((await readSubmitted(file, file)).text);
	if (!located.ok) throw new WrongUse(`--files: ${file}:${located.line}  ${jsonFaultWords(located.json)}.`);
	const parsed = schema.safeParse(located.json.value);
	if (parsed.success) return { submission: parsed.data, notes: [] };
	const [issue] = parsed.error.issues;
	const why = issue ? issueWords(issue, located.json.value) : 'not right';
	throw new WrongUse(
		`--files: ${file}:${located.json.line(issue?.path ?? [])}  This cannot be handed in: ${why}.`
	);
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
