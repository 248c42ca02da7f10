import type { Device, Part, PartKind } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { places } from '../can/files.ts';
import { charges } from '../can/power.ts';
import { copy, own } from '../state/data.ts';
import { power as powerRows } from '../look/devices.ts';
import { row } from '../look/row.ts';
import { pass } from '../time/later.ts';
import { halt } from '../time/power.ts';
import { keepDeed, known, type Acts } from './act.ts';

const deviceOf = (world: World, id: Id): Device => world.devices[id]!;
const partOf = (world: World, id: Id, kind: PartKind): Part | undefined => deviceOf(world, id).parts[kind];

/** Whether everything of a person on a device is somewhere else too. */
const isSaved = (world: World, id: Id): boolean => {
	const all = places(world).filter(({ file }) => !file.unlinked);
	return all
		.filter(({ device, file }) => device === id && file.of !== null)
		.every(({ file }) => all.some((other) => other.device !== id && other.file.holds === file.holds));
};

/** Parts for which a device is opened: what is on it may be lost. */
const INSIDE: readonly string[] = ['port', 'battery', 'screen'];

const isAgreed = (world: World, device: Id, what: string): boolean => {
	const { owner } = deviceOf(world, device);
	return owner === null || world.people[owner]!.agreed.includes(`${device}/${what}`);
};

export const DEVICE_ACTS: Acts<
	'try-part' | 'power' | 'plug-in' | 'clean' | 'swap' | 'lend' | 'set-clock' | 'set' | 'erase'
> = {
	'try-part': {
		kind: 'test',
		minutes: 3,
		refuse: (world, { device, part }) => known(partOf(world, device, part)),
		run(world, { device, part }) {
			const trial = copy(world);
			const old = partOf(trial, device, part)!;
			deviceOf(trial, device).parts[part] = { state: 'good', watts: old.watts > 0 ? 100 : 0 };
			return [row('works', charges(trial, device).ok)];
		}
	},
	power: {
		kind: 'repair',
		minutes: ({ to }) => (to === 'off' ? 1 : 3),
		run(world, { device, to }) {
			if (to !== 'on') halt(world, device);
			deviceOf(world, device).switched = to !== 'off';
			pass(world, 0);
			return powerRows(world, device);
		}
	},
	'plug-in': {
		kind: 'repair',
		minutes: 1,
		refuse: (world, { device, part }) => known(partOf(world, device, part)),
		run(world, { device, part }) {
			const found = partOf(world, device, part)!;
			if (found.state === 'loose') found.state = 'good';
			pass(world, 0);
			return powerRows(world, device);
		}
	},
	clean: {
		kind: 'repair',
		minutes: 5,
		refuse: (world, { device, part }) => known(partOf(world, device, part)),
		run(world, { device, part }) {
			const found = partOf(world, device, part)!;
			if (found.state === 'dirty') found.state = 'good';
			pass(world, 0);
			return powerRows(world, device);
		}
	},
	swap: {
		kind: 'repair',
		minutes: 20,
		refuse(world, { device, stock }) {
			const spare = own(world.stock, stock);
			if (!spare || spare.left < 1) return 'not-in-stock';
			const part = partOf(world, device, spare.part as PartKind);
			return part ? (part.state === 'dangerous' ? 'dangerous' : null) : 'does-not-fit';
		},
		run(world, { device, stock }) {
			const spare = world.stock[stock]!;
			const kind = spare.part as PartKind;
			spare.left -= 1;
			if (INSIDE.includes(kind)) keepDeed(world, 'opened-device', device, isSaved(world, device));
			if (spare.price > 0) keepDeed(world, 'spent', `${device}/${kind}`, isAgreed(world, device, kind));
			deviceOf(world, device).parts[kind] = { state: 'good', watts: spare.watts };
			pass(world, 0);
			return powerRows(world, device);
		}
	},
	lend: {
		kind: 'repair',
		minutes: 5,
		refuse(world, { device, person }) {
			const someone = own(world.people, person);
			if (!someone) return 'unknown';
			return deviceOf(world, device).owner !== null || someone.uses.includes(device) ? 'not-to-lend' : null;
		},
		run(world, { device, person }) {
			world.people[person]!.uses.push(device);
			return [];
		}
	},
	'set-clock': {
		kind: 'repair',
		minutes: 2,
		screen: true,
		run(world, { device, skew, auto }) {
			deviceOf(world, device).clock = { skew, auto };
			pass(world, 0);
			return [];
		}
	},
	set: {
		kind: 'repair',
		minutes: 1,
		screen: true,
		refuse(world, { device, name, value }) {
			const now = own(deviceOf(world, device).settings, name);
			return now === undefined ? 'unknown' : typeof now === typeof value ? null : 'other-type';
		},
		run(world, { device, name, value }) {
			deviceOf(world, device).settings[name] = value;
			pass(world, 0);
			return [];
		}
	},
	erase: {
		kind: 'repair',
		minutes: 30,
		run(world, { device }) {
			for (const { device: id, file } of places(world))
				if (id === device && file.of !== null) {
					const isCopied = places(world).some(
						(other) => other.device !== id && other.file.holds === file.holds
					);
					keepDeed(world, 'erased', file.holds ?? id, isCopied || isAgreed(world, device, 'erase'));
				}
			for (const volume of Object.values(deviceOf(world, device).volumes)) volume.files = {};
			halt(world, device);
			pass(world, 0);
			return powerRows(world, device);
		}
	}
};
