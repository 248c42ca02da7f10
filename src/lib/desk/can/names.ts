import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { connection } from './link.ts';
import { attached, deviceAt, path } from './path.ts';
import { because, chain, fails, passes, type Why } from './why.ts';

const DNS = 53;

export interface Resolved {
	why: Why;
	/** Null where the name could not be found. */
	address: string | null;
}

/** The name servers that a device asks, in this order. */
export function nameServers(world: World, id: Id): string[] {
	const { nic } = connection(world, id);
	if (!nic) return [];
	return nic.dns === 'auto' ? (nic.lease?.dns ?? []) : nic.dns;
}

function record(world: World, server: string, name: string): string | undefined {
	for (const { servedBy, records } of world.zones) {
		const address = servedBy.includes(server) ? own(records, name) : undefined;
		if (address !== undefined) return address;
	}
	return undefined;
}

/** What a server that was reached says: an address, that there is no such name, or that it cannot find out. */
function answer(world: World, server: string, name: string): Resolved {
	const known = record(world, server, name);
	if (known !== undefined) return { why: passes('name', name, server), address: known };
	const next = own(world.forwards, server);
	const device = deviceAt(world, server);
	if (next === undefined || device === undefined)
		return { why: fails('name', name, 'unknown'), address: null };
	const asked = path(world, device, next, DNS);
	if (!asked.ok) return { why: because(asked, fails('name', server, 'no-answer')), address: null };
	const found = record(world, next, name);
	return found === undefined
		? { why: fails('name', name, 'unknown'), address: null }
		: { why: passes('name', name, server), address: found };
}

/** Whether a device has an address, and finds the one of a name: own lines first, then what it remembers, then servers. */
export function resolve(world: World, id: Id, name: string): Resolved {
	const here = attached(world, id);
	const device = own(world.devices, id);
	if (!here.ok || !device) return { why: here, address: null };
	const line = own(device.hosts, name);
	if (line !== undefined) return { why: chain(here, passes('name', name, 'own-line')), address: line };
	const kept = own(device.cache, name);
	if (kept && kept.until > world.now)
		return { why: chain(here, passes('name', name, 'remembered')), address: kept.address };
	let last = fails('name', id, 'no-server');
	for (const server of nameServers(world, id)) {
		const asked = path(world, id, server, DNS);
		if (!asked.ok) {
			last = because(
				{ ok: false, path: asked.path.slice(here.path.length) },
				fails('name', server, 'silent')
			);
			continue;
		}
		const said = answer(world, server, name);
		// A server that answers is believed, whatever the next one would say.
		return { why: chain(here, said.why), address: said.address };
	}
	return { why: chain(here, last), address: null };
}
