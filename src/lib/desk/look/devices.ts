import type { Device, Part, PartKind } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { capacity, isSupplied } from '../can/power.ts';
import { load, room } from '../can/runs.ts';
import { sorted } from '../state/data.ts';
import { row, type Row } from './row.ts';

/** What can be seen of a part without a test: a broken cable looks like a good one. */
function looks(kind: PartKind, { state }: Part): string {
	const isSeen =
		['loose', 'dirty', 'empty', 'dangerous'].includes(state) || ['port', 'screen'].includes(kind);
	return isSeen ? state : 'good';
}

export function power(world: World, id: Id): Row[] {
	const device = world.devices[id]!;
	const { charge } = device;
	return [
		row('lamp', device.up ? 'on' : 'off'),
		...(charge
			? [
					row('level', Math.ceil(charge.level / 1000)),
					row('charges', isSupplied(device) && capacity(device) > charge.level)
				]
			: []),
		// The lamp of a router for the provider's line.
		...(device.kind === 'router' && device.up ? [row('line', world.line)] : [])
	];
}

/** What one sees without opening anything: its parts, and whether its network cables are in. */
export const parts = (world: World, id: Id): Row[] => [
	...sorted(world.devices[id]!.parts as Record<PartKind, Part>).map(([kind, part]) =>
		row(kind, looks(kind as PartKind, part))
	),
	...sorted(world.devices[id]!.nics).flatMap(([name, nic]) =>
		nic.kind === 'cable' ? [row(`${name}/plugged`, nic.cable !== 'out')] : []
	)
];

export function clock(world: World, id: Id): Row[] {
	const { skew, auto } = world.devices[id]!.clock;
	return [row('shows', world.now + skew), row('by-itself', auto)];
}

/** What is used, and what its files add up to: they differ where a file without a name is still held. */
export const storage = (world: World, id: Id): Row[] =>
	sorted(world.devices[id]!.volumes).flatMap(([name, { kb, files }]) => [
		row(`${name}/size`, kb),
		row(`${name}/free`, room(world.devices[id]!, name)),
		row(
			`${name}/files`,
			Object.values(files).reduce((sum, file) => sum + (file.unlinked ? 0 : file.kb), 0)
		)
	]);

export const files = (world: World, id: Id): Row[] =>
	sorted(world.devices[id]!.volumes).flatMap(([volume, found]) =>
		sorted(found.files).flatMap(([name, { kb, unlinked }]) =>
			unlinked ? [] : [row(`${volume}/${name}`, kb)]
		)
	);

export function runs(world: World, id: Id): Row[] {
	const device = world.devices[id]!;
	return [
		row('load', load(device)),
		...sorted(device.runs).flatMap(([name, run]) => [
			row(name, run.state),
			row(`${name}/starts-itself`, run.auto),
			row(`${name}/load`, run.state === 'on' ? run.load : 0),
			...(run.writes ? [row(`${name}/level`, run.writes.level), row(`${name}/keeps`, run.writes.keep)] : [])
		])
	];
}

export const settings = (world: World, id: Id): Row[] =>
	sorted<Device['settings'][string]>(world.devices[id]!.settings).map(([name, value]) => row(name, value));

/** The last lines of a device's log. */
export const events = (world: World, id: Id): Row[] =>
	world.log
		.filter(({ device }) => device === id)
		.slice(-20)
		.map(({ at, code, of }) => row(`${at}/${code}`, of));

/** Passwords that a device remembers: for whom, never which. */
export const saved = (world: World, id: Id): Row[] =>
	world.devices[id]!.saved.map(({ account, every }) => row(account, every));
