import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { shareSession } from '../check/share-session.ts';
import type { Setup } from '../setup.ts';
import type { ForeignExercise, ForeignResult } from './format.ts';
import { slugOf } from './write/places.ts';
import type { Placed } from './write/place-stations.ts';
import type { ImportedExercise } from './report.ts';
import { tryExercise, type TrialContext } from './try-exercise.ts';
import { tryTestsExercise } from './try-tests-exercise.ts';
import { readOwnMap, withStations, writeMap } from './write/update-map.ts';
import { makeFolder, writeExercise } from './write/write-exercise.ts';

export interface ImportOptions {
	/** What was read, in the order of the collection. */
	found: readonly ForeignResult[];
	/** Of these, the ones to import; an id is the same whether or not others are imported with it. Default: all. */
	wanted?: readonly ForeignResult[];
	/** The folder that the track's folder and map.json are written to. */
	out: string;
	track: string;
	/** Whether folders that are there and differ are replaced. */
	force: boolean;
	setup: Setup;
	signal: AbortSignal;
	/** Called before each exercise is tried. */
	onTrying?: (name: string) => void;
}

const refused = (name: string, reason: string): ImportedExercise => ({
	name,
	id: null,
	outcome: 'refused',
	reason,
	remarks: [],
	tests: 0,
	skippedTests: 0,
	solutionMs: null,
	startFails: null
});

/** Names → ids; two exercises of the same name get two ids. */
function chooseIds(found: readonly ForeignResult[], track: string): Map<ForeignExercise, string> {
	const ids = new Map<ForeignExercise, string>();
	const taken = new Set<string>();
	for (const result of found) {
		if (!result.ok) continue;
		const wanted = slugOf(result.exercise.name);
		let slug = wanted;
		for (let count = 2; taken.has(slug); count++) slug = `${wanted}-${count}`;
		taken.add(slug);
		ids.set(result.exercise, `${track}/${slug}`);
	}
	return ids;
}

interface Context {
	options: ImportOptions;
	/** Folders that are being written now: a command that is stopped waits for them, and for nothing else. */
	writing: Set<Promise<unknown>>;
	ids: ReadonlyMap<ForeignExercise, string>;
	/** Name in the collection → id, of those that are imported now. */
	byName: ReadonlyMap<string, string>;
	trial: TrialContext;
}

async function importOne(
	{ options, writing, ids, byName, trial }: Context,
	foreign: ForeignExercise
): Promise<ImportedExercise> {
	const { out, track, force } = options;
	const id = ids.get(foreign)!;
	const prerequisites = foreign.prerequisites.flatMap((name) => byName.get(name) ?? []).slice(0, 10);
	const tryOut = foreign.writeTests ? tryTestsExercise : tryExercise;
	const tried = await tryOut(id, foreign, prerequisites, trial);
	if (!tried.ok) return refused(foreign.name, tried.reason);
	trial.signal.throwIfAborted();
	const write = writeExercise(join(out, track), id.slice(track.length + 1), tried.files, force);
	writing.add(write);
	const written = await write.finally(() => writing.delete(write));
	if (written === 'differs')
		return refused(foreign.name, `${id} is there already and differs; --force writes over it`);
	const remarks = [...foreign.remarks, ...tried.remarks];
	return {
		name: foreign.name,
		id,
		outcome: remarks.length > 0 ? 'remarks' : 'imported',
		reason: null,
		remarks,
		tests: tried.tests,
		skippedTests: foreign.skippedTests,
		solutionMs: tried.solutionMs,
		startFails: tried.startFails
	};
}

/** Tries each exercise and writes those that work, then the map. One bad exercise is refused and stops nothing. */
export async function importCollection(options: ImportOptions): Promise<ImportedExercise[]> {
	const { found, wanted = found, out, track, setup, signal, onTrying } = options;
	setMaxListeners(0, signal);
	await makeFolder(out);
	await makeFolder(join(out, track));
	// A map that cannot be read is told before everything is tried.
	await readOwnMap(out);
	const jobs = availableParallelism();
	const trial: TrialContext = { ...shareSession(setup.session, jobs), collect: setup.collect, signal };
	const writing = new Set<Promise<unknown>>();
	const ids = chooseIds(found, track);
	const byName = new Map(
		wanted.flatMap((one) => (one.ok ? [[one.exercise.name, ids.get(one.exercise)!] as const] : []))
	);
	const context: Context = { options, writing, ids, byName, trial };
	const results: ImportedExercise[] = [];
	const next = wanted.entries();
	const work = async (): Promise<void> => {
		for (const [index, one] of next) {
			signal.throwIfAborted();
			onTrying?.(one.ok ? one.exercise.name : one.name);
			results[index] = one.ok
				? await importOne(context, one.exercise).catch((error: unknown) => {
						signal.throwIfAborted();
						const why = error instanceof Error ? error.message : String(error);
						return refused(one.exercise.name, `it could not be tried: ${why.split('\n')[0]}`);
					})
				: refused(one.name, one.reason);
		}
	};
	// One more than there are runs at a time: the next is compiled meanwhile.
	try {
		await Promise.all(Array.from({ length: jobs + 1 }, work));
	} finally {
		await Promise.allSettled(writing);
	}
	const sections = new Map([...ids].map(([exercise, id]) => [id, exercise.section]));
	const placed = results.flatMap(({ id }): Placed[] =>
		id === null ? [] : [{ id, section: sections.get(id) }]
	);
	// Read again: a coach may have worked on it in these minutes.
	const added = placed.length > 0 ? withStations(await readOwnMap(out), track, placed) : null;
	if (added) await writeMap(out, added);
	return results;
}
