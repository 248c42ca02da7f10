import type { Device } from '../state/device.ts';
import type { World } from '../state/world.ts';
import { capacity, fed, isSupplied } from '../can/power.ts';
import { sorted } from '../state/data.ts';
import { note, type Clockwork } from './clockwork.ts';
import { forget } from './writers.ts';

/** What a clock shows whose own battery is empty: about four years ago, the day its device was made. */
const FACTORY = -2_000_000;

const drains = (device: Device): boolean =>
	device.charge !== null && device.up && device.charge.level > 0 && !isSupplied(device);

/** What a device forgets and begins when it starts. */
function boot(world: World, id: string, device: Device): void {
	device.up = true;
	device.cache = {};
	if ((device.parts['clock-battery']?.state ?? 'good') !== 'good') device.clock.skew = FACTORY;
	for (const run of Object.values(device.runs)) run.state = run.auto ? 'on' : 'off';
	for (const nic of Object.values(device.nics)) if (nic.lease) nic.lease.renew = world.now;
	note(world, id, 'started', id);
}

/** Stops a device; it starts again at the next step when it is switched on and has power. */
export function halt(world: World, id: string): void {
	const device = world.devices[id]!;
	if (!device.up) return;
	device.up = false;
	for (const run of Object.keys(device.runs)) forget(device, run);
	note(world, id, 'stopped', id);
}

export const powerClock: Clockwork = {
	next: (world) =>
		Math.min(
			...Object.values(world.devices).map((device) =>
				drains(device) ? world.now + Math.ceil(device.charge!.level / device.charge!.drain) : Infinity
			)
		),
	flow(world, minutes) {
		for (const device of Object.values(world.devices)) {
			const { charge } = device;
			if (!charge) continue;
			if (drains(device)) charge.level = Math.max(0, charge.level - charge.drain * minutes);
			else if (isSupplied(device) && charge.level < capacity(device))
				charge.level = Math.min(capacity(device), charge.level + charge.gain * minutes);
		}
	},
	step(world) {
		for (const [id, device] of sorted(world.devices)) {
			const alive = device.switched && fed(device);
			if (!alive) halt(world, id);
			else if (!device.up) boot(world, id, device);
		}
	}
};
