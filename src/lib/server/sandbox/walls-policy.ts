import { Refused } from '../guard/refusal.ts';
import type { Walls } from './probe-walls.ts';
import type { Wall } from './walls.ts';

/** `SANDBOX_WALLS`: `use` those that there are, `require` that nothing runs without them, or `off`. */
export type WallsPolicy = 'use' | 'require' | 'off';

/** Throws an error that names the variable where its value is wrong. */
export function wallsPolicy({
	SANDBOX_WALLS: value
}: Readonly<Record<string, string | undefined>>): WallsPolicy {
	const said = value?.trim() || 'use';
	if (said !== 'use' && said !== 'require' && said !== 'off')
		throw new Error(`SANDBOX_WALLS is "${said}": it must be "use", "require" or "off"`);
	return said;
}

/** Without these a fault of Deno's is a way to the exercises, the data and the network. */
const NEEDED: readonly Wall[] = ['network', 'files', 'processes'];

/** Whether the operator lets a browser run without these walls. */
export const isWalledEnough = (policy: WallsPolicy, missing: readonly Wall[]): boolean =>
	policy !== 'require' || NEEDED.every((wall) => !missing.includes(wall));

/** The operator asks for walls that this machine does not have. */
export class WallsMissing extends Refused {
	constructor(missing: readonly Wall[]) {
		super('unavailable');
		this.message = `SANDBOX_WALLS=require, and there is no wall around ${missing.join(', ')}`;
	}
}

/** Throws `WallsMissing` where the operator requires what does not stand. */
export function expectWalls(policy: WallsPolicy, { missing }: Walls): void {
	const lacking = NEEDED.filter((wall) => missing.includes(wall));
	if (policy === 'require' && lacking.length > 0) throw new WallsMissing(lacking);
}

/** One line for the log. */
export const describeWalls = ({ enclosure, standing, missing }: Walls): string =>
	`Walls around learners' code (${enclosure.name}): ${standing.join(', ') || 'none'}.` +
	(missing.length > 0 ? ` Missing: ${missing.join(', ')}; see docs/walls.md.` : '');
