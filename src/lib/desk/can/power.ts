import type { Device, PartKind } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

/** The way of the power into a device. */
const FEED: readonly PartKind[] = ['outlet', 'adapter', 'cable', 'port'];
/** How much an old battery still holds, and a new one: thousandths of a percent. */
const FULL = { worn: 8_000, good: 100_000 };

/** Whether power comes in through outlet, adapter, cable and port. A part that a device does not have does not matter. */
function supplied(device: Device): Why {
	const parts = FEED.flatMap((kind) => {
		const part = device.parts[kind];
		return part ? [{ kind, part }] : [];
	});
	const needs = device.charge?.watts ?? 0;
	return chain(
		...parts.map(({ kind, part }) => check(part.state === 'good', 'part', kind, part.state)),
		...parts
			.filter(({ part }) => part.watts > 0)
			.map(({ kind, part }) => check(part.watts >= needs, 'part', kind, 'weak'))
	);
}

/** The same, without the reasons: time asks it at every moment. */
export const isSupplied = ({ parts, charge }: Device): boolean =>
	FEED.every((kind) => {
		const part = parts[kind];
		return !part || (part.state === 'good' && (part.watts === 0 || part.watts >= (charge?.watts ?? 0)));
	});

/** How much its battery can hold at most, in thousandths of a percent; 0 where it takes nothing. */
export function capacity({ parts, charge }: Device): number {
	const state = parts.battery?.state;
	if (!charge || !state) return 0;
	return state === 'good' ? FULL.good : state === 'worn' ? FULL.worn : 0;
}

/** Whether there is power: from outside, or from a battery. */
export const fed = (device: Device): boolean =>
	isSupplied(device) ||
	(device.charge !== null && device.charge.level > 0 && device.parts.battery?.state !== 'broken');

/** Whether a device runs. */
export function power(world: World, id: Id): Why {
	const device = own(world.devices, id);
	if (!device) return fails('power', id, 'unknown');
	if (device.up) return passes('power', id, 'on');
	if (!device.switched) return fails('power', id, 'off');
	const feed = supplied(device);
	return feed.ok ? fails('power', id, 'off') : { ok: false, path: feed.path };
}

/** Whether a device can be used for a day: its chain of parts is good, and its battery holds. */
export function charges(world: World, id: Id): Why {
	const device = own(world.devices, id);
	if (!device) return fails('power', id, 'unknown');
	const battery = device.parts.battery?.state ?? 'good';
	return chain(supplied(device), check(battery === 'good', 'part', 'battery', battery));
}
