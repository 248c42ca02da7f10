import { describe, expect, test } from 'vitest';
import type { StationInfo } from '../contract/journey.ts';
import type { ExerciseProgress } from '../contract/progress.ts';
import { journeyOf, passedByPart, standingOf } from './journey.ts';

const station = (id: string, ...prerequisites: string[]): StationInfo => ({
	id,
	title: id.toUpperCase(),
	minutes: 5,
	points: 10,
	prerequisites
});
const [a, b, c] = [station('p/a'), station('p/b', 'p/a'), station('p/c', 'p/b')];
const passed = (exerciseId: string) =>
	({ exerciseId, attempts: 1, hintsOpened: 0, passed: 'practised', points: 10 }) as ExerciseProgress;
const summary = { total: 3, first: a, locale: 'nl' as const };

describe('the standing', () => {
	test('of a newcomer is known without the stations: the way begins at the first', () => {
		expect(standingOf(summary, null, [])).toEqual({
			passed: 0,
			total: 3,
			points: 0,
			next: { ...a, href: '/nl/p/a', state: 'open' }
		});
	});

	test('goes on at the first station that is open', () => {
		const standing = standingOf(summary, [a, b, c], [passed('p/a')]);
		expect(standing).toMatchObject({ passed: 1, total: 3, points: 10 });
		expect(standing.next).toMatchObject({ id: 'p/b', href: '/nl/p/b', state: 'open' });
	});

	test('has no next station when every one is passed, nor on an empty map', () => {
		expect(standingOf(summary, [a], [passed('p/a')]).next).toBeNull();
		expect(standingOf({ ...summary, first: null, total: 0 }, null, []).next).toBeNull();
	});
});

describe('the journey', () => {
	const whole = { ...summary, parts: [], stations: [a, b, c] };
	const part = { id: 'one', letter: 'P', title: 'One', cut: null, stations: 1 };
	const index = {
		version: 'v',
		stations: [a, b, c].map((one, at) => ({ ...one, part: at < 2 ? 'one' : 'two' }))
	};

	test('over the whole map needs no index', () => {
		const { standing, state } = journeyOf(whole, null, [passed('p/a')]);
		expect([standing.passed, state.next, state.stations['p/c']?.state]).toEqual([1, 'p/b', 'locked']);
	});

	test('over a part counts the whole map, and its next station may be in another part', () => {
		const shown = { ...whole, parts: [part], stations: [c] };
		const { standing, state } = journeyOf(shown, index, [passed('p/a')]);
		expect([standing.passed, standing.total, state.next]).toEqual([1, 3, 'p/b']);
		expect(Object.keys(state.stations)).toEqual(['p/c']);
	});

	test('over a part is a newcomer’s until the index is here', () => {
		const shown = { ...whole, parts: [part], stations: [c] };
		expect(journeyOf(shown, null, [passed('p/a')]).standing.passed).toBe(0);
	});

	test('counts what is passed in each part, none passed included', () => {
		expect([...passedByPart(index, [passed('p/a')])]).toEqual([
			['one', 1],
			['two', 0]
		]);
		expect([...passedByPart(null, [passed('p/a')])]).toEqual([]);
	});
});
