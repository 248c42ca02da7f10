import { describe, expect, test } from 'vitest';
import { mapFile, type MapFile } from '../../contract/map.ts';
import { mapParts, STATIONS_AT_ONCE } from './map-parts.ts';

const title = { fr: 'a', nl: 'a', en: 'a' };

/** Line → how many stations each of its sections has. */
function mapOf(lines: Record<string, readonly number[]>): MapFile {
	return mapFile.parse({
		version: 1,
		lines: Object.entries(lines).map(([id, sizes]) => ({
			id,
			letter: 'A',
			title,
			path: [
				{ x: 0, y: 0 },
				{ x: 9, y: 0 }
			],
			planned: sizes.length === 0,
			sections: sizes.map((size, s) => ({
				id: `s${s}`,
				title,
				stations: Array.from({ length: size }, (_, index) => ({
					exercise: `${id}/${s}-${index}`,
					x: 0,
					y: 0
				}))
			}))
		}))
	});
}

const N = STATIONS_AT_ONCE;
/** map, lines of each folder, id and number of stations of each part */
const TABLE: [string, Record<string, readonly number[]>, string[][], string[]][] = [
	['a small map is shown whole', { a: [10, N - 10], b: [] }, [['a', 'b']], [`all ${N}`]],
	[
		'folders that are small',
		{ a: [N], b: [], c: [5], d: [6] },
		[
			['a', 'b'],
			['c', 'd']
		],
		[`a ${N}`, 'c 11']
	],
	['a large folder, by lines', { a: [N - 4], b: [], c: [30] }, [['a', 'b', 'c']], [`a ${N - 4}`, 'c 30']],
	['a large line, by sections', { a: [N - 20, 10, 20, 5] }, [['a']], [`a.1 ${N - 10}`, 'a.2 25']],
	['a section that is large alone', { a: [2 * N + 1] }, [['a']], [`a.1 ${N}`, `a.2 ${N}`, 'a.3 1']],
	['a folder whose lines are all shown elsewhere', { a: [N], c: [1] }, [['a'], [], ['c']], [`a ${N}`, 'c 1']]
];

describe('mapParts', () => {
	test.each(TABLE)('%s', (_name, lines, folders, expected) => {
		const map = mapOf(lines);
		const parts = mapParts(map, folders);
		expect(parts.map(({ id, stations }) => `${id} ${stations.length}`)).toEqual(expected);
		const all = map.lines.flatMap((line) => line.sections.flatMap((section) => section.stations));
		expect(parts.flatMap(({ stations }) => stations)).toEqual(all.map(({ exercise }) => exercise));
		expect(new Set(parts.flatMap((part) => part.lines.map(({ id }) => id)))).toEqual(
			new Set(Object.keys(lines))
		);
	});

	test('a line without stations is shown beside the first line of its folder', () => {
		const [first, second] = mapParts(mapOf({ a: [N - 4], b: [], c: [30] }), [['a', 'b', 'c']]);
		expect(first!.lines.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(second!.lines.map(({ id }) => id)).toEqual(['c']);
	});

	test('parts of one line say which of its stations they are', () => {
		const parts = mapParts(mapOf({ a: [N - 20, 10, 20, 5] }), [['a']]);
		expect(parts.map(({ cut }) => cut)).toEqual([
			{ from: 1, to: N - 10 },
			{ from: N - 9, to: N + 15 }
		]);
	});
});
