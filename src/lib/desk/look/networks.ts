import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { addressOf, networkOf } from '../can/link.ts';
import { nameServers, resolve } from '../can/names.ts';
import { open } from '../can/open.ts';
import { path } from '../can/path.ts';
import { seat } from '../can/can.ts';
import { broken, type Why } from '../can/why.ts';
import { sorted } from '../state/data.ts';
import { row, type Row } from './row.ts';
import { symptom } from './symptom.ts';

export function network(world: World, id: Id): Row[] {
	const device = world.devices[id]!;
	return sorted(device.nics).flatMap(([name, nic]) => [
		row(`${name}/enabled`, nic.enabled),
		...(nic.kind === 'cable'
			? [row(`${name}/cable`, nic.cable === 'good')]
			: [
					row(`${name}/radio`, nic.radio && device.settings['airplane'] !== true),
					row(`${name}/wifi`, nic.wifi)
				]),
		row(`${name}/address`, addressOf(world, nic, networkOf(world, nic))),
		row(`${name}/by-itself`, nic.ip === 'auto'),
		row(`${name}/gateway`, nic.ip === 'auto' ? (nic.lease?.gateway ?? null) : nic.ip.gateway),
		row(`${name}/name-servers`, (nic.dns === 'auto' ? (nic.lease?.dns ?? []) : nic.dns).join(' '))
	]);
}

/** Where a packet ends, as a trace tells it: not even out of the house, or nobody answers. */
function traced(why: Why): string {
	const step = broken(why);
	if (!step) return 'answers';
	if (step.rung === 'link' || step.rung === 'address') return 'no-network';
	return step.rung === 'line' ? 'ends-at-the-line' : 'no-answer';
}

export const ping = (world: World, id: Id, address: string): Row[] => [
	row(address, traced(path(world, id, address, null)))
];

export function lookup(world: World, id: Id, name: string): Row[] {
	const { why, address } = resolve(world, id, name);
	const step = broken(why);
	return [
		row('asks', nameServers(world, id).join(' ')),
		row(name, address ?? (step?.is === 'unknown' ? 'no-such-name' : 'no-answer'))
	];
}

/** What somebody who may use the device sees of a site: the owner of the seat, or anybody where nobody sits. */
export function page(world: World, id: Id, site: string): Row[] {
	const who = sorted(world.people).find(([person]) => seat(world, person) === id)?.[0] ?? '';
	return [row(site, symptom(open(world, who, id, site)))];
}

export function leases(world: World, id: Id): Row[] {
	const { dhcp } = world.networks[id]!;
	return [
		row('on', dhcp.on),
		row('from', dhcp.from),
		row('to', dhcp.to),
		row('minutes', dhcp.minutes),
		row('name-servers', dhcp.dns.join(' ')),
		...sorted(dhcp.leases).flatMap(([device, { address, until }]) => [
			row(device, address),
			row(`${device}/minutes-left`, until - world.now),
			row(`${device}/here`, world.devices[device]?.here ?? false)
		])
	];
}
