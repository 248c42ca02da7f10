import { describe, expect, test } from 'vitest';
import { chooseEngine, refusalOf, type ChoiceInput, type DeviceFacts } from './choose.ts';

const laptop: DeviceFacts = { isolated: true, workers: true, ios: false, memoryGb: 8, slowLine: false };
const base: ChoiceInput = {
	need: 'node',
	device: laptop,
	operator: { webcontainer: true, remote: true, prefer: [] },
	service: 'reachable',
	online: true,
	agreed: true,
	wish: null,
	failed: new Map()
};
const device = (change: Partial<DeviceFacts>): Partial<ChoiceInput> => ({ device: { ...laptop, ...change } });
const operator = (change: Partial<ChoiceInput['operator']>): Partial<ChoiceInput> => ({
	operator: { ...base.operator, ...change }
});

const CASES: readonly [string, Partial<ChoiceInput>, string | null, string][] = [
	['only the language', { need: 'worker' }, 'worker', 'default'],
	['only the language, offline', { need: 'worker', online: false }, 'worker', 'default'],
	['only the language, no workers', { need: 'worker', ...device({ workers: false }) }, 'remote', 'no-worker'],
	['a page', { need: 'dom' }, 'dom', 'default'],
	['a page on a weak phone', { need: 'dom', ...device({ memoryGb: 1, slowLine: true }) }, 'dom', 'default'],
	[
		'a page, the frame failed',
		{ need: 'dom', failed: new Map([['dom', 'boot-failed']]) },
		'remote',
		'boot-failed'
	],
	['Node on a laptop', {}, 'webcontainer', 'default'],
	['Node, nobody has said yes to the container', { agreed: false }, 'remote', 'not-agreed'],
	['Node, no yes and no server', { agreed: false, ...operator({ remote: false }) }, null, 'not-agreed'],
	['Node on an iPad, nobody has said yes', { agreed: false, ...device({ ios: true }) }, 'remote', 'ios'],
	[
		'Node, the operator prefers the container, nobody has said yes',
		{ agreed: false, ...operator({ prefer: ['webcontainer'] }) },
		'remote',
		'not-agreed'
	],
	['a page, whatever was said of the container', { need: 'dom', agreed: false }, 'dom', 'default'],
	['Node, service not asked yet', { service: 'unknown' }, 'webcontainer', 'default'],
	['Node, service blocked', { service: 'blocked' }, 'remote', 'service-blocked'],
	['Node on an iPad', device({ ios: true }), 'remote', 'ios'],
	['Node without isolation', device({ isolated: false }), 'remote', 'not-isolated'],
	['Node with little memory', device({ memoryGb: 1 }), 'remote', 'low-memory'],
	['Node with enough memory', device({ memoryGb: 2 }), 'webcontainer', 'default'],
	['Node where memory is not told', device({ memoryGb: null }), 'webcontainer', 'default'],
	['Node on a slow line', device({ slowLine: true }), 'remote', 'slow-line'],
	[
		'Node on a slow line, no server',
		{ ...device({ slowLine: true }), ...operator({ remote: false }) },
		'webcontainer',
		'switched-off'
	],
	['Node, containers off', operator({ webcontainer: false }), 'remote', 'switched-off'],
	[
		'Node, the operator prefers the server',
		operator({ prefer: ['remote', 'webcontainer'] }),
		'remote',
		'operator'
	],
	[
		'Node, the operator prefers what is usual',
		operator({ prefer: ['webcontainer'] }),
		'webcontainer',
		'default'
	],
	[
		'Node, the operator’s order beats the device’s',
		{ ...device({ memoryGb: 1 }), ...operator({ prefer: ['webcontainer'] }) },
		'webcontainer',
		'default'
	],
	[
		'Node, boot took too long',
		{ failed: new Map([['webcontainer', 'boot-timeout']]) },
		'remote',
		'boot-timeout'
	],
	['Node, a wish that fits', { wish: 'remote' }, 'remote', 'wish'],
	[
		'Node, a wish beats the operator',
		{ wish: 'webcontainer', ...operator({ prefer: ['remote'] }) },
		'webcontainer',
		'wish'
	],
	[
		'Node, a wish that does not fit',
		{ wish: 'webcontainer', service: 'blocked' },
		'remote',
		'service-blocked'
	],
	[
		'Node, a wish for the server, which failed',
		{ wish: 'remote', failed: new Map([['remote', 'unavailable']]) },
		'webcontainer',
		'unavailable'
	],
	['Node, a wish for another kind', { wish: 'dom' }, 'webcontainer', 'default'],
	[
		'Node, nothing left',
		{
			failed: new Map([
				['webcontainer', 'boot-failed'],
				['remote', 'unavailable']
			])
		},
		null,
		'boot-failed'
	],
	['Node, offline', { online: false }, null, 'offline'],
	['nothing at all', { need: 'worker', ...device({ workers: false }), online: false }, null, 'no-worker']
];

describe('the choice of an engine', () => {
	test.each(CASES)('%s', (_, change, chosen, reason) => {
		expect(chooseEngine({ ...base, ...change })).toMatchObject({ chosen, reason });
	});

	test('every candidate that does not fit says why', () => {
		expect(chooseEngine({ ...base, ...device({ ios: true }), online: false }).candidates).toEqual([
			{ id: 'webcontainer', fits: false, reason: 'ios' },
			{ id: 'remote', fits: false, reason: 'offline' }
		]);
	});

	test('it says which engine would have been better, only where it does not fit', () => {
		expect(chooseEngine(base).insteadOf).toBeNull();
		expect(chooseEngine({ ...base, service: 'blocked' }).insteadOf).toBe('webcontainer');
		const failed = new Map([['remote', 'unavailable']] as const);
		expect(chooseEngine({ ...base, wish: 'remote', failed }).insteadOf).toBe('remote');
		expect(chooseEngine({ ...base, failed }).insteadOf).toBeNull();
	});

	test('what will not change by waiting is said before what passes', () => {
		const failed = new Map([['webcontainer', 'boot-timeout']] as const);
		const { candidates } = chooseEngine({ ...base, ...operator({ webcontainer: false }), failed });
		expect(candidates[0]).toEqual({ id: 'webcontainer', fits: false, reason: 'switched-off' });
	});
});

test('an engine’s unknown code is said as a failed start', () => {
	expect(refusalOf('ios')).toBe('ios');
	expect(refusalOf('something-new')).toBe('boot-failed');
});
