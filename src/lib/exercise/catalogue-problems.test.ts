import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Exercise } from '../contract/exercise.ts';
import { mapFile, type MapFile } from '../contract/map.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { parseMap } from './parse-map.ts';
import { prerequisiteCycles } from './prerequisite-cycles.ts';

type Manifest = Exercise['manifest'];

/** Only what this stage looks at. */
const exercise = (slug: string, prerequisites: string[] = [], formerly?: string[]): Exercise => ({
	id: `p/${slug}`,
	hash: '',
	manifest: {
		prerequisites: prerequisites.map((other) => `p/${other}`),
		formerly: formerly?.map((name) => `p/${name}`)
	} as Manifest,
	brief: { fr: '', nl: '', en: '' },
	hints: { fr: [], nl: [], en: [] },
	messages: { fr: { tests: {}, messages: {} }, nl: { tests: {}, messages: {} } }
});

/** "slug x y", and after that what the map adds as prerequisites. */
function mapOf(stations: string[], id = 'p'): { text: string; map: MapFile } {
	const title = { fr: 'a', nl: 'a', en: 'a' };
	const placed = stations.map((words) => {
		const [slug, x, y, ...needs] = words.split(' ');
		return {
			exercise: `p/${slug}`,
			x: Number(x),
			y: Number(y),
			prerequisites: needs.map((other) => `p/${other}`)
		};
	});
	const path = [
		{ x: 0, y: 0 },
		{ x: 9, y: 0 }
	];
	const sections = [{ id: 's', title, stations: placed }];
	const text = JSON.stringify(
		{ version: 1, lines: [{ id, letter: 'P', title, path, sections }] },
		null,
		'\t'
	);
	return { text, map: mapFile.parse(JSON.parse(text)) };
}

const TABLE: [string, Exercise[], string[], string[]][] = [
	['nothing wrong', [exercise('a'), exercise('b', ['a'])], ['a 0 0', 'b 1 0'], []],
	[
		'an unknown prerequisite',
		[exercise('a', ['gone'])],
		['a 0 0'],
		['unknown-prerequisite p/a/exercise.json']
	],
	[
		'an unknown prerequisite in the map',
		[exercise('a')],
		['a 0 0 gone'],
		['unknown-prerequisite map.json:36']
	],
	[
		'two that wait for each other',
		[exercise('a', ['b']), exercise('b', ['a'])],
		['a 0 0', 'b 1 0'],
		['prerequisite-cycle p/a/exercise.json']
	],
	['a former name', [exercise('a', [], ['old', 'older'])], ['a 0 0'], []],
	[
		'a former name that is one now',
		[exercise('a', [], ['b']), exercise('b')],
		['a 0 0', 'b 1 0'],
		['former-name-taken p/a/exercise.json']
	],
	[
		'a former name of two',
		[exercise('a', [], ['old']), exercise('b', [], ['old'])],
		['a 0 0', 'b 1 0'],
		['former-name-taken p/b/exercise.json']
	],
	['one that waits for itself', [exercise('a', ['a'])], ['a 0 0'], ['prerequisite-cycle p/a/exercise.json']],
	[
		'a ring that the map closes',
		[exercise('a'), exercise('b', ['a'])],
		['a 0 0 b', 'b 1 0'],
		['prerequisite-cycle p/a/exercise.json']
	],
	[
		'a station without an exercise',
		[exercise('a')],
		['a 0 0', 'b 1 0'],
		['map-unknown-exercise map.json:37']
	],
	[
		'an exercise without a station',
		[exercise('a'), exercise('b')],
		['a 0 0'],
		['map-missing-station map.json']
	],
	[
		'two stations for one exercise',
		[exercise('a')],
		['a 0 0', 'a 1 0'],
		['map-duplicate-station map.json:37']
	],
	[
		'two stations at one place',
		[exercise('a'), exercise('b')],
		['a 0 0', 'b 0 0'],
		['map-position-taken map.json:37']
	]
];

describe('catalogueProblems', () => {
	test.each(TABLE)('%s', (_name, exercises, stations, expected) => {
		const { map, text } = mapOf(stations);
		const problems = catalogueProblems(exercises, map, new Map([['map.json', text]]));
		expect(problems.map(({ code, file, line }) => `${code} ${file}${line ? `:${line}` : ''}`)).toEqual(
			expected
		);
	});

	test('an exercise stands on the line of its own track', () => {
		const { map } = mapOf(['a 0 0'], 't');
		expect(catalogueProblems([exercise('a')], map)).toMatchObject([
			{ code: 'invalid-field', file: 'map.json' }
		]);
	});
});

test.each([
	['a straight line', { a: ['b'], b: ['c'] }, []],
	['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'] }, []],
	['a ring of three, named once', { c: ['a'], b: ['c'], a: ['b'], z: ['c'] }, ['a b c']],
	['two rings', { a: ['a'], b: ['c'], c: ['b'] }, ['a', 'b c']]
])('rings of prerequisites: %s', (_name, needs, expected) => {
	const graph = new Map(Object.entries(needs as Record<string, string[]>));
	expect(prerequisiteCycles(graph).map((ring) => ring.join(' '))).toEqual(expected);
});

test('parseMap names the line of a mistake', () => {
	const { text } = mapOf(['a 0 0']);
	expect(parseMap(text).ok).toBe(true);
	expect(parseMap(text.replace('"x": 9', '"x": 99'))).toMatchObject({
		ok: false,
		problems: [
			{
				code: 'invalid-field',
				file: 'map.json',
				line: 18,
				params: expect.objectContaining({ field: 'lines[0].path[1].x' })
			}
		]
	});
	expect(parseMap('{')).toMatchObject({ ok: false, problems: [{ code: 'broken-json' }] });
});

describe('exercises/map.json', () => {
	const parsed = parseMap(readFileSync('exercises/map.json', 'utf8'));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const { lines } = parsed.map;
	type Point = { x: number; y: number };
	const pairs = <T>(list: readonly T[]): [T, T][] =>
		list.slice(1).map((item, index) => [list[index] as T, item]);

	test('lines run at 0, 45 or 90 degrees', () => {
		const steep = lines.flatMap(({ path }) =>
			pairs<Point>(path).filter(
				([a, b]) => a.x !== b.x && a.y !== b.y && Math.abs(a.x - b.x) !== Math.abs(a.y - b.y)
			)
		);
		expect(steep).toEqual([]);
	});

	test('stations stand on their line', () => {
		const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
		const beside = lines.flatMap(({ path, sections }) =>
			sections
				.flatMap((section) => section.stations)
				.filter(
					(p) =>
						!pairs<Point>(path).some(
							([a, b]) => Math.abs(distance(a, p) + distance(p, b) - distance(a, b)) < 1e-9
						)
				)
		);
		expect(beside).toEqual([]);
	});

	test('ids and letters of lines are unique', () => {
		for (const key of ['id', 'letter'] as const)
			expect(new Set(lines.map((line) => line[key])).size).toBe(lines.length);
	});
});
