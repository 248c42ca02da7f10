import type { Device } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { Nic, WifiNic } from '../state/network.ts';
import type { World } from '../state/world.ts';
import { own, sorted } from '../state/data.ts';
import { power } from './power.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

/** The network that a nic leads into when everything is right; null: none. */
export function networkOf(world: World, nic: Nic): Id | null {
	if (nic.kind === 'cable') return nic.network;
	return nic.wifi === null ? null : (own(world.wifis, nic.wifi)?.network ?? null);
}

function inTheAir(world: World, device: Device, nic: WifiNic, id: Id): Why {
	if (device.settings['airplane'] === true) return fails('link', id, 'airplane');
	if (!nic.radio) return fails('link', id, 'radio-off');
	const wifi = nic.wifi === null ? undefined : own(world.wifis, nic.wifi);
	if (!wifi) return fails('link', id, 'not-joined');
	return chain(
		check(world.devices[wifi.by]?.up === true, 'link', wifi.by, 'no-signal'),
		check(wifi.key === 0 || nic.keys[nic.wifi!] === wifi.key, 'link', nic.wifi!, 'wrong-key')
	);
}

/** Whether a nic of a device hangs in a network. */
function nicLink(world: World, device: Device, id: Id, name: string, nic: Nic): Why {
	const of = `${id}/${name}`;
	if (!device.here) return fails('link', of, 'away');
	if (!nic.enabled) return fails('link', of, 'disabled');
	if (nic.kind === 'wifi') return inTheAir(world, device, nic, of);
	return check(nic.cable === 'good', 'link', of, nic.cable === 'out' ? 'cable-out' : 'cable-broken');
}

export interface Connection {
	why: Why;
	/** The nic that is used, and the one that should be where none works. */
	name: string;
	nic: Nic | null;
	network: Id | null;
}

/** Which nic of a device carries its traffic: the first one that is linked, a cable before Wi-Fi. */
export function connection(world: World, id: Id): Connection {
	const on = power(world, id);
	const device = own(world.devices, id);
	const nics = device ? sorted(device.nics) : [];
	if (!on.ok || !device || nics.length === 0)
		return { why: on.ok ? fails('link', id, 'no-nic') : on, name: '', nic: null, network: null };
	const links = nics.map(([name, nic]) => ({ name, nic, why: nicLink(world, device, id, name, nic) }));
	const used = links.find(({ why }) => why.ok);
	const { name, nic, why } = used ?? links.at(-1)!;
	return {
		why: chain(on, used ? passes('link', `${id}/${name}`) : why),
		name,
		nic,
		network: used ? networkOf(world, nic) : null
	};
}

/** Whether this nic of a device that runs is in this network. */
export function isLinked(world: World, id: Id, name: string, network: Id): boolean {
	const device = world.devices[id]!;
	const nic = device.nics[name]!;
	return device.up && networkOf(world, nic) === network && nicLink(world, device, id, name, nic).ok;
}

/** The address of a nic in a network; null: it has none. */
export function addressOf(world: World, nic: Nic, network: Id | null): string | null {
	if (nic.ip !== 'auto') return nic.ip.address;
	const { lease } = nic;
	return lease && lease.network === network && lease.until > world.now ? lease.address : null;
}

/** Devices that answer to an address in a network. Two of them are a conflict. */
export const holders = (world: World, network: Id, address: string): Id[] =>
	Object.keys(world.devices)
		.filter((id) => {
			const { nics, up } = world.devices[id]!;
			return (
				up &&
				Object.keys(nics).some(
					(name) => addressOf(world, nics[name]!, network) === address && isLinked(world, id, name, network)
				)
			);
		})
		.sort();
