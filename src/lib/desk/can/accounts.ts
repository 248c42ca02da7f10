import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { remembered } from './at-rest.ts';
import { attached, reach } from './path.ts';
import { isFree, works } from './runs.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

/** Where a directory listens. */
const DIRECTORY_PORT = 389;

const skewOf = (world: World, device: Id): number => world.devices[device]!.clock.skew;

/** Whether a device reaches the directory, and the directory works. */
export function directory(world: World, on: Id): Why {
	const { device, run } = world.directory;
	return chain(reach(world, on, device, DIRECTORY_PORT), () => works(world, device, run));
}

function factor(world: World, device: Id | null): Why {
	if (device === null) return { ok: true, path: [] };
	const found = own(world.devices, device);
	return chain(
		check(found?.here === true, 'factor', device, 'lost'),
		() => check(found!.up, 'factor', device, 'off'),
		() => check(Math.abs(found!.clock.skew) <= world.policy.maxSkew, 'factor', device, 'clock')
	);
}

/** Whether somebody can sign in at a device: the directory, two clocks that agree, and the account. */
export const signIn = (world: World, who: Id, on: Id): Why =>
	remembered(world, `sign-in ${who} ${on}`, () => findSignIn(world, who, on));

function findSignIn(world: World, who: Id, on: Id): Why {
	const person = own(world.people, who);
	const id = person?.account ?? null;
	const account = id === null ? undefined : own(world.accounts, id);
	return chain(
		attached(world, on),
		() => directory(world, on),
		() => {
			const apart = Math.abs(skewOf(world, on) - skewOf(world, world.directory.device));
			return check(apart <= world.policy.maxSkew, 'clock', on, 'apart');
		},
		() => check(account !== undefined, 'account', who, 'none'),
		() => check(account!.enabled, 'account', id!, 'disabled'),
		() => check(isFree(world, id!), 'lock', id!, 'locked'),
		() => {
			const is = person!.knows === null ? 'forgotten' : 'old';
			return check(person!.knows === account!.version, 'secret', id!, is);
		},
		() => factor(world, account!.factor)
	);
}

/** Whether somebody is in one of these groups. Null: everybody may. */
export function member(world: World, who: Id, groups: readonly Id[] | null, of: Id): Why {
	if (groups === null) return passes('right', of, 'everybody');
	const account = own(world.accounts, own(world.people, who)?.account ?? '');
	return account?.groups.some((group) => groups.includes(group))
		? passes('right', of)
		: fails('right', of, 'not-in-group');
}
