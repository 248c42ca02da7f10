import type { Ability, What } from '../state/people.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { signIn } from './accounts.ts';
import { keeps, useShare } from './files.ts';
import { gates } from './gates.ts';
import { open } from './open.ts';
import { charges } from './power.ts';
import { isPrinted, print } from './printing.ts';
import { usable, works } from './runs.ts';
import { fails, type Why } from './why.ts';

/** The device a person sits at; empty: none. */
export const seat = (world: World, who: Id): Id => own(world.people, who)?.uses[0] ?? '';

/**
 * Whether a person can do something, and everything that was looked at for it: the one rule that every symptom, view and grade
 * comes from.
 * @param to a site, a queue, a share, `device/run`, what a file holds, a job; empty when it is about the device itself
 * @param on the device it is done at: where she sits, unless said
 */
export function can(world: World, who: Id, what: What, to: Id, on: Id = seat(world, who)): Why {
	if (!own(world.people, who)) return fails('account', who, 'unknown');
	switch (what) {
		case 'open':
			return open(world, who, on, to);
		case 'sign-in':
			return signIn(world, who, on);
		case 'print':
			return print(world, who, on, to);
		case 'read':
		case 'write':
			return useShare(world, who, on, to, what);
		case 'run': {
			const [device = '', run = ''] = to.split('/');
			return works(world, device, run);
		}
		case 'use':
			return usable(world, on);
		case 'charge':
			return charges(world, on);
		case 'page':
			return isPrinted(world, to);
		case 'keep':
			return keeps(world, who, to);
		default:
			return gates(world, who, on, what);
	}
}

export const canDo = (world: World, { who, what, to, on }: Ability): Why => can(world, who, what, to, on);
