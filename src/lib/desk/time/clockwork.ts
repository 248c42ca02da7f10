import type { Minute } from '../state/data.ts';
import type { World } from '../state/world.ts';

/** What one mechanism does by itself as time goes by. All of it changes the world it is given. */
export interface Clockwork {
	/** The next minute after now at which something happens; infinite: never. */
	next?: (world: World) => Minute;
	/** What grows or shrinks evenly for some minutes in which nothing else happens. */
	flow?: (world: World, minutes: Minute) => void;
	/** What happens at this minute. A second time at the same minute changes nothing. */
	step?: (world: World) => void;
}

export function note(world: World, device: string, code: string, of: string): void {
	world.log.push({ at: world.now, device, code, of });
}
