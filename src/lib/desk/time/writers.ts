import type { Device, DeskFile, Writer } from '../state/device.ts';
import type { Minute } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { room } from '../can/runs.ts';
import { own } from '../state/data.ts';
import type { Clockwork } from './clockwork.ts';

/** A service that runs and keeps something in a file. */
interface Writing {
	run: string;
	writes: Writer;
}

/** In the order of their names. Most devices have none, and time asks at every moment. */
function writing({ runs, up }: Device): Writing[] {
	const found = Object.keys(runs).filter((run) => up && runs[run]!.state === 'on' && runs[run]!.writes);
	return found.sort().map((run) => ({ run, writes: runs[run]!.writes! }));
}

/** The name under which a removed file stays in its volume while a service writes into it. */
const heldName = ({ run, writes }: Writing): string => `${writes.file} (${run})`;

/** The name of the file that a service writes into: the one it began with, even when that was removed. */
const nameOf = (device: Device, one: Writing): string =>
	own(device.volumes[one.writes.volume]!.files, heldName(one)) ? heldName(one) : one.writes.file;

const sizeOf = (device: Device, one: Writing): number =>
	own(device.volumes[one.writes.volume]!.files, nameOf(device, one))?.kb ?? 0;

function write(device: Device, one: Writing, kb: number): void {
	const empty: DeskFile = { kb: 0, holds: null, of: null, private: false, unlinked: false };
	(device.volumes[one.writes.volume]!.files[nameOf(device, one)] ??= empty).kb += kb;
}

/** What a service would write in some minutes, if there was room. */
function wanted(device: Device, one: Writing, minutes: Minute): number {
	const { rates, level, keep } = one.writes;
	const left = keep === null ? Infinity : Math.max(0, keep - sizeOf(device, one));
	return Math.min((own(rates, level) ?? 0) * minutes, left);
}

/** Takes a file's name away. Its room is free at once, or when the service that writes into it stops. */
export function remove(device: Device, volume: string, file: string): void {
	const { files } = device.volumes[volume]!;
	const holder = writing(device).find((one) => one.writes.volume === volume && nameOf(device, one) === file);
	if (holder) files[heldName(holder)] = { ...files[file]!, unlinked: true };
	delete files[file];
}

/** A service stops: what it held without a name is gone. */
export function forget(device: Device, run: string): void {
	const writes = device.runs[run]?.writes;
	if (writes) delete device.volumes[writes.volume]?.files[heldName({ run, writes })];
}

/** When a volume is nearly full: what is then left is shared minute by minute, in the order of the services. */
function nextFor(now: Minute, device: Device, volume: string): Minute {
	const here = writing(device).filter(({ writes }) => writes.volume === volume);
	const pace = here.reduce((sum, one) => sum + wanted(device, one, 1), 0);
	const free = room(device, volume);
	return pace === 0 || free === 0 ? Infinity : now + Math.max(1, Math.floor(free / pace));
}

export const writersClock: Clockwork = {
	next: (world) =>
		Math.min(
			...Object.values(world.devices).flatMap((device) =>
				Object.keys(device.volumes).map((volume) => nextFor(world.now, device, volume))
			)
		),
	flow(world: World, minutes) {
		for (const device of Object.values(world.devices))
			for (const one of writing(device))
				write(device, one, Math.min(room(device, one.writes.volume), wanted(device, one, minutes)));
	},
	step(world) {
		for (const device of Object.values(world.devices))
			for (const one of writing(device)) {
				// A limit that is set on a file throws away what is older.
				const over = sizeOf(device, one) - (one.writes.keep ?? Infinity);
				if (over > 0) write(device, one, -over);
			}
	}
};
