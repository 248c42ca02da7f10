import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { MapFile } from '../../contract/map.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import { parseMap } from '../../exercise/parse-map.ts';
import type { Kinds } from '../../kinds/kinds.ts';
import { listed, openKept, type Keeping, type ListedExercise } from './kept-exercises.ts';
import { folderBuffer, readExercise } from './read-folder.ts';
import { walkFolder } from './walk-folder.ts';

/** One folder of exercises with its map. */
export interface Root {
	folder: string;
	/** Stands before the paths of its problems; empty for the project's own exercises. */
	label: string;
	map: MapFile;
	/** The text of map.json, to name lines in it. */
	mapText: string;
	exercises: ReadonlyMap<string, ListedExercise>;
}

export type ReadRoot =
	{ ok: true; root: Root; problems: Problem[] } | { ok: false; folder: string; problems: Problem[] };

export interface RootOptions {
	/** Folder that paths in problems are relative to. */
	project: string;
	/** What the exercises can be. */
	kinds: Kinds;
	/** Where what was read is kept; undefined: nowhere. */
	keeping: Keeping | undefined;
}

/** After so many milliseconds of reading somebody else has a turn: a server that reads again goes on answering. */
const TURN_MS = 10;

/** The project's own exercises need no name; other folders get the shortest that leads to them from the project. */
function labelOf(folder: string, project: string): string {
	const path = relative(project, folder);
	if (path === 'exercises') return '';
	return path === '' || path.startsWith('..') || isAbsolute(path) ? folder : path;
}

/** A problem's file is relative to its root; a reader of several must know which. */
export const inRoot = (label: string, problems: readonly Problem[]): Problem[] =>
	label === '' ? [...problems] : problems.map((one) => ({ ...one, file: `${label}/${one.file}` }));

/** Installed packages may lie beside exercises in a coach's repository. */
const isTrack = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

async function listIds(root: string): Promise<string[]> {
	const tracks = (await readdir(root, { withFileTypes: true })).filter(
		(entry) => entry.isDirectory() && isTrack(entry.name)
	);
	const ids = await Promise.all(
		tracks.map(async ({ name }) =>
			(await readdir(join(root, name), { withFileTypes: true }))
				.filter((slug) => slug.isDirectory() && !slug.name.startsWith('.'))
				.map((slug) => `${name}/${slug.name}`)
		)
	);
	return ids.flat().sort();
}

async function readAll(
	folder: string,
	ids: readonly string[],
	{ kinds, keeping }: RootOptions
): Promise<{ exercises: Map<string, ListedExercise>; problems: Problem[] }> {
	const kept = keeping && (await openKept(folder, keeping, kinds));
	const buffer = folderBuffer();
	const exercises = new Map<string, ListedExercise>();
	const problems: Problem[] = [];
	let turn = performance.now();
	for (const id of ids) {
		// Stamped before it is read: what changes in between has another stamp the next time.
		const entries = walkFolder(join(folder, id), Date.now());
		const { stamp } = entries;
		const known = stamp === null ? null : kept?.get(id, stamp);
		if (known) exercises.set(id, known);
		else {
			const read = readExercise(folder, id, { entries, kinds, buffer });
			if (!read.ok) problems.push(...read.problems);
			else if (!kept || stamp === null) exercises.set(id, listed(read.exercise));
			else exercises.set(id, kept.add(read, stamp));
		}
		if (performance.now() - turn < TURN_MS) continue;
		await new Promise((resolve) => setImmediate(resolve));
		turn = performance.now();
	}
	await kept?.write();
	return { exercises, problems };
}

/** Bytes; a map with a thousand stations has a tenth of it. */
const MAX_MAP_BYTES = 4 * 1024 * 1024;

/** Null where there is no map, or something that has no end, such as a pipe or a device. */
async function readMapText(folder: string): Promise<string | null> {
	const file = join(folder, 'map.json');
	try {
		const found = await stat(file);
		return found.isFile() && found.size <= MAX_MAP_BYTES ? await readFile(file, 'utf8') : null;
	} catch {
		return null;
	}
}

/**
 * Reads the map and every exercise of a folder. A broken exercise is left out and named; a folder without a readable map
 * is no root: the problems say why. Rejects only where the disk fails.
 */
export async function readRoot(folder: string, options: RootOptions): Promise<ReadRoot> {
	const { project } = options;
	const label = labelOf(folder, project);
	let ids: string[];
	try {
		ids = await listIds(folder);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : String(error);
		return { ok: false, folder, problems: [problem('missing-file/root', { file: folder }, { why })] };
	}
	const mapText = await readMapText(folder);
	if (mapText === null)
		return {
			ok: false,
			folder,
			problems: inRoot(label, [problem('missing-file/map', { file: 'map.json' })])
		};
	const parsed = parseMap(mapText);
	if (!parsed.ok) return { ok: false, folder, problems: inRoot(label, parsed.problems) };
	const { exercises, problems } = await readAll(folder, ids, options);
	return {
		ok: true,
		root: { folder, label, map: parsed.map, mapText, exercises },
		problems: inRoot(label, problems)
	};
}
