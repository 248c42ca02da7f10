import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { delimiter } from 'node:path';
import type { Around } from '../../contract/around.ts';
import type { CompiledSuite, Exercise, PublicExercise, RunnableExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { MapFile } from '../../contract/map.ts';
import type { PackagesScript } from '../../contract/plan.ts';
import type { Problem } from '../../contract/problem.ts';
import { oneLine } from '../../coach-words/problem-words.ts';
import { shownTitle } from '../../exercise/typography.ts';
import { compiledSuite, type ExerciseArtifacts } from '../../kinds/artifacts.ts';
import { kinds as siteKinds, type Kinds } from '../../kinds/kinds.ts';
import type { Collect } from '../sandbox/collect.ts';
import type { Harnesses } from '../threads/native-engine.ts';
import { aroundOf } from './around.ts';
import { createArtifactStore } from './compile-exercise.ts';
import { joinRoots } from './join-roots.ts';
import { journeyPages, type JourneyPages } from './journey-pages.ts';
import type { Keeping } from './kept-exercises.ts';
import { toPublic } from './public-exercise.ts';
import { readRoot } from './read-root.ts';

/** What the map and the lists need of one exercise. */
export interface Station {
	id: string;
	title: string;
	minutes: number;
	points: number;
	level: number;
	/** The exercise's own and the map's. */
	prerequisites: readonly string[];
}

export interface Neighbour {
	id: string;
	title: string;
}

/** The exercises of some folders as they were at one moment, checked, with what pages and engines ask of them. */
export interface Catalog {
	/** Another one as soon as a map or an exercise is another. */
	readonly version: string;
	/** Folders that could be read. */
	readonly roots: readonly string[];
	/** Folders that could not, and why; in `problems()` too. */
	readonly unread: readonly { folder: string; problems: readonly Problem[] }[];
	map(): MapFile;
	stations(locale: Locale): Station[];
	/** What the pages about the whole map show. */
	readonly pages: JourneyPages;
	/** Null for an unknown id. */
	publicExercise(id: string, locale: Locale): Promise<PublicExercise | null>;
	/** What a run needs to know; null for an unknown id. */
	runnable(id: string): Promise<RunnableExercise | null>;
	/** Before and after on the same line of the map. */
	neighbours(id: string, locale: Locale): { previous: Neighbour | null; next: Neighbour | null };
	/** What the exercise's page knows of the map. */
	around(id: string, locale: Locale): Around;
	/** Null for an unknown id, or where there are no examples. */
	suite(id: string, kind: 'hidden' | 'examples', locale: Locale): Promise<CompiledSuite | null>;
	/** The npm packages of an exercise as one script; null where it has none. */
	packages(id: string): Promise<PackagesScript | null>;
	exercise(id: string): Exercise | null;
	/** What an exercise is called now; null for a name that none had. */
	renamed(formerId: string): string | null;
	/** Null for an unknown id. */
	hash(id: string): string | null;
	ids(): string[];
	/** Folders that are not served, and why. */
	problems(): readonly Problem[];
	/** Compiles every suite that is not compiled yet, one after another, until it is aborted. */
	warm(signal?: AbortSignal): Promise<void>;
}

export interface CatalogOptions {
	/** Folders of exercises, each with its own map.json. */
	roots: readonly string[];
	harnesses: Harnesses;
	/** Folder of compiled suites. */
	cache: string;
	/** Where the names of tests are found. Default: in threads of this process, which are no sandbox. */
	collect?: Collect;
	/** Where exercises that were read are kept for the next start. Default: nowhere, every start reads all. */
	keep?: Keeping;
	/** Folder that paths in problems are relative to. Default: the current one. */
	project?: string;
	/** What the exercises can be. Default: those of the site. */
	kinds?: Kinds;
}

/** None of the folders can be read; the message says why and what to do. */
export class NoExercises extends Error {}

/** Above this number what was compiled is not held in memory for exercises that nobody asks for. */
const COMPILED_IN_MEMORY = 200;

function noExercises(roots: readonly string[], problems: readonly Problem[], kinds: Kinds): NoExercises {
	const lines = problems.map((one) => oneLine(one, kinds));
	const where = `EXERCISES names folders that hold exercises and a map.json, with "${delimiter}" between two of them.`;
	return new NoExercises([`No exercises can be read in ${roots.join(', ')}. ${where}`, ...lines].join('\n'));
}

/**
 * Reads the exercises and the map of every folder. An exercise with problems is left out and named in `problems()`: one
 * coach's mistake does not close the school. So is a folder that is not there or has no readable map. Rejects with
 * `NoExercises` where no folder is left.
 */
export async function openCatalog(options: CatalogOptions): Promise<Catalog> {
	const folders = [...new Set(options.roots)];
	const { project = process.cwd(), kinds = siteKinds, keep: keeping, cache, harnesses, collect } = options;
	const read = await Promise.all(folders.map((folder) => readRoot(folder, { project, kinds, keeping })));
	const roots = read.flatMap((one) => (one.ok ? [one.root] : []));
	const problems = read.flatMap((one) => one.problems);
	if (roots.length === 0) throw noExercises(folders, problems, kinds);
	const joined = joinRoots(roots);
	problems.push(...joined.problems);
	const { map, exercises } = joined;

	const stores = new Map(
		roots.map(({ folder }) => [
			folder,
			createArtifactStore({ folder: cache, harnesses, root: folder, collect, kinds })
		])
	);
	const storeOf = (id: string) => stores.get(joined.folders.get(id)!)!;
	const artifactsOf = (exercise: Exercise): Promise<ExerciseArtifacts> => storeOf(exercise.id).get(exercise);

	const placed = map.lines.flatMap(({ id, sections }) =>
		sections.flatMap(({ stations }) => stations.map((station) => ({ ...station, line: id })))
	);
	const extra = new Map(placed.map(({ exercise, prerequisites }) => [exercise, prerequisites]));
	const order = [...new Set(placed.map(({ exercise }) => exercise))].filter((id) => exercises.has(id));
	const place = new Map(order.map((id, index) => [id, index]));
	const needs = (id: string): string[] => [
		...new Set([...(exercises.get(id)?.manifest.prerequisites ?? []), ...(extra.get(id) ?? [])])
	];
	const around = aroundOf(order, needs);
	const trackOf = (id: string | undefined): string | undefined => id?.split('/')[0];
	const version = createHash('sha256')
		.update(JSON.stringify([map, ...[...exercises.values()].map(({ id, hash }) => [id, hash])]))
		.digest('hex')
		.slice(0, 16);
	const names = new Map(
		[...exercises.values()].flatMap(({ id, manifest }) =>
			(manifest.formerly ?? []).map((former) => [former, id] as const)
		)
	);
	const exercise = (id: string): Exercise | null => exercises.get(id)?.load() ?? null;

	return {
		version,
		roots: roots.map(({ folder }) => folder),
		unread: read.flatMap((one) => (one.ok ? [] : [one])),
		map: () => map,
		pages: journeyPages(version, joined),
		ids: () => [...exercises.keys()],
		exercise,
		renamed: (formerId) => names.get(formerId) ?? null,
		hash: (id) => exercises.get(id)?.hash ?? null,
		problems: () => problems,
		stations: (locale) =>
			[...exercises.values()].map(({ id, manifest }) => ({
				id,
				title: shownTitle(manifest, locale),
				minutes: manifest.minutes,
				points: manifest.points,
				level: manifest.level,
				prerequisites: needs(id)
			})),
		async publicExercise(id, locale) {
			const one = exercise(id);
			if (!one) return null;
			const kind = kinds.get(one.manifest.kind);
			const runnable = kind.runnable(one, await artifactsOf(one));
			return toPublic(one, runnable, kind.run.workbench, locale);
		},
		async runnable(id) {
			const one = exercise(id);
			return one && kinds.get(one.manifest.kind).runnable(one, await artifactsOf(one));
		},
		neighbours(id, locale) {
			const at = place.get(id);
			const beside = (step: number): Neighbour | null => {
				const other = at === undefined ? undefined : order[at + step];
				const found = other !== undefined && trackOf(other) === trackOf(id) ? exercises.get(other) : null;
				return found ? { id: found.id, title: shownTitle(found.manifest, locale) } : null;
			};
			return { previous: beside(-1), next: beside(1) };
		},
		around: (id, locale) =>
			around(id, (other) => {
				const found = exercises.get(other);
				return found ? shownTitle(found.manifest, locale) : other;
			}),
		async suite(id, kind, locale) {
			const one = exercise(id);
			if (!one) return null;
			return compiledSuite(one, await artifactsOf(one), kind, locale);
		},
		async packages(id) {
			const one = exercise(id);
			return one ? (await artifactsOf(one)).packages : null;
		},
		async warm(signal) {
			const inMemory = exercises.size <= COMPILED_IN_MEMORY;
			for (const one of exercises.values()) {
				if (signal?.aborted) return;
				const store = storeOf(one.id);
				if (!inMemory && (await store.has(one.hash))) continue;
				const started = performance.now();
				await (inMemory ? store.get(one.load()) : store.write(one.load())).catch((error: unknown) =>
					console.error(String(error))
				);
				// Of many, one at a time and no more than half of the time: visitors come first.
				if (!inMemory) await pause(performance.now() - started);
			}
		}
	};
}
