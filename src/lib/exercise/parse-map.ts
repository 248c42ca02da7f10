import { mapFile, type MapFile } from '../contract/map.ts';
import type { Problem } from '../contract/problem.ts';
import { readJsonFile } from './read-json-file.ts';

/** Reads `map.json`. Whether its stations exist is asked of `catalogueProblems`. */
export function parseMap(text: string): { ok: true; map: MapFile } | { ok: false; problems: Problem[] } {
	const { value, problems } = readJsonFile('map.json', text, mapFile);
	return value ? { ok: true, map: value } : { ok: false, problems };
}
