import type { Account, Person } from '../state/people.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own, sorted } from '../state/data.ts';
import { account as rows } from '../look/people.ts';
import { row } from '../look/row.ts';
import { pass } from '../time/later.ts';
import { keepDeed, known, type Act, type Acts } from './act.ts';
import type { ActionOf } from './action.ts';

const holderOf = (world: World, id: Id): Person | undefined =>
	sorted(world.people).find(([, { account }]) => account === id)?.[1];

type OnAccount = 'unlock' | 'reset' | 'switch-account' | 'group' | 'factor';

/** Something that is done to an account: fair when its person was identified before. */
const onAccount = <D extends OnAccount>(
	minutes: number,
	touch: (account: Account, action: ActionOf<D>, world: World) => void,
	refuse: (world: World, action: ActionOf<D>) => string | null = () => null
): Act<D> => ({
	kind: 'repair',
	minutes,
	refuse: (world, action) => known(own(world.accounts, action.account)) ?? refuse(world, action),
	run(world, action) {
		const holder = holderOf(world, action.account);
		keepDeed(world, 'account', action.account, holder?.identified ?? true);
		touch(world.accounts[action.account]!, action, world);
		pass(world, 0);
		return rows(world, action.account);
	}
});

export const ACCOUNT_ACTS: Acts<OnAccount | 'identify' | 'saved'> = {
	identify: {
		kind: 'talk',
		minutes: 2,
		refuse: (world, { person }) => known(own(world.people, person)),
		run(world, { person, how }) {
			const { genuine } = world.people[person]!;
			// Anybody can say a name.
			if (how === 'says') return [row('says', person)];
			world.people[person]!.identified = genuine;
			return [row('is', genuine)];
		}
	},
	unlock: onAccount(1, (account) => Object.assign(account, { lockedUntil: null, fails: [] })),
	reset: onAccount(3, (account, { account: id, once }, world) => {
		account.version += 1;
		account.mustChange = once;
		const holder = holderOf(world, id);
		if (holder) holder.knows = account.version;
		// A password that two people know is nobody's, unless the next sign-in asks for another.
		keepDeed(world, 'secret', id, once);
	}),
	'switch-account': onAccount(1, (account, { on }) => {
		account.enabled = on;
	}),
	group: onAccount(
		2,
		(account, { group, in: isIn }) => {
			account.groups = account.groups.filter((one) => one !== group);
			if (isIn) account.groups.push(group);
		},
		(_world, { group }) => (group === '' ? 'unknown' : null)
	),
	factor: onAccount(
		4,
		(account, { device }) => {
			account.factor = device === '' ? null : device;
		},
		(world, { device }) => (device === '' ? null : known(own(world.devices, device)))
	),
	saved: {
		kind: 'repair',
		minutes: 3,
		screen: true,
		refuse: (world, { device, account }) =>
			known(world.devices[device]!.saved.find((one) => one.account === account)),
		run(world, { device, account, to }) {
			const found = world.devices[device]!;
			if (to === 'remove') found.saved = found.saved.filter((one) => one.account !== account);
			// She types it herself: what she knows is what is saved.
			for (const one of found.saved)
				if (one.account === account) one.version = holderOf(world, account)?.knows ?? one.version;
			return found.saved.map((one) => row(one.account, one.every));
		}
	}
};

/** At the first sign-in after a reset she chooses a password that nobody else knows. */
export function chooseSecret(world: World, who: Id): void {
	const person = world.people[who]!;
	const account = person.account === null ? undefined : world.accounts[person.account];
	if (!account?.mustChange || person.knows !== account.version) return;
	account.version += 1;
	account.mustChange = false;
	person.knows = account.version;
}
