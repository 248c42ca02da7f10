import type { DeskFile } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own, sorted } from '../state/data.ts';
import { signIn } from './accounts.ts';
import { reach } from './path.ts';
import { power } from './power.ts';
import { space } from './runs.ts';
import { chain, check, fails, type Why } from './why.ts';

/** Where shared folders are served. */
const SHARE_PORT = 445;

/** Whether somebody may read or write in a shared folder, from a device. */
export function useShare(world: World, who: Id, on: Id, id: Id, what: 'read' | 'write'): Why {
	const share = own(world.shares, id);
	if (!share) return fails('data', id, 'unknown');
	const groups = own(world.accounts, own(world.people, who)?.account ?? '')?.groups ?? [];
	const rights = groups.map((group) => own(share.rights, group));
	const may = rights.includes('write') || (what === 'read' && rights.includes('read'));
	return chain(
		reach(world, on, share.device, SHARE_PORT),
		() => signIn(world, who, on),
		() => check(may, 'right', id, rights.some(Boolean) ? 'read-only' : 'none'),
		() => (what === 'write' ? space(world, share.device, share.volume) : { ok: true, path: [] })
	);
}

export interface Place {
	device: Id;
	volume: Id;
	name: string;
	file: DeskFile;
}

/** Every file of the house, with where it is. */
export const places = (world: World): Place[] =>
	sorted(world.devices).flatMap(([device, { volumes }]) =>
		sorted(volumes).flatMap(([volume, { files }]) =>
			sorted(files).map(([name, file]) => ({ device, volume, name, file }))
		)
	);

/** Whether what a file holds is somewhere where its owner can get at it: a device of hers that runs, or a shared folder. */
export function keeps(world: World, who: Id, holds: Id): Why {
	const found = places(world).filter(({ file }) => file.holds === holds && !file.unlinked);
	if (found.length === 0) return fails('data', holds, 'gone');
	const uses = own(world.people, who)?.uses ?? [];
	const ways = found.map(({ device, volume }) => {
		if (uses.includes(device)) return power(world, device);
		const share = sorted(world.shares).find(([, one]) => one.device === device && one.volume === volume);
		return share && uses[0] !== undefined
			? useShare(world, who, uses[0], share[0], 'read')
			: fails('data', holds, 'out-of-reach');
	});
	return ways.find(({ ok }) => ok) ?? ways[0]!;
}

/** What people's files hold, each once. */
export const belongings = (world: World): { holds: Id; of: Id }[] => {
	const found = new Map<Id, Id>();
	for (const { file } of places(world))
		if (file.holds !== null && file.of !== null && !file.unlinked) found.set(file.holds, file.of);
	return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([holds, of]) => ({ holds, of }));
};
