import type { Dhcp, Nic } from '../state/network.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { isLinked, networkOf } from '../can/link.ts';
import { sorted } from '../state/data.ts';
import { note, type Clockwork } from './clockwork.ts';

/** The address that a device may have: the one that is kept for it, the one it has, or the first free one. */
function offer(dhcp: Dhcp, prefix: string, id: Id, wish: string | undefined): string | null {
	const taken = new Set(
		Object.entries(dhcp.leases).map(([other, { address }]) => (other === id ? '' : address))
	);
	const isFree = (address: string): boolean => {
		const number = address.startsWith(`${prefix}.`) ? Number(address.slice(prefix.length + 1)) : NaN;
		return number >= dhcp.from && number <= dhcp.to && !taken.has(address);
	};
	for (const known of [dhcp.leases[id]?.address, wish]) if (known && isFree(known)) return known;
	for (let number = dhcp.from; number <= dhcp.to; number++)
		if (!taken.has(`${prefix}.${number}`)) return `${prefix}.${number}`;
	return null;
}

/** A device asks for an address; without one in the range it keeps what it has until that ends. */
function request(world: World, id: Id, nic: Nic, network: Id): void {
	const { dhcp, prefix } = world.networks[network]!;
	const server = world.devices[dhcp.by];
	if (!dhcp.on || !server?.up) return;
	const address = offer(dhcp, prefix, id, nic.lease?.address);
	if (address === null) {
		if (nic.lease) nic.lease.renew = nic.lease.until;
		return;
	}
	const until = world.now + dhcp.minutes;
	dhcp.leases[id] = { address, until };
	nic.lease = {
		network,
		address,
		gateway: dhcp.gateway,
		dns: [...dhcp.dns],
		renew: world.now + Math.max(1, Math.floor(dhcp.minutes / 2)),
		until
	};
}

function refresh(world: World, id: Id, name: string, nic: Nic): void {
	if (nic.lease && (nic.lease.until <= world.now || nic.lease.network !== networkOf(world, nic))) {
		note(world, id, 'address-lost', nic.lease.address);
		nic.lease = null;
	}
	const network = networkOf(world, nic);
	if (nic.ip !== 'auto' || network === null) return;
	if (isLinked(world, id, name, network)) {
		if (!nic.lease || nic.lease.renew <= world.now) request(world, id, nic, network);
	} else if (nic.lease) {
		// A device that comes back asks whether it may keep its address.
		nic.lease.renew = 0;
	}
}

export const leasesClock: Clockwork = {
	next: (world) =>
		Math.min(
			...Object.values(world.networks).flatMap(({ dhcp }) =>
				Object.values(dhcp.leases).map(({ until }) => until)
			),
			...Object.values(world.devices).flatMap(({ nics }) =>
				Object.values(nics).flatMap(({ lease }) =>
					lease ? [lease.until, lease.renew].filter((at) => at > world.now) : []
				)
			)
		),
	step(world) {
		for (const { dhcp } of Object.values(world.networks))
			for (const [id, { until }] of sorted(dhcp.leases)) if (until <= world.now) delete dhcp.leases[id];
		for (const [id, device] of sorted(world.devices))
			for (const [name, nic] of sorted(device.nics)) refresh(world, id, name, nic);
	}
};
