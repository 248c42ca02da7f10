import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Around } from '../../contract/around.ts';
import type { CompiledSuite, Exercise, PublicExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { PackagesScript } from '../../contract/plan.ts';
import type { MapFile } from '../../contract/map.ts';
import type { Problem } from '../../contract/problem.ts';
import { catalogueProblems } from '../../exercise/catalogue-problems.ts';
import { createArtifactStore } from './compile-exercise.ts';
import { aroundOf } from './around.ts';
import { readExercise, readMap } from './read-folder.ts';
import type { Harnesses } from '../verify/native-engine.ts';
import { toPublic } from './public-exercise.ts';
import { translationsOf } from './translations.ts';

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

/** The exercises of a folder, checked, with what pages and engines ask of them. */
export interface Catalog {
	map(): MapFile;
	stations(locale: Locale): Station[];
	/** Null for an unknown id. */
	publicExercise(id: string, locale: Locale): Promise<PublicExercise | null>;
	/** Before and after on the same line of the map. */
	neighbours(id: string, locale: Locale): { previous: Neighbour | null; next: Neighbour | null };
	/** What the exercise's page knows of the map. */
	around(id: string, locale: Locale): Around;
	/** Null for an unknown id, or where there are no examples. */
	suite(id: string, kind: 'hidden' | 'examples', locale: Locale): Promise<CompiledSuite | null>;
	/** The npm packages of an exercise as one script; null where it has none. */
	packages(id: string): Promise<PackagesScript | null>;
	exercise(id: string): Exercise | null;
	ids(): string[];
	/** Folders that are not served, and why. */
	problems(): readonly Problem[];
	/** Compiles every suite that is not compiled yet, one after another. */
	warm(): Promise<void>;
}

async function listIds(root: string): Promise<string[]> {
	const ids: string[] = [];
	for (const track of await readdir(root, { withFileTypes: true })) {
		if (!track.isDirectory() || track.name.startsWith('.')) continue;
		for (const slug of await readdir(join(root, track.name), { withFileTypes: true })) {
			if (slug.isDirectory() && !slug.name.startsWith('.')) ids.push(`${track.name}/${slug.name}`);
		}
	}
	return ids.sort();
}

/**
 * Reads every exercise below `root` and the map. A folder with problems is left out and named in `problems()`:
 * one coach's mistake does not close the school. Rejects when there is no readable map.
 */
export async function openCatalog(options: {
	/** Folders of exercises, each with its own map.json. */
	roots: readonly string[];
	harnesses: Harnesses;
	cache: string;
}): Promise<Catalog> {
	const [root = 'exercises'] = options.roots;
	const artifacts = createArtifactStore(options.cache, options.harnesses, root);
	const exercises = new Map<string, Exercise>();
	const problems: Problem[] = [];
	for (const id of await listIds(root)) {
		const result = await readExercise(root, id);
		if (result.ok) exercises.set(id, result.exercise);
		else problems.push(...result.problems);
	}
	const map = await readMap(root);
	problems.push(...catalogueProblems([...exercises.values()], map));
	const order = map.lines.flatMap((line) =>
		line.sections.flatMap((section) => section.stations.map((station) => station.exercise))
	);
	const extra = new Map(
		map.lines.flatMap((line) =>
			line.sections.flatMap((section) =>
				section.stations.map((station) => [station.exercise, station.prerequisites] as const)
			)
		)
	);
	const around = aroundOf(
		order.filter((id) => exercises.has(id)),
		(id) => [...(exercises.get(id)?.manifest.prerequisites ?? []), ...(extra.get(id) ?? [])]
	);
	const neighbour = (id: string | undefined, locale: Locale): Neighbour | null => {
		const exercise = id === undefined ? undefined : exercises.get(id);
		return exercise ? { id: exercise.id, title: exercise.manifest.title[locale] } : null;
	};

	return {
		map: () => map,
		ids: () => [...exercises.keys()],
		exercise: (id) => exercises.get(id) ?? null,
		problems: () => problems,
		stations: (locale) =>
			[...exercises.values()].map(({ id, manifest }) => ({
				id,
				title: manifest.title[locale],
				minutes: manifest.minutes,
				points: manifest.points,
				level: manifest.level,
				prerequisites: [...new Set([...manifest.prerequisites, ...(extra.get(id) ?? [])])]
			})),
		async publicExercise(id, locale) {
			const exercise = exercises.get(id);
			if (!exercise) return null;
			const { hidden, examples } = await artifacts.get(exercise);
			return toPublic(exercise, locale, [...new Set([...hidden.mocked, ...(examples?.mocked ?? [])])]);
		},
		neighbours(id, locale) {
			const line = order.filter((other) => exercises.has(other) && other.split('/')[0] === id.split('/')[0]);
			const at = line.indexOf(id);
			if (at < 0) return { previous: null, next: null };
			return { previous: neighbour(line[at - 1], locale), next: neighbour(line[at + 1], locale) };
		},
		around: (id, locale) => around(id, (other) => exercises.get(other)?.manifest.title[locale] ?? other),
		async suite(id, kind, locale) {
			const exercise = exercises.get(id);
			if (!exercise) return null;
			const suite = (await artifacts.get(exercise))[kind];
			if (!suite) return null;
			const { code, statics, expected } = suite;
			return { hash: exercise.hash, code, statics, expected, translations: translationsOf(exercise, locale) };
		},
		async packages(id) {
			const exercise = exercises.get(id);
			return exercise ? (await artifacts.get(exercise)).packages : null;
		},
		async warm() {
			for (const exercise of exercises.values()) {
				await artifacts.get(exercise).catch((error: unknown) => console.error(String(error)));
			}
		}
	};
}
