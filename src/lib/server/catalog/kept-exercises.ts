import { createHash, hash as hashOf } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise, ExerciseManifest } from '../../contract/exercise.ts';
import { exerciseOfTexts } from '../../exercise/parse-exercise.ts';
import type { Kinds } from '../../kinds/kinds.ts';
import type { ReadExercise } from './read-folder.ts';
import { writeWhole } from './write-whole.ts';

/** An exercise of which only the description is in memory until somebody asks for the rest. */
export interface ListedExercise {
	id: string;
	hash: string;
	manifest: ExerciseManifest;
	/** All of it. */
	load(): Exercise;
}

type Description = Pick<ListedExercise, 'id' | 'hash' | 'manifest'>;

const describe = ({ id, hash, manifest }: Description): Description => ({ id, hash, manifest });

export const listed = (exercise: Exercise): ListedExercise => ({
	...describe(exercise),
	load: () => exercise
});

/** @param texts as `readExercise` gives them */
function listedOfTexts(one: Description, texts: Buffer, kinds: Kinds): ListedExercise {
	const { id, hash } = one;
	let exercise: Exercise | undefined;
	const read = () => exerciseOfTexts(id, texts.toString('utf8'), { hash: () => hash, kinds: kinds.all });
	return { ...one, load: () => (exercise ??= read()) };
}

/** Where what was read is kept between two starts. */
export interface Keeping {
	folder: string;
	/** Names the code that reads exercises: what other code has read is not used. */
	code: string;
}

interface Entry {
	stamp: string;
	hash: string;
	manifest: ExerciseManifest;
	/** Of its texts among those of all, in bytes. */
	at: number;
	length: number;
}
interface Head {
	code: string;
	root: string;
	entries: Record<string, Entry>;
}

/** What an earlier start has read of one root. */
export interface KeptExercises {
	/** The exercise as it was read; null where it was not, where the stamp is another, or where its texts are damaged. */
	get(id: string, stamp: string): ListedExercise | null;
	/** Takes what was just read, with its texts. */
	add(read: Extract<ReadExercise, { ok: true }>, stamp: string): ListedExercise;
	/** Writes down exactly those that were got or added; nothing where they were all that was kept. */
	write(): Promise<void>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file is a line of JSON with every description, then the texts of each exercise: read when needed. */
function split(bytes: Buffer): { head: Head; bodies: Buffer } {
	const end = bytes.indexOf('\n');
	return { head: JSON.parse(bytes.toString('utf8', 0, end)) as Head, bodies: bytes.subarray(end + 1) };
}

/** Opens what is kept of a root. What cannot be read, was cut off, or is of other code counts as nothing. */
export async function openKept(
	root: string,
	{ folder, code }: Keeping,
	kinds: Kinds
): Promise<KeptExercises> {
	const file = join(folder, `${sha256(root).slice(0, 24)}.jsonl`);
	let entries: Head['entries'] = {};
	let bodies = Buffer.alloc(0);
	try {
		const read = split(await readFile(file));
		if (read.head.code === code && read.head.root === root) {
			entries = read.head.entries;
			bodies = Buffer.from(read.bodies);
		}
	} catch {
		// The first start, or a file that was cut off: everything is read again.
	}
	const taken = new Map<string, { stamp: string; described: Description; texts: Buffer }>();
	let added = false;
	const take = (stamp: string, described: Description, texts: Buffer): ListedExercise => {
		taken.set(described.id, { stamp, described, texts });
		return listedOfTexts(described, texts, kinds);
	};

	return {
		get(id, stamp) {
			const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
			if (entry?.stamp !== stamp) return null;
			const { hash, manifest, at, length } = entry;
			const texts = bodies.subarray(at, at + length);
			// Damaged texts would fail at each request, and stay kept.
			return hashOf('sha256', texts) === hash ? take(stamp, { id, hash, manifest }, texts) : null;
		},
		add({ exercise, texts }, stamp) {
			added = true;
			return take(stamp, describe(exercise), texts);
		},
		async write() {
			if (!added && taken.size === Object.keys(entries).length) return;
			const next: Head = { code, root, entries: {} };
			let at = 0;
			for (const { stamp, described, texts } of taken.values()) {
				const { id, hash, manifest } = described;
				next.entries[id] = { stamp, hash, manifest, at, length: texts.length };
				at += texts.length;
			}
			const parts = [...taken.values()].map(({ texts }) => texts);
			try {
				await writeWhole(file, Buffer.concat([Buffer.from(`${JSON.stringify(next)}\n`), ...parts]));
			} catch (error) {
				console.warn(`What was read of ${root} cannot be kept in ${folder}: ${String(error)}`);
			}
		}
	};
}
