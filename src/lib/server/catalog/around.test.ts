import { expect, test } from 'vitest';
import { aroundOf } from './around.ts';

/** A chain of stations, each waiting for the one before; every one also for one that has no station. */
function chain(length: number) {
	const order = Array.from({ length }, (_, index) => `p/${index}`);
	return aroundOf(order, (id) => {
		const index = Number(id.slice(2));
		return index === 0 ? ['p/gone'] : [`p/${index - 1}`, 'p/gone'];
	});
}
const title = (id: string): string => `title of ${id}`;

test('a page knows what opens its exercise and what the exercise opens, by title', () => {
	const around = chain(3)('p/1', title);
	expect(around.prerequisites).toEqual([{ id: 'p/0', title: 'title of p/0' }]);
	expect(around.ahead[0]).toEqual({ id: 'p/2', title: 'title of p/2', prerequisites: ['p/1'] });
});

test('after the last station comes the first', () => {
	expect(chain(3)('p/2', title).ahead.map(({ id }) => id)).toEqual(['p/0', 'p/1']);
});

test('an exercise without a station knows nothing of the map', () => {
	expect(chain(3)('p/9', title)).toEqual({ prerequisites: [], ahead: [] });
});

test('a page is sent as much on a map of 10,000 stations as on one of 50, even where all wait for one', () => {
	const size = (length: number): number => {
		const order = Array.from({ length }, (_, index) => `p/${index}`);
		return aroundOf(order, (id) => (id === 'p/0' ? [] : ['p/0']))('p/0', title).ahead.length;
	};
	expect(size(10_000)).toBe(size(50));
});
