import type { Account } from '../state/people.ts';
import type { Saved } from '../state/device.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { directory } from '../can/accounts.ts';
import { isFree } from '../can/runs.ts';
import { sorted } from '../state/data.ts';
import { note, type Clockwork } from './clockwork.ts';

/** A sign-in with a wrong password. So many of them in a while lock the account. */
function fail(world: World, id: Id, account: Account, from: Id): void {
	if (!isFree(world, id)) return;
	const { lockAfter, within, lockFor } = world.policy;
	account.fails = [...account.fails.filter(({ at }) => at > world.now - within), { at: world.now, from }];
	note(world, from, 'sign-in-failed', id);
	if (account.fails.length < lockAfter) return;
	account.lockedUntil = world.now + lockFor;
	account.fails = [];
	note(world, world.directory.device, 'account-locked', id);
}

function tryAgain(world: World, id: Id, saved: Saved): void {
	const account = world.accounts[saved.account];
	if (!account || account.version === saved.version || !directory(world, id).ok) return;
	fail(world, saved.account, account, id);
}

export const accountsClock: Clockwork = {
	next: (world) =>
		Math.min(
			...Object.values(world.devices).flatMap(({ saved }) => saved.map(({ next }) => next)),
			...Object.values(world.accounts).map(({ lockedUntil }) => lockedUntil ?? Infinity)
		),
	step(world) {
		for (const account of Object.values(world.accounts))
			if (account.lockedUntil !== null && account.lockedUntil <= world.now) account.lockedUntil = null;
		for (const [id, device] of sorted(world.devices))
			for (const saved of device.saved) {
				if (saved.next > world.now) continue;
				saved.next = world.now + saved.every;
				tryAgain(world, id, saved);
			}
	}
};
