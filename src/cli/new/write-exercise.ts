import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileMap } from '../../lib/contract/exercise.ts';
import { parseMap } from '../../lib/exercise/parse-map.ts';
import { NotPossible } from '../setup.ts';
import { longestTitle, newExerciseFiles, type NewExercise } from './exercise-template.ts';
import { titleLengths, type ExerciseRoot } from './exercise-root.ts';
import { addStation } from './map-text.ts';
import { placeStation, type Place } from './station-place.ts';

/** Writes files below a folder; folders are made. */
export async function writeFiles(folder: string, files: FileMap, signal: AbortSignal): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		signal.throwIfAborted();
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}

/** Where the new exercise is; `place`: null where the map had a station for it already. */
export interface WrittenExercise {
	folder: string;
	files: readonly string[];
	place: Place | null;
}

/**
 * Writes the folder of a new exercise and its station. `after`: the station of the same line that it comes after; null
 * for the last one. Everything is prepared before the first change, and the folder appears whole.
 */
export async function writeExercise(
	root: ExerciseRoot,
	wanted: NewExercise,
	after: string | null,
	signal: AbortSignal
): Promise<WrittenExercise> {
	const { id } = wanted;
	const { files, title } = await newExerciseFiles(wanted);
	const hasStation = root.map.lines.some((line) =>
		line.sections.some((section) => section.stations.some(({ exercise }) => exercise === id))
	);
	const [track = ''] = id.split('/');
	const lengths = await titleLengths(root);
	const place = hasStation ? null : placeStation(root.map, track, after, longestTitle(title), lengths);
	if (!place && !hasStation)
		throw new NotPossible(
			`The line "${track}" has reached the end of the map's grid. Give its path another turn in map.json, then try again.`
		);
	const mapText = place ? addStation(root.mapText, root.map, id, place) : root.mapText;
	const check = parseMap(mapText);
	if (!check.ok) throw new Error(`The map with a station for ${id} cannot be read.`);

	const folder = join(root.folder, id);
	// Names with a dot are no exercises: neither the site nor a check sees the folder before it is complete.
	const unfinished = join(root.folder, track, `.new-${process.pid}`);
	try {
		await writeFiles(unfinished, files, signal);
		signal.throwIfAborted();
		await rename(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	if (place) {
		const file = join(root.folder, `.map-${process.pid}.json`);
		await writeFile(file, mapText);
		await rename(file, join(root.folder, 'map.json'));
	}
	return { folder, files: Object.keys(files), place };
}
