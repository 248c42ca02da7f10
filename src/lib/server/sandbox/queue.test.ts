import { expect, test } from 'vitest';
import { createQueue, type Waiting } from './queue.ts';

/** Somebody who writes down what happens to them. */
function visitor(client: string, log: string[]): Waiting {
	const name = `${client}${log.filter((line) => line.startsWith(`${client} came`)).length}`;
	log.push(`${client} came`);
	return {
		client,
		start: () => void log.push(`${name} starts`),
		moved: (before) => void log.push(`${name} has ${before} before`)
	};
}
const happened = (log: readonly string[]) => log.filter((line) => !line.endsWith('came'));

test('so many start at once, the next one waits until a place is free', () => {
	const log: string[] = [];
	const queue = createQueue({ places: 2, waiting: 4, perClient: 4 });
	const [a, b, c] = ['a', 'b', 'c'].map((client) => visitor(client, log));
	expect([a, b, c].map((one) => queue.enter(one!))).toEqual([null, null, null]);
	expect(happened(log)).toEqual(['a0 starts', 'b0 starts', 'c0 has 0 before']);
	queue.free(a!);
	expect(happened(log).at(-1)).toBe('c0 starts');
	expect([queue.taken, queue.waiting]).toEqual([2, 0]);
});

test('a full queue refuses, and so does one client’s part of it', () => {
	const log: string[] = [];
	const queue = createQueue({ places: 1, waiting: 3, perClient: 2 });
	expect(['a', 'a', 'a', 'a'].map((client) => queue.enter(visitor(client, log)))).toEqual([
		null,
		null,
		null,
		'client-full'
	]);
	expect(queue.enter(visitor('b', log))).toBeNull();
	expect(queue.enter(visitor('c', log))).toBe('queue-full');
});

test('who came with many does not stand in the way of who came with one', () => {
	const log: string[] = [];
	const queue = createQueue({ places: 2, waiting: 9, perClient: 9 });
	const greedy = Array.from({ length: 5 }, () => visitor('a', log));
	greedy.forEach(queue.enter);
	queue.enter(visitor('b', log));
	queue.free(greedy[0]!);
	expect(happened(log).filter((line) => line.endsWith('starts'))).toEqual([
		'a0 starts',
		'a1 starts',
		'b0 starts'
	]);
});

test('who gives up is forgotten, and the others move up', () => {
	const log: string[] = [];
	const queue = createQueue({ places: 1, waiting: 9, perClient: 9 });
	const [first, second, third] = ['a', 'b', 'c'].map((client) => visitor(client, log));
	[first, second, third].forEach((one) => queue.enter(one!));
	queue.leave(second!);
	expect(happened(log).at(-1)).toBe('c0 has 0 before');
	queue.leave(second!);
	queue.free(first!);
	expect(happened(log).at(-1)).toBe('c0 starts');
	expect(queue.waiting).toBe(0);
});
