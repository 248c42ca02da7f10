import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeExercise, writeRoot } from '../../../../tests/support/exercise-roots.ts';
import type { MapPart, StationIndex } from '../../contract/journey.ts';
import { openCatalog, type Catalog } from './catalog.ts';
import { STATIONS_AT_ONCE } from './map-parts.ts';
import { NO_HARNESSES } from '../../../../tests/support/no-harnesses.ts';

const harnesses = NO_HARNESSES;
let project: string;
let small: Catalog;
let large: Catalog;
/** The school's own. */
let own: Catalog;

beforeAll(async () => {
	project = await mkdtemp(join(tmpdir(), 'passerelle-pages-'));
	const roots = { small: join(project, 'exercises'), garden: join(project, 'garden') };
	const slugs = Array.from({ length: STATIONS_AT_ONCE / 2 + 1 }, (_, index) => `e${index}`);
	await writeRoot(roots.small, { programming: slugs });
	await writeExercise(roots.small, 'programming/e0', ['programming/e1', 'programming/not-on-the-map']);
	await writeRoot(roots.garden, { garden: slugs });
	await writeExercise(roots.garden, 'garden/e0', ['programming/e3']);
	const open = (...folders: string[]) => openCatalog({ roots: folders, harnesses, cache: '', project });
	small = await open(roots.small);
	large = await open(roots.small, roots.garden);
	own = await open(join(process.cwd(), 'exercises'));
});
afterAll(() => rm(project, { recursive: true }));

const mapOf = (catalog: Catalog, part: string | null) => JSON.parse(catalog.pages.map('en', part)) as MapPart;
const index = (catalog: Catalog) => JSON.parse(catalog.pages.index('nl')) as StationIndex;

test('a newcomer begins at the first station that nothing locks', () => {
	expect(small.pages.home('en').first?.id).toBe('programming/e1');
});

test('what has no station locks nothing', () => {
	expect(mapOf(small, null).stations[0]).toMatchObject({ prerequisites: ['programming/e1'] });
});

test('a small map is sent whole, without parts to choose among', () => {
	expect(mapOf(small, 'garden')).toMatchObject({ parts: [], part: 'all', cut: false });
	expect(mapOf(small, null).stations).toHaveLength(small.ids().length);
});

test('of a large map a part is sent, with the titles of what it waits for', () => {
	const page = mapOf(large, 'garden');
	expect(page.parts.map(({ id }) => id)).toEqual(['programming', 'garden']);
	expect(page.map.lines.map(({ id }) => id)).toEqual(['garden']);
	expect(page.stations.map(({ id }) => id).filter((id) => !id.startsWith('garden/'))).toEqual([
		'programming/e3'
	]);
	expect(page.total).toBe(large.ids().length);
});

test('a part that does not exist is the first one', () => {
	expect(mapOf(large, '../secret').part).toBe('programming');
});

test('the index has every station once, in the order of the map, with its part', () => {
	const { stations, version } = index(large);
	expect(version).toBe(large.version);
	expect(stations).toHaveLength(large.ids().length);
	expect(stations.map(({ part }) => part)).toEqual(stations.map(({ id }) => id.split('/')[0]));
});

test('the words of a station are those that its brief explains, in the language that is asked for', () => {
	expect(JSON.parse(small.pages.words('en'))).toEqual({});
	const school = JSON.parse(own.pages.words('nl')) as Record<string, string[]>;
	expect(school['programming/hello-brussels']).toContain('console.log');
	expect(Object.keys(school).every((id) => own.ids().includes(id))).toBe(true);
	expect(own.pages.words('fr')).not.toBe(own.pages.words('nl'));
});

test('what is the same for everybody is made once', () => {
	expect(large.pages.map('fr', 'garden')).toBe(large.pages.map('fr', 'garden'));
	expect(large.pages.home('fr')).toBe(large.pages.home('fr'));
	expect(large.pages.home('fr')).not.toEqual(large.pages.home('nl'));
});
