import type { Id } from '../state/data.ts';
import type { Nic } from '../state/network.ts';
import type { World } from '../state/world.ts';
import { own, sorted } from '../state/data.ts';
import { remembered } from './at-rest.ts';
import { addressOf, connection, holders, type Connection } from './link.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

const prefixOf = (address: string): string => address.split('.').slice(0, 3).join('.');

const networkAt = (world: World, address: string): Id | undefined =>
	sorted(world.networks).find(([, { prefix }]) => prefix === prefixOf(address))?.[0];

/** The device of the house that answers to an address; undefined: none. */
export function deviceAt(world: World, address: string): Id | undefined {
	const network = networkAt(world, address);
	return network === undefined ? undefined : holders(world, network, address)[0];
}

/** Whether a device hangs in its network with an address of its own. */
export const attached = (world: World, id: Id): Why =>
	remembered(world, `attached ${id}`, () => findAttached(world, id));

function findAttached(world: World, id: Id): Why {
	const { why, nic, network } = connection(world, id);
	if (!why.ok || !nic || network === null) return why;
	const address = addressOf(world, nic, network);
	const others = address === null ? 0 : holders(world, network, address).length - 1;
	return chain(
		why,
		check(address !== null, 'address', network, 'none'),
		() => check(others < 1, 'address', address!, 'conflict'),
		() => check(prefixOf(address!) === world.networks[network]!.prefix, 'address', address!, 'foreign')
	);
}

/** Whether something listens at a port of a device. */
const listens = (world: World, id: Id, port: number): boolean =>
	Object.values(world.devices[id]!.runs).some((run) => run.port === port && run.state === 'on');

function arrive(world: World, network: Id, to: string, port: number | null): Why {
	const [far] = holders(world, network, to);
	if (far === undefined) return fails('far', to, 'silent');
	return check(port === null || listens(world, far, port), 'far', to, 'refused');
}

function beyondTheLine(world: World, to: string, port: number | null): Why {
	if (!world.line) return fails('line', 'line', 'down');
	const far = own(world.outside, to);
	if (!far) return fails('far', to, 'silent');
	return check(port === null || own(far, String(port))?.on === true, 'far', to, 'refused');
}

const gatewayOf = (nic: Nic): string | null =>
	nic.ip === 'auto' ? (nic.lease?.gateway ?? null) : nic.ip.gateway;

/** Whether there is a way out of the own network, and what stands in it. */
function wayOut(world: World, { nic, network }: Connection, to: string): Why {
	const { gateway, portal, blocks } = world.networks[network!]!;
	const address = gatewayOf(nic!);
	if (!address) return fails('route', network!, 'none');
	return chain(
		check(holders(world, network!, address).includes(gateway), 'route', address, 'silent'),
		() => check(!portal || (nic!.portal[network!] ?? 0) > world.now, 'portal', network!, 'asks'),
		() => check(!blocks.some((block) => to.startsWith(block)), 'rule', network!, 'blocked')
	);
}

/**
 * Whether a device reaches an address: power, link, address, way out, portal, rules, line, far end.
 * @param port null: whether anything is there at all, as a ping asks
 */
export const path = (world: World, from: Id, to: string, port: number | null): Why =>
	remembered(world, `path ${from} ${to} ${port}`, () => findPath(world, from, to, port));

function findPath(world: World, from: Id, to: string, port: number | null): Why {
	const here = attached(world, from);
	const used = connection(world, from);
	if (!here.ok || used.network === null) return here;
	const inside = networkAt(world, to);
	if (inside === used.network) return chain(here, () => arrive(world, inside, to, port));
	const isTheWayOut = world.networks[used.network]!.gateway === from;
	return chain(
		here,
		() => (isTheWayOut ? { ok: true, path: [] } : wayOut(world, used, to)),
		() => (inside === undefined ? beyondTheLine(world, to, port) : arrive(world, inside, to, port))
	);
}

/** The address of a device of the house; null: it has none. */
function addressIn(world: World, id: Id): string | null {
	const { nic, network } = connection(world, id);
	return nic && addressOf(world, nic, network);
}

/** Whether a device reaches a service of another device of the house, by the address that it has. */
export function reach(world: World, from: Id, to: Id, port: number): Why {
	if (from === to) return chain(attached(world, from), check(listens(world, to, port), 'far', to, 'refused'));
	const address = addressIn(world, to);
	return address === null
		? chain(attached(world, from), fails('far', to, 'silent'))
		: chain(path(world, from, address, port), () => passes('far', to, 'answers'));
}
