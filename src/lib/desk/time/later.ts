import type { Minute } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { path } from '../can/path.ts';
import { change, copy } from '../state/data.ts';
import { accountsClock } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';
import { leasesClock } from './leases.ts';
import { halt, powerClock } from './power.ts';
import { printingClock } from './printing.ts';
import { writersClock } from './writers.ts';

const TIME_PORT = 123;

const scheduleClock: Clockwork = {
	next: ({ schedule }) => Math.min(...schedule.map(({ at }) => at)),
	step(world) {
		const due = world.schedule.filter(({ at }) => at <= world.now);
		world.schedule = world.schedule.filter(({ at }) => at > world.now);
		for (const { changes } of due) change(world, changes);
	}
};

/** Clocks that ask a time server are right as soon as they reach it. */
const clocksClock: Clockwork = {
	step(world) {
		for (const [id, { clock }] of Object.entries(world.devices))
			if (clock.auto && clock.skew !== 0 && path(world, id, world.timeServer, TIME_PORT).ok) clock.skew = 0;
	}
};

/** In the order in which one depends on the other: power, addresses, the time, accounts, files, pages. */
const MECHANISMS: readonly Clockwork[] = [
	scheduleClock,
	powerClock,
	leasesClock,
	clocksClock,
	accountsClock,
	writersClock,
	printingClock
];

function step(world: World): void {
	for (const mechanism of MECHANISMS) mechanism.step?.(world);
}

/** Lets minutes go by in this world itself, from one thing that happens to the next, a minute or more later. */
export function pass(world: World, minutes: Minute): void {
	const end = world.now + minutes;
	step(world);
	while (world.now < end) {
		const next = MECHANISMS.map((mechanism) => mechanism.next?.(world) ?? Infinity);
		const to = Math.min(end, ...next.filter((at) => at > world.now));
		for (const mechanism of MECHANISMS) mechanism.flow?.(world, to - world.now);
		world.now = to;
		step(world);
	}
}

/** The same house, minutes later, when nobody does anything. */
export function later(world: World, minutes: Minute): World {
	const then = copy(world);
	pass(then, minutes);
	return then;
}

/** How long a house takes until everything has started. */
const START = 5;

/** The same house, after everything in it was switched off and on again. */
export function restarted(world: World): World {
	const then = copy(world);
	for (const [id, { here }] of Object.entries(then.devices)) if (here) halt(then, id);
	pass(then, START);
	return then;
}
