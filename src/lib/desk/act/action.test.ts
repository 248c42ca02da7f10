import { expect, test } from 'vitest';
import { bridge } from '../house/bridge.ts';
import { withFaults } from '../house/faults.ts';
import { ordered } from '../state/data.ts';
import { later } from '../time/later.ts';
import { readAction, type Action } from './action.ts';
import { apply, kindOf, replay } from './apply.ts';

const WAIT = { do: 'wait', by: 'me', minutes: 5 };

test('a known action with all its fields is read', () => {
	expect(readAction(WAIT)).toBe(WAIT);
	expect(kindOf(readAction(WAIT)!)).toBe('desk');
});

test.each([
	['nothing', null],
	['a text', 'wait'],
	['a list', [WAIT]],
	['an unknown action', { do: 'format', by: 'me' }],
	['a name of every object', { do: 'constructor', by: 'me' }],
	['the prototype', JSON.parse('{"__proto__": {"do": "wait", "by": "me", "minutes": 5}}')],
	['a missing field', { do: 'wait', by: 'me' }],
	['one field too many', { ...WAIT, extra: 1 }],
	['a number as a text', { ...WAIT, minutes: '5' }],
	['half a minute', { ...WAIT, minutes: 0.5 }],
	['no number', { ...WAIT, minutes: NaN }],
	['a number without end', { ...WAIT, minutes: 1e300 }],
	['a name with underscores', { do: 'renew', by: 'me', device: '__proto__' }],
	['a very long name', { do: 'renew', by: 'me', device: 'a'.repeat(10_000_000) }],
	['a choice that is none', { do: 'power', by: 'me', device: 'pc-3', to: 'explode' }]
])('%s is no action', (_what, data) => {
	expect(readAction(data)).toBeNull();
});

const house = bridge();

test.each<[string, Action, string]>([
	['an unknown device', { do: 'renew', by: 'me', device: 'constructor' }, 'unknown'],
	['an unknown person', { do: 'renew', by: 'constructor', device: 'pc-3' }, 'unknown'],
	['somebody’s own phone', { do: 'renew', by: 'me', device: 'phone-1' }, 'not-yours'],
	['a device of somebody else', { do: 'renew', by: 'nadia', device: 'pc-4' }, 'not-hers'],
	['an account, by a guided person', { do: 'unlock', by: 'nadia', account: 'nadia' }, 'not-hers'],
	[
		'a part that is not in stock',
		{ do: 'swap', by: 'me', device: 'pc-3', stock: 'constructor' },
		'not-in-stock'
	],
	['a part that does not fit', { do: 'swap', by: 'me', device: 'pc-3', stock: 'new-port' }, 'does-not-fit'],
	[
		'a setting of another type',
		{ do: 'set', by: 'me', device: 'pc-3', name: 'layout', value: 1 },
		'other-type'
	],
	[
		'a setting that is not there',
		{ do: 'set', by: 'me', device: 'pc-3', name: 'valueof', value: 1 },
		'unknown'
	],
	[
		'an address that is none',
		{ do: 'set-dns', by: 'me', device: 'pc-3', nic: 'cable', servers: 'ten' },
		'no-address'
	],
	['too long a wait', { do: 'wait', by: 'me', minutes: 481 }, 'out-of-range']
])('%s is refused, and only a minute has gone by', (_what, action, code) => {
	const { world, seen } = apply(house, action);
	expect(seen).toEqual({ refused: code, rows: [] });
	expect(ordered(world) === ordered(later(house, 1))).toBe(true);
});

test('a dark screen shows nothing, and takes no setting', () => {
	const off: Action = { do: 'power', by: 'me', device: 'pc-3', to: 'off' };
	const page: Action = { do: 'look', by: 'me', view: 'page', of: 'pc-3', at: 'emploi.example' };
	const { seen } = replay(house, [off, page, { do: 'renew', by: 'me', device: 'pc-3' }]);
	expect(seen[1]!.rows).toEqual([{ key: 'screen', value: 'dark' }]);
	expect(seen[2]!.refused).toBe('dark');
});

test('her own phone is repaired by her own hand, and takes longer', () => {
	const start = withFaults(house, ['airplane'], 'fatou');
	const set: Action = { do: 'set', by: 'fatou', device: 'phone-1', name: 'airplane', value: false };
	const { world } = replay(start, [set, { do: 'close', by: 'me' }]);
	expect(world.ticket).toMatchObject({ state: 'closed', reopened: 0 });
	expect(world.now - start.now).toBe(1 + 4 + 2);
});

test('a ticket that is closed too early comes back, and a closed one takes no more actions', () => {
	const start = withFaults(house, ['cable-out'], 'nadia');
	const close: Action = { do: 'close', by: 'me' };
	const plug: Action = { do: 'cable', by: 'me', device: 'pc-3', nic: 'cable', to: 'in' };
	const { world, seen } = replay(start, [close, plug, close, plug]);
	expect(world.ticket).toMatchObject({ state: 'closed', reopened: 1 });
	expect(seen.map(({ refused }) => refused)).toEqual([null, null, null, 'closed']);
	expect(seen[0]!.rows).toContainEqual({ key: 'nadia open emploi.example on pc-3', value: 'no-network' });
});

test('an impostor can say a name, and is found out by calling back', () => {
	const start = bridge();
	start.people['yusuf']!.genuine = false;
	const says: Action = { do: 'identify', by: 'me', person: 'yusuf', how: 'says' };
	const { world, seen } = replay(start, [
		says,
		{ ...says, how: 'callback' },
		{ do: 'unlock', by: 'me', account: 'yusuf' }
	]);
	expect(seen.slice(0, 2).map(({ rows }) => rows[0])).toEqual([
		{ key: 'says', value: 'yusuf' },
		{ key: 'is', value: false }
	]);
	expect(world.deeds).toEqual([{ at: 4, did: 'account', of: 'yusuf', fair: false }]);
});

test('a new password for once is hers alone after her first sign-in', () => {
	const start = withFaults(house, ['forgot-password'], 'yusuf');
	const { world } = replay(start, [
		{ do: 'identify', by: 'me', person: 'yusuf', how: 'callback' },
		{ do: 'reset', by: 'me', account: 'yusuf', once: true },
		{ do: 'close', by: 'me' }
	]);
	expect(world.ticket.state).toBe('closed');
	expect(world.accounts['yusuf']).toMatchObject({ version: 10, mustChange: false });
	expect(world.deeds.every(({ fair }) => fair)).toBe(true);
});

test('a dear part is not agreed to, and is not fair without', () => {
	const agree: Action = { do: 'agree', by: 'me', person: 'lambert', what: 'tablet-7/screen' };
	expect(apply(house, agree).seen.rows).toEqual([{ key: 'agrees', value: false }]);
});
