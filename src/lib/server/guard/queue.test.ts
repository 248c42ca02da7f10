import { expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { createQueue, type QueueLimits, type Waiting } from './queue.ts';
import { createUsage } from './usage.ts';

/** A queue with a clock that a test moves, and what happens to its visitors, in words. */
function open(limits: QueueLimits) {
	const log: string[] = [];
	let time = 0;
	const now = () => time;
	const queue = createQueue(limits, { usage: createUsage(now), now });
	const counts = new Map<string, number>();
	const running: Waiting[] = [];
	const came = (client: string): Waiting => {
		const count = counts.get(client) ?? 0;
		counts.set(client, count + 1);
		const name = `${client}${count}`;
		const one: Waiting = {
			client,
			start() {
				running.push(one);
				log.push(`${name} starts`);
			},
			moved: (before) => void log.push(`${name} has ${before} before`),
			pushedOut: () => void log.push(`${name} is pushed out`)
		};
		return one;
	};
	return {
		queue,
		log,
		came,
		/** Several of one client enter. */
		enter: (client: string, times = 1) => Array.from({ length: times }, () => queue.enter(came(client))),
		/** The turn that began first ends after so many milliseconds. */
		end(ms = 0) {
			time += ms;
			queue.free(running.shift()!);
		},
		starts: () => log.flatMap((line) => (line.endsWith(' starts') ? [line.slice(0, -7)] : []))
	};
}

test('so many start at once, the next one waits until a place is free', () => {
	const { queue, enter, end, log, starts } = open({ places: 2, waiting: 4, perClient: 4 });
	expect(['a', 'b', 'c'].flatMap((client) => enter(client))).toEqual([null, null, null]);
	expect(log).toEqual(['a0 starts', 'b0 starts', 'c0 has 0 before']);
	end();
	expect(starts().at(-1)).toBe('c0');
	expect([queue.taken, queue.waiting]).toEqual([2, 0]);
});

test('one client’s part of the queue can be full', () => {
	const { enter } = open({ places: 1, waiting: 9, perClient: 2 });
	expect(enter('a', 4)).toEqual([null, null, null, 'client-full']);
	expect(enter('b')).toEqual([null]);
});

test('who fills the queue is pushed out of it by who comes with less; among equals it is full', () => {
	const { queue, enter, log } = open({ places: 1, waiting: 3, perClient: 9 });
	enter('a', 4);
	expect(enter('a')).toEqual(['queue-full']);
	expect(enter('b')).toEqual([null]);
	expect(log).toContain('a3 is pushed out');
	expect(enter('c')).toEqual([null]);
	expect(enter('d')).toEqual(['queue-full']);
	expect(queue.waiting).toBe(3);
});

test('two who came with nine each do not stand in the way of who came later with one', () => {
	const { enter, end, starts } = open({ places: 2, waiting: 64, perClient: 9 });
	for (let times = 0; times < 9; times++) enter('a').concat(enter('b'));
	// They have had turns that are over: that is remembered.
	end(8000);
	end(8000);
	const before = starts().length;
	enter('c');
	end(8000);
	end(8000);
	expect(starts().slice(before)).toContain('c0');
});

test('turns go round: who had one longest ago is next', () => {
	const { enter, end, starts } = open({ places: 1, waiting: 64, perClient: 9 });
	enter('a', 3);
	enter('b', 3);
	enter('c', 1);
	for (let turn = 0; turn < 6; turn++) end(100);
	expect(starts()).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2', 'b2']);
});

test('time counts, not turns: who takes a second each waits while others take tenths', () => {
	const { enter, end, starts } = open({ places: 1, waiting: 64, perClient: 9 });
	enter('slow', 3);
	enter('quick', 5);
	end(1000);
	for (let turn = 0; turn < 5; turn++) end(100);
	expect(starts()).toEqual(['slow0', 'quick0', 'quick1', 'quick2', 'quick3', 'quick4', 'slow1']);
});

test('one client leaves a place to others as long as they wait, and has it where nobody does', () => {
	const { enter, end, starts } = open({ places: 3, waiting: 64, perClient: 9 });
	enter('b');
	end(10_000);
	// From here on a has used less than b.
	enter('a', 6);
	expect(starts().slice(1)).toEqual(['a0', 'a1', 'a2']);
	end();
	expect(starts().slice(4)).toEqual(['a3']);
	enter('b', 2);
	end();
	expect(starts().slice(5)).toEqual(['b1']);
	end();
	expect(starts().slice(6)).toEqual(['a4']);
});

test('browsers of one address have turns one after another, and together the address’s', () => {
	const { enter, end, starts } = open({ places: 1, waiting: 64, perClient: 9 });
	const [flood, ann, ben] = ['x', 'ann', 'ben'].map((browser) => clientOf('198.51.100.1', browser));
	const home = clientOf('203.0.113.7', 'eve');
	enter(flood!, 5);
	enter(ann!);
	enter(ben!);
	enter(home, 2);
	for (let turn = 0; turn < 8; turn++) end(100);
	expect(starts().map((name) => /(\w+)\d$/.exec(name)![1])).toEqual([
		...['x', 'eve', 'ann', 'eve', 'ben'],
		...['x', 'x', 'x', 'x']
	]);
});

test('somebody who invents a browser for each turn has no more of the machine than their address', () => {
	const { enter, end, starts } = open({ places: 1, waiting: 64, perClient: 9 });
	for (let index = 0; index < 20; index++) enter(clientOf('198.51.100.1', `b${index}n`));
	enter(clientOf('203.0.113.7', 'eve'), 5);
	for (let turn = 0; turn < 10; turn++) end(100);
	expect(starts().filter((name) => name.startsWith('203'))).toHaveLength(5);
});

test('who gives up is forgotten, and the others move up', () => {
	const { queue, came, log, end, starts } = open({ places: 1, waiting: 9, perClient: 9 });
	const [first, second, third] = ['a', 'b', 'c'].map(came);
	[first, second, third].forEach((one) => queue.enter(one!));
	queue.leave(second!);
	expect(log.at(-1)).toBe('c0 has 0 before');
	queue.leave(second!);
	end();
	expect(starts().at(-1)).toBe('c0');
	expect(queue.waiting).toBe(0);
});

test('a full queue with hundreds in it is looked at quickly', () => {
	const { enter, log } = open({ places: 1, waiting: 1000, perClient: 1000 });
	for (let index = 0; index < 1000; index++) enter(`${index % 500}`);
	const before = process.cpuUsage();
	for (let index = 0; index < 20; index++) enter('0');
	const { user, system } = process.cpuUsage(before);
	expect(log.length).toBeGreaterThan(0);
	// Processor time and not the clock. It took a second when it looked at everybody for everybody.
	expect((user + system) / 1000).toBeLessThan(400);
});
