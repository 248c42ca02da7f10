import type { Id } from '../state/data.ts';
import type { Goal } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { abilityKey } from '../can/abilities.ts';
import { can, seat } from '../can/can.ts';
import { isFree } from '../can/runs.ts';
import { sorted } from '../state/data.ts';
import { inOrder } from '../time/printing.ts';
import { row, type Row } from './row.ts';
import { symptom } from './symptom.ts';

export function account(world: World, id: Id): Row[] {
	const { enabled, fails, groups, factor, mustChange } = world.accounts[id]!;
	return [
		row('enabled', enabled),
		row('locked', !isFree(world, id)),
		row('must-change', mustChange),
		row('groups', groups.toSorted().join(' ')),
		row('factor', factor),
		// Where and how often, in the log of the directory.
		...fails.map(({ at, from }) => row(`failed/${at}`, from))
	];
}

export function queue(world: World, id: Id): Row[] {
	const found = world.queues[id]!;
	return [
		row('paused', found.paused),
		row('to', found.to),
		...inOrder(found).flatMap(([name, { by, held, done, since }]) => [
			row(`${name}/by`, by),
			row(name, done !== null ? 'done' : held ? 'held' : since !== null ? 'prints' : 'waits')
		])
	];
}

export const share = (world: World, id: Id): Row[] =>
	sorted(world.shares[id]!.rights).map(([group, right]) => row(group, right));

const tries = (world: World, who: Id, { what, to, on }: Omit<Goal, 'by'>): string =>
	symptom(can(world, who, what, to, on));

/** What somebody sees when she tries what she wants to do. */
export const shows = (world: World, who: Id): Row[] =>
	world.people[who]!.goals.map((goal) => row(abilityKey({ who, ...goal }), tries(world, who, goal)));

/** Whether it works for the others in the house, at their own devices. */
export const neighbours = (world: World, who: Id): Row[] =>
	world.people[who]!.goals.flatMap((goal) =>
		sorted(world.people).flatMap(([other]) => {
			const on = seat(world, other);
			if (other === who || !world.devices[on]?.up || !world.devices[on].here || goal.what === 'keep')
				return [];
			return [row(`${other} ${goal.what} ${goal.to}`, tries(world, other, { ...goal, on }) === 'works')];
		})
	);
