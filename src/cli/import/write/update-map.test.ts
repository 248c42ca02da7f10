import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MapFile } from '../../../lib/contract/map.ts';
import { WrongUse } from '../../verb.ts';
import { readOwnMap, withStations, writeMap } from './update-map.ts';

let out: string;
beforeEach(async () => {
	out = await mkdtemp(join(tmpdir(), 'passerelle-map-'));
});
afterEach(() => rm(out, { recursive: true }));

test('what a coach wrote on the map stays when stations are added', async () => {
	const first = withStations(null, 'jest', [{ id: 'jest/one' }, { id: 'jest/two' }])!;
	const byCoach: MapFile = structuredClone({ $schema: '../map.schema.json', ...first });
	byCoach.lines[0]!.sections[0]!.stations[1]!.prerequisites = ['jest/one'];
	await writeMap(out, byCoach);
	const next = withStations(await readOwnMap(out), 'jest', [{ id: 'jest/three' }])!;
	expect(next.$schema).toBe('../map.schema.json');
	const stations = next.lines[0]!.sections.flatMap((section) => section.stations);
	expect(stations.map(({ exercise, prerequisites }) => [exercise, prerequisites])).toEqual([
		['jest/one', []],
		['jest/two', ['jest/one']],
		['jest/three', []]
	]);
});

test('no map is none yet; one that cannot be read is told, so that it is not written over', async () => {
	expect(await readOwnMap(out)).toBeNull();
	await mkdir(join(out, 'map.json'));
	await expect(readOwnMap(out)).rejects.toThrow(WrongUse);
	await rm(join(out, 'map.json'), { recursive: true });
	await writeFile(join(out, 'map.json'), '{ "version": 1 }');
	await expect(readOwnMap(out)).rejects.toThrow(WrongUse);
});
