import type { Ability } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { sorted } from '../state/data.ts';
import { later, restarted } from '../time/later.ts';

export const HORIZONS = ['close', 'hour', 'day', 'restart'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** A house as it is when the ticket closes, and as it will be when nobody does anything more. */
export const outlook = (world: World): Record<Horizon, World> => ({
	close: later(world, 0),
	hour: later(world, 60),
	day: later(world, 1440),
	restart: restarted(world)
});

/** What everybody who is in the house wants to do. */
export const goalsOf = ({ people, devices }: World): Ability[] =>
	sorted(people).flatMap(([who, { goals }]) =>
		goals.flatMap(({ what, to, on }) =>
			on === '' || devices[on]?.here === true ? [{ who, what, to, on }] : []
		)
	);
