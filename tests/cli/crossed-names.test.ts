import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crossedNames } from '../../src/cli/check/crossed-names.ts';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import type { MapFile } from '../../src/lib/contract/map.ts';
import { parseMap } from '../../src/lib/exercise/parse-map.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import { mapOf } from './late-tram.ts';

function mapWith(labelSide: 'left' | 'right' | 'above' | 'below'): { map: MapFile; text: string } {
	const drawn = mapOf(['programming/late-tram']);
	const station = { exercise: 'programming/late-tram', x: 30, y: 0, labelSide };
	drawn.lines[0]!.sections[0]!.stations = [station];
	const text = JSON.stringify(drawn, null, '\t');
	const parsed = parseMap(text);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return { map: parsed.map, text };
}

test.each(['left', 'right'] as const)(
	'a name on the %s of a station of a level line is crossed, and check says where it is free',
	(side) => {
		const { map, text } = mapWith(side);
		const [found, ...more] = crossedNames(map, () => 12, new Map([['map.json', text]]));
		expect(more).toEqual([]);
		expect(found).toMatchObject({ code: 'map-name-crossed', remark: true });
		expect(text.split('\n')[found!.line! - 1]).toContain('labelSide');
		expect(spoken(found!, kinds).fix).toBe('Set its "labelSide" to "below" or "above".');
	}
);

test.each(['above', 'below'] as const)('a name %s a level line is not crossed', (side) => {
	expect(crossedNames(mapWith(side).map, () => 12, new Map())).toEqual([]);
});

test('of a station whose title is not known nothing is said', () => {
	expect(crossedNames(mapWith('left').map, () => null, new Map())).toEqual([]);
});

test('our own map has no name that a line is drawn through', () => {
	const parsed = parseMap(readFileSync('exercises/map.json', 'utf8'));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const lettersOf = (id: string): number => {
		const { title } = JSON.parse(readFileSync(`exercises/${id}/exercise.json`, 'utf8')) as {
			title: Record<string, string>;
		};
		return Math.max(...Object.values(title).map((one) => [...one].length));
	};
	expect(crossedNames(parsed.map, lettersOf, new Map()).map(({ params }) => params)).toEqual([]);
});
