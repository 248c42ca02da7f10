import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { clock, events, files, parts, power, runs, saved, settings, storage } from './devices.ts';
import { leases, lookup, network, page, ping } from './networks.ts';
import { account, queue, share } from './people.ts';
import { row, type Row } from './row.ts';

/** What can be looked at, as the tables of the world that it is about. Those of a screen need a device that runs. */
const VIEWS = {
	power: { of: 'devices', show: power },
	parts: { of: 'devices', show: parts },
	network: { of: 'devices', show: network, screen: true },
	ping: { of: 'devices', show: ping, screen: true },
	lookup: { of: 'devices', show: lookup, screen: true },
	page: { of: 'devices', show: page, screen: true },
	clock: { of: 'devices', show: clock, screen: true },
	storage: { of: 'devices', show: storage, screen: true },
	files: { of: 'devices', show: files, screen: true },
	runs: { of: 'devices', show: runs, screen: true },
	settings: { of: 'devices', show: settings, screen: true },
	events: { of: 'devices', show: events, screen: true },
	saved: { of: 'devices', show: saved, screen: true },
	leases: { of: 'networks', show: leases },
	account: { of: 'accounts', show: account },
	queue: { of: 'queues', show: queue },
	share: { of: 'shares', show: share }
} as const satisfies Record<
	string,
	{
		of: 'devices' | 'networks' | 'accounts' | 'queues' | 'shares';
		show: (world: World, of: Id, at: string) => Row[];
		screen?: true;
	}
>;

export type View = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as View[];

/** Whether there is such a thing to look at. */
export const isThere = (world: World, view: View, of: Id): boolean =>
	own<unknown>(world[VIEWS[view].of], of) !== undefined;

/** The device that a view shows; null: it is a server's or a router's page. */
export const deviceOf = (view: View, of: Id): Id | null => (VIEWS[view].of === 'devices' ? of : null);

/**
 * What is seen of a part of the house. Pure: it says what `can` would say, and less.
 * @param at an address or a name, for the views that ask for one
 */
export function look(world: World, view: View, of: Id, at = ''): Row[] {
	const { show, ...rest } = VIEWS[view];
	if ('screen' in rest && !world.devices[of]?.up) return [row('screen', 'dark')];
	return show(world, of, at);
}
