import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise, ExerciseManifest } from '../../contract/exercise.ts';
import { writeWhole } from './write-whole.ts';

/** An exercise of which only the description is in memory until somebody asks for the rest. */
export interface ListedExercise {
	id: string;
	hash: string;
	manifest: ExerciseManifest;
	/** All of it. */
	load(): Exercise;
}

export const listed = (exercise: Exercise): ListedExercise => ({
	id: exercise.id,
	hash: exercise.hash,
	manifest: exercise.manifest,
	load: () => exercise
});

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
	/** Of the exercise's JSON among all, in bytes. */
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
	/** The exercise as it was read; null where it was not, or where the stamp is another. */
	get(id: string, stamp: string): ListedExercise | null;
	/** Keeps exactly these from now on; nothing is written where all of them are kept already. */
	replace(exercises: readonly { exercise: ListedExercise; stamp: string }[]): Promise<void>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file is a line of JSON with every description, then every exercise's own JSON: those are parsed when needed. */
function split(bytes: Buffer): { head: Head; bodies: Buffer } {
	const end = bytes.indexOf('\n');
	return { head: JSON.parse(bytes.toString('utf8', 0, end)) as Head, bodies: bytes.subarray(end + 1) };
}

/** Opens what is kept of a root. What cannot be read, was cut off, or is of other code counts as nothing. */
export async function openKept(root: string, { folder, code }: Keeping): Promise<KeptExercises> {
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
	const entryOf = (id: string): Entry | undefined => (Object.hasOwn(entries, id) ? entries[id] : undefined);
	const bodyOf = ({ at, length }: Entry): Buffer => bodies.subarray(at, at + length);

	return {
		get(id, stamp) {
			const entry = entryOf(id);
			if (entry?.stamp !== stamp || entry.at + entry.length > bodies.length) return null;
			let exercise: Exercise | undefined;
			const load = (): Exercise => (exercise ??= JSON.parse(bodyOf(entry).toString('utf8')) as Exercise);
			return { id, hash: entry.hash, manifest: entry.manifest, load };
		},
		async replace(exercises) {
			const same =
				Object.keys(entries).length === exercises.length &&
				exercises.every(({ exercise, stamp }) => entryOf(exercise.id)?.stamp === stamp);
			if (same) return;
			const next: Head = { code, root, entries: {} };
			const parts: Buffer[] = [];
			let at = 0;
			for (const { exercise, stamp } of exercises) {
				const kept = entryOf(exercise.id);
				const body =
					kept?.stamp === stamp ? bodyOf(kept) : Buffer.from(JSON.stringify(exercise.load()), 'utf8');
				const { id, hash, manifest } = exercise;
				next.entries[id] = { stamp, hash, manifest, at, length: body.length };
				at += body.length;
				parts.push(body);
			}
			try {
				await writeWhole(file, Buffer.concat([Buffer.from(`${JSON.stringify(next)}\n`), ...parts]));
			} catch (error) {
				console.warn(`What was read of ${root} cannot be kept in ${folder}: ${String(error)}`);
			}
		}
	};
}
