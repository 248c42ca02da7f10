import type { Minute } from '../state/data.ts';
import type { World } from '../state/world.ts';
import type { Row } from '../look/row.ts';
import { copy, own } from '../state/data.ts';
import { deviceOf } from '../look/look.ts';
import { pass } from '../time/later.ts';
import { ACCOUNT_ACTS } from './accounts.ts';
import type { Act, Acts, Kind } from './act.ts';
import type { Action, ActionOf, Do } from './action.ts';
import { DESK_ACTS } from './desk.ts';
import { DEVICE_ACTS } from './devices.ts';
import { DEVICE_NETWORK_ACTS, ROUTER_ACTS } from './networks.ts';
import { PRINTING_ACTS } from './printing.ts';
import { SYSTEM_ACTS } from './systems.ts';

const ME = 'me';

const ACTS: Acts<Do> = {
	...DESK_ACTS,
	...DEVICE_ACTS,
	...DEVICE_NETWORK_ACTS,
	...ROUTER_ACTS,
	...SYSTEM_ACTS,
	...PRINTING_ACTS,
	...ACCOUNT_ACTS
};

const actOf = <D extends Do>(action: ActionOf<D>): Act<D> =>
	(ACTS as unknown as Record<Do, Act<D>>)[action.do];

/** What an action is, for the rules about order: a look, a test, a repair. */
export const kindOf = (action: Action): Kind => actOf(action).kind;

/** What happened at an action. A refused one took its minute, and changed nothing else. */
export interface Seen {
	refused: string | null;
	rows: Row[];
}

/** The device that an action is done at; null: at the desk. */
function deviceIn(action: Action): string | null {
	if (action.do === 'look') return deviceOf(action.view, action.of);
	// What the router's page keeps of a device needs no device.
	if (action.do === 'drop-lease' || action.do === 'factor') return null;
	return 'device' in action ? action.device : null;
}

/** Why somebody may not do this here: a guided person uses her own devices, and the desk does not touch those of others. */
function handsOff(world: World, action: Action): string | null {
	const id = deviceIn(action);
	const device = id === null ? null : own(world.devices, id);
	if (device === undefined) return 'unknown';
	if (device && !device.here) return 'away';
	if (action.by === ME) return device && device.owner !== null && !device.entrusted ? 'not-yours' : null;
	const person = own(world.people, action.by);
	if (!person) return 'unknown';
	return id !== null && person.uses.includes(id) ? null : 'not-hers';
}

function refusal(world: World, action: Action): string | null {
	if (world.ticket.state === 'closed') return 'closed';
	const hands = handsOff(world, action);
	if (hands) return hands;
	const act = actOf(action);
	const id = deviceIn(action);
	if (act.screen && id !== null && !world.devices[id]!.up) return 'dark';
	return act.refuse?.(world, action) ?? null;
}

/** A guided person needs longer, the less she has done before. */
function minutesOf(world: World, action: Action): Minute {
	const { minutes } = actOf(action);
	const alone = typeof minutes === 'number' ? minutes : minutes(action);
	const skill = own(world.people, action.by)?.skill;
	return alone + (skill === undefined ? 0 : (3 - skill) * 2);
}

const REFUSED: Minute = 1;

/** Does an action in this world itself. */
export function perform(world: World, action: Action): Seen {
	const refused = refusal(world, action);
	const rows = refused === null ? actOf(action).run(world, action) : [];
	pass(world, refused === null ? minutesOf(world, action) : REFUSED);
	return { refused, rows };
}

/** The world after an action, and what was seen. The given one stays as it is. */
export function apply(world: World, action: Action): { world: World; seen: Seen } {
	const next = copy(world);
	const seen = perform(next, action);
	return { world: next, seen };
}

/** A whole log, from its first world to its last. */
export function replay(start: World, log: readonly Action[]): { world: World; seen: Seen[] } {
	const world = copy(start);
	return { seen: log.map((action) => perform(world, action)), world };
}
