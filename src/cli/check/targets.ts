import { readdir, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
import { exerciseId } from '../../lib/contract/exercise.ts';
import { PROJECT } from '../setup.ts';
import { WrongUse } from '../verb.ts';

/** Where one exercise is: its folder is `<root>/<id>`. */
export interface ExercisePlace {
	/** Absolute. */
	root: string;
	id: string;
}

/** What a coach asked for. */
export interface Targets {
	/** Each exercise once; the roots in the order they were typed, ids in the order of the alphabet. */
	exercises: readonly ExercisePlace[];
	/** Of these, roots that were asked for as a whole: their maps are looked at too. */
	roots: readonly string[];
}

export interface TargetOptions {
	/** Where the coach is; relative paths mean this folder. */
	cwd: string;
	/** Variables: `EXERCISES` names the default roots. */
	env?: Readonly<Record<string, string | undefined>>;
}

/** The folders of exercises that are meant where none is named: `EXERCISES`, else the project's own. */
export function defaultRoots({ cwd, env = process.env }: TargetOptions): string[] {
	const named = (env.EXERCISES ?? '').split(delimiter).filter((path) => path.trim() !== '');
	return named.length > 0 ? named.map((path) => resolve(cwd, path)) : [join(PROJECT, 'exercises')];
}

const isThere = (path: string): Promise<boolean> =>
	stat(path).then(
		() => true,
		() => false
	);

async function foldersIn(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
		.map((entry) => entry.name)
		.sort();
}

async function exercisesOfTrack(root: string, track: string): Promise<ExercisePlace[]> {
	return (await foldersIn(join(root, track))).map((slug) => ({ root, id: `${track}/${slug}` }));
}

/** Every folder of a root that stands where an exercise stands, whether or not it is one. */
export async function exercisesOfRoot(root: string): Promise<ExercisePlace[]> {
	const tracks = await foldersIn(root);
	return (await Promise.all(tracks.map((track) => exercisesOfTrack(root, track)))).flat();
}

async function holdsExercise(folder: string): Promise<boolean> {
	const found = await Promise.all(
		(await foldersIn(folder)).map((name) => isThere(join(folder, name, 'exercise.json')))
	);
	return found.includes(true);
}

/** The parts of a root, or of a track, that a path of a folder names; null where it is neither. */
async function fromFolder(folder: string): Promise<Targets | null> {
	if (await isThere(join(folder, 'exercise.json'))) {
		const track = dirname(folder);
		return { exercises: [{ root: dirname(track), id: `${basename(track)}/${basename(folder)}` }], roots: [] };
	}
	if (await isThere(join(folder, 'map.json')))
		return { exercises: await exercisesOfRoot(folder), roots: [folder] };
	if (await holdsExercise(folder))
		return { exercises: await exercisesOfTrack(dirname(folder), basename(folder)), roots: [] };
	const tracks = await Promise.all(
		(await foldersIn(folder)).map((name) => holdsExercise(join(folder, name)))
	);
	return tracks.includes(true) ? { exercises: await exercisesOfRoot(folder), roots: [folder] } : null;
}

async function find(typed: string, options: TargetOptions): Promise<Targets> {
	// The file that a coach has open means the folder that it describes.
	const folder = ['exercise.json', 'map.json'].includes(basename(typed)) ? dirname(typed) : typed;
	const found = await fromFolder(resolve(options.cwd, folder));
	if (found) return found;
	const id = typed.replace(/\/+$/, '');
	const roots = defaultRoots(options);
	for (const root of roots) {
		if (exerciseId.safeParse(id).success && (await isThere(join(root, id))))
			return { exercises: [{ root, id }], roots: [] };
		const track = /^[a-z][a-z0-9-]*$/.test(id) ? await exercisesOfTrack(root, id) : [];
		if (track.length > 0) return { exercises: track, roots: [] };
	}
	const places = roots.map((root) => `"${relative(options.cwd, root) || '.'}"`).join(' or ');
	throw new WrongUse(
		`"${typed}" is neither a folder with exercise.json, nor a folder of exercises, nor an id "track/slug" in ${places}.`
	);
}

/**
 * What a coach typed → exercises. A path may be an exercise, a track, or a root (a folder of tracks with its map.json);
 * an id `track/slug`, or a track's name, is looked for in the default roots. Nothing typed: the default roots. Throws
 * `WrongUse` for what is none of these.
 */
export async function findTargets(typed: readonly string[], options: TargetOptions): Promise<Targets> {
	const wanted = typed.length > 0 ? typed : defaultRoots(options);
	for (const root of typed.length > 0 ? [] : wanted) {
		if (await isThere(root)) continue;
		throw new WrongUse(
			`EXERCISES names the folder "${root}", and there is none. Correct it, or name a path.`
		);
	}
	const found = await Promise.all(wanted.map((one) => find(one, options)));
	const once = new Map(
		found.flatMap(({ exercises }) => exercises).map((place) => [join(place.root, place.id), place])
	);
	return { exercises: [...once.values()], roots: [...new Set(found.flatMap(({ roots }) => roots))] };
}

/** The one exercise that a coach typed. Throws `WrongUse` where it is none or several. */
export async function findOne(typed: string, options: TargetOptions): Promise<ExercisePlace> {
	return onlyOne(await findTargets([typed], options), typed, options);
}

/** The exercise of targets that hold one. Throws `WrongUse`. */
export function onlyOne({ exercises }: Targets, typed: string, options: TargetOptions): ExercisePlace {
	const [first, ...others] = exercises;
	if (!first) throw new WrongUse(`"${typed}" is a folder of exercises, and there is none in it yet.`);
	if (others.length > 0) {
		const example = relative(options.cwd, join(first.root, first.id));
		throw new WrongUse(
			`"${typed}" is a folder of ${exercises.length} exercises. Name one of them, for example ${example}.`
		);
	}
	return first;
}
