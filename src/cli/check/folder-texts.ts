import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../lib/contract/exercise.ts';
import { LOCALES } from '../../lib/contract/locale.ts';
import type { Sources } from '../../lib/exercise/sources.ts';
import type { FolderKind } from '../../lib/exercise/folder-kind.ts';

/** The texts that problems name lines of, as they stand on the disk: id/path → text. What is not there is left out. */
export async function readSources(root: string, exercise: Exercise, kind: FolderKind): Promise<Sources> {
	const { id } = exercise;
	const paths = [
		'exercise.json',
		...LOCALES.flatMap((locale) => [`brief.${locale}.md`, `hints.${locale}.md`, `messages.${locale}.json`]),
		...kind.folder.sources(exercise)
	];
	const read = await Promise.all(
		paths.map(async (path) => {
			const text = await readFile(join(root, id, path), 'utf8').catch(() => null);
			return text === null ? [] : [[`${id}/${path}`, text.replaceAll('\r\n', '\n')] as const];
		})
	);
	return new Map(read.flat());
}
