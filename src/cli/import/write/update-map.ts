import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapFile, MapLine } from '../../../lib/contract/map.ts';
import { parseMap } from '../../../lib/exercise/parse-map.ts';
import { writeWhole } from '../../../lib/server/catalog/write-whole.ts';
import { WrongUse } from '../../verb.ts';
import { placeStations, type Placed } from './place-stations.ts';
import { titleOf } from './places.ts';

/** Columns that stay free between two lines, for the names of stations. */
const BETWEEN = 10;

/** The map of a folder that exercises are imported into; null where there is none yet. Throws `WrongUse` for a broken one. */
export async function readOwnMap(out: string): Promise<MapFile | null> {
	const file = join(out, 'map.json');
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		// Another one in its place would be a loss.
		throw new WrongUse(`${file} cannot be read, and stations must be added to it: ${error.message}`);
	});
	if (text === null) return null;
	const parsed = parseMap(text);
	if (parsed.ok) return parsed.map;
	throw new WrongUse(
		`${file} has problems, and stations must be added to it. Correct it first: check ${out}`
	);
}

function freeLetter(track: string, others: readonly MapLine[]): string {
	const taken = new Set(others.map(({ letter }) => letter));
	const wanted = [...track.toUpperCase(), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	return wanted.find((letter) => /[A-Z]/.test(letter) && !taken.has(letter)) ?? 'X';
}

const idsOf = ({ sections }: MapLine): string[] =>
	sections.flatMap(({ stations }) => stations.map(({ exercise }) => exercise));

/** The map with every exercise on the line of its track. Null where nothing is to be added, or throws `WrongUse`. */
export function withStations(
	map: MapFile | null,
	track: string,
	exercises: readonly Placed[]
): MapFile | null {
	const old = map?.lines.find(({ id }) => id === track);
	const others = map?.lines.filter((line) => line !== old) ?? [];
	const known = new Set(old ? idsOf(old) : []);
	const added = exercises.filter(({ id }) => !known.has(id));
	if (old && added.length === 0) return null;
	const kept = old?.sections.flatMap(({ title, stations }) =>
		stations.map(({ exercise }): Placed => ({ id: exercise, section: title }))
	);
	const right = Math.max(-BETWEEN, ...others.flatMap(({ path }) => path.map(({ x }) => x)));
	const placed = placeStations([...(kept ?? []), ...added], right + BETWEEN);
	if (!placed)
		throw new WrongUse(
			`There is no room for ${added.length} more stations on the map. Import into another folder.`
		);
	const needs = new Map(
		old?.sections.flatMap(({ stations }) =>
			stations.map(({ exercise, prerequisites }) => [exercise, prerequisites] as const)
		)
	);
	const sections = placed.sections.map((section) => ({
		...section,
		stations: section.stations.map((station) => ({
			...station,
			// Written by a coach.
			prerequisites: needs.get(station.exercise) ?? station.prerequisites
		}))
	}));
	const title = titleOf(track);
	const line: MapLine = {
		id: track,
		letter: old?.letter ?? freeLetter(track, others),
		title: old?.title ?? { fr: title, nl: title, en: title },
		planned: false,
		path: placed.path,
		sections
	};
	return { ...(map ?? { version: 1 }), lines: [...others, line] };
}

/** Station defaults are left out: what a coach reads stays short. */
const withoutDefaults = (key: string, value: unknown): unknown => {
	if (key === 'prerequisites' && Array.isArray(value) && value.length === 0) return undefined;
	return key === 'planned' && value === false ? undefined : value;
};

export async function writeMap(out: string, map: MapFile): Promise<void> {
	await writeWhole(join(out, 'map.json'), `${JSON.stringify(map, withoutDefaults, '\t')}\n`);
}
