import type { Nic } from '../state/network.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { connection } from '../can/link.ts';
import { copy, own } from '../state/data.ts';
import { leases, network as networkRows } from '../look/networks.ts';
import { row } from '../look/row.ts';
import { pass } from '../time/later.ts';
import { known, type Acts } from './act.ts';

const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const addresses = (text: string): string[] => text.split(' ').filter((one) => one !== '');
const areAddresses = (text: string): string | null =>
	addresses(text).every((one) => ADDRESS.test(one)) ? null : 'no-address';

const nicOf = (world: World, { device, nic }: { device: Id; nic: string }): Nic | undefined =>
	own(world.devices[device]!.nics, nic);

const settled = (world: World, device: Id) => {
	pass(world, 0);
	return networkRows(world, device);
};

/** What a nic was given is asked for again at the next step. */
function askAgain({ lease }: Nic, now: number): void {
	if (lease) lease.renew = now;
}

export const DEVICE_NETWORK_ACTS: Acts<
	| 'try-cable'
	| 'cable'
	| 'radio'
	| 'enable'
	| 'join'
	| 'renew'
	| 'flush'
	| 'accept-portal'
	| 'set-ip'
	| 'set-dns'
	| 'set-host'
> = {
	'try-cable': {
		kind: 'test',
		minutes: 2,
		refuse: (world, action) => (nicOf(world, action)?.kind === 'cable' ? null : 'unknown'),
		run(world, action) {
			const trial = copy(world);
			const nic = nicOf(trial, action)!;
			if (nic.kind === 'cable') nic.cable = 'good';
			return [row('linked', connection(trial, action.device).why.ok)];
		}
	},
	cable: {
		kind: 'repair',
		minutes: 2,
		refuse: (world, action) => (nicOf(world, action)?.kind === 'cable' ? null : 'unknown'),
		run(world, action) {
			const nic = nicOf(world, action)!;
			if (nic.kind === 'cable') {
				if (action.to === 'out') nic.cable = 'out';
				else if (action.to === 'new' || nic.cable === 'out') nic.cable = 'good';
			}
			return settled(world, action.device);
		}
	},
	radio: {
		kind: 'repair',
		minutes: 1,
		screen: true,
		refuse: (world, action) => (nicOf(world, action)?.kind === 'wifi' ? null : 'unknown'),
		run(world, action) {
			const nic = nicOf(world, action)!;
			if (nic.kind === 'wifi') nic.radio = action.on;
			return settled(world, action.device);
		}
	},
	enable: {
		kind: 'repair',
		minutes: 1,
		screen: true,
		refuse: (world, action) => known(nicOf(world, action)),
		run(world, action) {
			nicOf(world, action)!.enabled = action.on;
			return settled(world, action.device);
		}
	},
	join: {
		kind: 'repair',
		minutes: 2,
		screen: true,
		refuse(world, action) {
			const isWifi = nicOf(world, action)?.kind === 'wifi';
			return isWifi && own(world.wifis, action.wifi) ? null : 'unknown';
		},
		run(world, action) {
			const nic = nicOf(world, action)!;
			// The desk knows the passwords of the house, and types the one of today.
			if (nic.kind === 'wifi')
				Object.assign(nic, {
					wifi: action.wifi,
					keys: { ...nic.keys, [action.wifi]: world.wifis[action.wifi]!.key }
				});
			return settled(world, action.device);
		}
	},
	renew: {
		kind: 'repair',
		minutes: 1,
		screen: true,
		run(world, { device }) {
			for (const nic of Object.values(world.devices[device]!.nics)) askAgain(nic, world.now);
			return settled(world, device);
		}
	},
	flush: {
		kind: 'repair',
		minutes: 1,
		screen: true,
		run(world, { device }) {
			world.devices[device]!.cache = {};
			return [];
		}
	},
	'accept-portal': {
		kind: 'repair',
		minutes: 1,
		screen: true,
		refuse(world, { device }) {
			const { network, why } = connection(world, device);
			return why.ok && network !== null && world.networks[network]!.portal ? null : 'no-portal';
		},
		run(world, { device }) {
			const { nic, network } = connection(world, device);
			nic!.portal[network!] = world.now + world.networks[network!]!.portal!.minutes;
			return [];
		}
	},
	'set-ip': {
		kind: 'repair',
		minutes: 3,
		screen: true,
		refuse(world, action) {
			if (!nicOf(world, action)) return 'unknown';
			const { address, gateway } = action;
			const isAuto = address === '' && gateway === '';
			return isAuto || (ADDRESS.test(address) && ADDRESS.test(gateway)) ? null : 'no-address';
		},
		run(world, action) {
			const { address, gateway } = action;
			nicOf(world, action)!.ip = address === '' ? 'auto' : { address, gateway };
			return settled(world, action.device);
		}
	},
	'set-dns': {
		kind: 'repair',
		minutes: 2,
		screen: true,
		refuse: (world, action) => known(nicOf(world, action)) ?? areAddresses(action.servers),
		run(world, action) {
			const servers = addresses(action.servers);
			nicOf(world, action)!.dns = servers.length === 0 ? 'auto' : servers;
			return settled(world, action.device);
		}
	},
	'set-host': {
		kind: 'repair',
		minutes: 4,
		screen: true,
		refuse: (_world, { name, address }) => (name === '' ? 'unknown' : areAddresses(address)),
		run(world, { device, name, address }) {
			const { hosts } = world.devices[device]!;
			if (address === '') delete hosts[name];
			else hosts[name] = address;
			return [];
		}
	}
};

const dhcpOf = (world: World, network: Id) => own(world.networks, network)?.dhcp;

export const ROUTER_ACTS: Acts<'set-dhcp' | 'set-dhcp-dns' | 'switch-dhcp' | 'drop-lease'> = {
	'set-dhcp': {
		kind: 'repair',
		minutes: 3,
		refuse(world, { network, name, value }) {
			if (!dhcpOf(world, network)) return 'unknown';
			const [least, most] = name === 'minutes' ? [1, 100_000] : [2, 254];
			return value >= least && value <= most ? null : 'out-of-range';
		},
		run(world, { network, name, value }) {
			dhcpOf(world, network)![name] = value;
			pass(world, 0);
			return leases(world, network);
		}
	},
	'set-dhcp-dns': {
		kind: 'repair',
		minutes: 3,
		refuse: (world, { network, servers }) => known(dhcpOf(world, network)) ?? areAddresses(servers),
		run(world, { network, servers }) {
			dhcpOf(world, network)!.dns = addresses(servers);
			return leases(world, network);
		}
	},
	'switch-dhcp': {
		kind: 'repair',
		minutes: 1,
		refuse: (world, { network }) => known(dhcpOf(world, network)),
		run(world, { network, on }) {
			dhcpOf(world, network)!.on = on;
			pass(world, 0);
			return leases(world, network);
		}
	},
	'drop-lease': {
		kind: 'repair',
		minutes: 1,
		refuse: (world, { network, device }) => known(own(dhcpOf(world, network)?.leases ?? {}, device)),
		run(world, { network, device }) {
			delete dhcpOf(world, network)!.leases[device];
			pass(world, 0);
			return leases(world, network);
		}
	}
};
