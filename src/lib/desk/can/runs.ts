import type { Id } from '../state/data.ts';
import type { Device, DeskFile, Need } from '../state/device.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { power } from './power.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

/** More than this many hundredths of a processor: people wait. */
const BUSY = 90;
/** Services that need each other in a circle are broken data. */
const DEEPEST = 5;

const taken = (files: Readonly<Record<string, DeskFile>>): number =>
	Object.values(files).reduce((sum, { kb }) => sum + kb, 0);

/** Free kB of a volume. */
export function room(device: Device, volume: Id): number {
	const found = own(device.volumes, volume);
	return found ? Math.max(0, found.kb - taken(found.files)) : 0;
}

export const space = (world: World, device: Id, volume: Id): Why =>
	check(room(world.devices[device]!, volume) > 0, 'space', `${device}/${volume}`, 'full');

/** Whether a service runs and has what it needs: room to write, other services. */
export function works(world: World, device: Id, name: Id, depth = 0): Why {
	const of = `${device}/${name}`;
	const run = own(own(world.devices, device)?.runs ?? {}, name);
	if (!run || depth > DEEPEST) return fails('run', of, run ? 'circle' : 'unknown');
	const need = (one: Need) =>
		one.need === 'space' ? space(world, device, one.volume) : works(world, one.device, one.run, depth + 1);
	return chain(
		power(world, device),
		() => check(run.state === 'on', 'run', of, 'stopped'),
		...run.needs.map((one) => () => need(one)),
		() => passes('run', of, 'works')
	);
}

/** Whether an account is not locked at this minute. */
export const isFree = (world: World, id: Id): boolean => (world.accounts[id]?.lockedUntil ?? 0) <= world.now;

export const load = ({ runs, up }: Device): number =>
	up ? Object.values(runs).reduce((sum, run) => sum + (run.state === 'on' ? run.load : 0), 0) : 0;

/** Whether a device answers quickly enough to work with. */
export function usable(world: World, id: Id): Why {
	return chain(power(world, id), () => {
		const device = world.devices[id]!;
		const screen = device.parts.screen?.state ?? 'good';
		return chain(
			check(screen === 'good' || screen === 'worn', 'part', 'screen', screen),
			check(load(device) <= BUSY, 'load', id, 'busy')
		);
	});
}
