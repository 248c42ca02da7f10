import type { DeskFile, Run } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { places } from '../can/files.ts';
import { room } from '../can/runs.ts';
import { own } from '../state/data.ts';
import { files as fileRows, runs as runRows, storage } from '../look/devices.ts';
import { share as shareRows } from '../look/people.ts';
import { row } from '../look/row.ts';
import { pass } from '../time/later.ts';
import { forget, remove } from '../time/writers.ts';
import { keepDeed, known, type Acts } from './act.ts';

const runOf = (world: World, { device, run }: { device: Id; run: Id }): Run | undefined =>
	own(world.devices[device]!.runs, run);

const fileOf = (
	world: World,
	{ device, volume, file }: { device: Id; volume: Id; file: string }
): DeskFile | undefined => {
	const found = own(own(world.devices[device]!.volumes, volume)?.files ?? {}, file);
	return found?.unlinked ? undefined : found;
};

/** What somebody owns is gone for good when no other file holds it. */
function keepErased(world: World, at: { device: Id; volume: Id; file: string }): void {
	const { holds, of } = fileOf(world, at)!;
	if (of === null || holds === null) return;
	const copies = places(world).filter(({ file }) => file.holds === holds && !file.unlinked);
	keepDeed(world, 'erased', holds, copies.length > 1);
}

export const SYSTEM_ACTS: Acts<
	'run' | 'run-level' | 'run-keep' | 'run-auto' | 'file' | 'open-file' | 'copy' | 'right'
> = {
	run: {
		kind: 'repair',
		minutes: 2,
		screen: true,
		refuse: (world, action) => known(runOf(world, action)),
		run(world, action) {
			const run = runOf(world, action)!;
			if (action.to !== 'start') forget(world.devices[action.device]!, action.run);
			run.state = action.to === 'stop' ? 'off' : 'on';
			pass(world, 0);
			return runRows(world, action.device);
		}
	},
	'run-level': {
		kind: 'repair',
		minutes: 2,
		screen: true,
		refuse: (world, action) => known(own(runOf(world, action)?.writes?.rates ?? {}, action.level)),
		run(world, action) {
			runOf(world, action)!.writes!.level = action.level;
			return runRows(world, action.device);
		}
	},
	'run-keep': {
		kind: 'repair',
		minutes: 4,
		screen: true,
		refuse: (world, action) => (runOf(world, action)?.writes && action.kb > 0 ? null : 'unknown'),
		run(world, action) {
			runOf(world, action)!.writes!.keep = action.kb;
			pass(world, 0);
			return runRows(world, action.device);
		}
	},
	'run-auto': {
		kind: 'repair',
		minutes: 1,
		screen: true,
		refuse: (world, action) => known(runOf(world, action)),
		run(world, action) {
			runOf(world, action)!.auto = action.on;
			return runRows(world, action.device);
		}
	},
	file: {
		kind: 'repair',
		minutes: 2,
		screen: true,
		refuse: (world, action) => known(fileOf(world, action)),
		run(world, action) {
			const { device, volume, file, to } = action;
			const found = fileOf(world, action)!;
			keepErased(world, action);
			if (to === 'remove') remove(world.devices[device]!, volume, file);
			else Object.assign(found, { kb: 0, holds: null, of: null });
			pass(world, 0);
			return [...storage(world, device), ...fileRows(world, device)];
		}
	},
	'open-file': {
		kind: 'look',
		minutes: 1,
		screen: true,
		refuse: (world, action) => known(fileOf(world, action)),
		run(world, action) {
			const { holds, of, private: isPrivate } = fileOf(world, action)!;
			// Her letters are not looked at, whatever is looked for.
			if (isPrivate && action.by !== of) keepDeed(world, 'read-private', holds ?? action.file, false);
			return [row('of', of)];
		}
	},
	copy: {
		kind: 'repair',
		minutes: 15,
		screen: true,
		refuse(world, action) {
			const found = fileOf(world, action);
			const target = own(world.devices, action.toDevice);
			const volume = own(target?.volumes ?? {}, action.toVolume);
			if (!found || !target || !volume || !target.up || !target.here) return 'unknown';
			if (target.owner !== null && target.owner !== found.of) return 'not-yours';
			if (own(volume.files, action.file)) return 'already-there';
			return room(target, action.toVolume) >= found.kb ? null : 'full';
		},
		run(world, action) {
			const target = world.devices[action.toDevice]!.volumes[action.toVolume]!;
			target.files[action.file] = { ...fileOf(world, action)! };
			return fileRows(world, action.toDevice);
		}
	},
	right: {
		kind: 'repair',
		minutes: 2,
		refuse: (world, { share, group }) => (own(world.shares, share) && group !== '' ? null : 'unknown'),
		run(world, { share, group, to }) {
			const { rights } = world.shares[share]!;
			if (to === 'none') delete rights[group];
			else rights[group] = to;
			return shareRows(world, share);
		}
	}
};
