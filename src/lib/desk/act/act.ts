import type { Minute } from '../state/data.ts';
import type { World } from '../state/world.ts';
import type { Row } from '../look/row.ts';
import type { ActionOf, Do } from './action.ts';

/** Looking and asking change nothing. A test puts everything back. A repair is meant to change something. */
export type Kind = 'look' | 'talk' | 'test' | 'repair' | 'desk';

/** What one kind of action is: how long it takes, when it cannot be done, and what it does to the world it is given. */
export interface Act<D extends Do> {
	kind: Kind;
	minutes: Minute | ((action: ActionOf<D>) => Minute);
	/** It is done on the screen of its device, which has to run. */
	screen?: true;
	/** Why it cannot be done, as a code; null where it can. Who may touch what is asked before. */
	refuse?: (world: World, action: ActionOf<D>) => string | null;
	/** Does it, and says what is seen of it. */
	run: (world: World, action: ActionOf<D>) => Row[];
}

export type Acts<D extends Do> = { [One in D]: Act<One> };

/** `unknown` where a thing is not there. */
export const known = (thing: unknown): string | null => (thing === undefined ? 'unknown' : null);

/** Deeds are kept with whether what they ask for had come before. */
export function keepDeed(world: World, did: World['deeds'][number]['did'], of: string, fair: boolean): void {
	world.deeds.push({ at: world.now, did, of, fair });
}
