import type { Change, Data, Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { seat } from '../can/can.ts';
import { change, copy, own, sorted, WorldError } from '../state/data.ts';
import { pass } from '../time/later.ts';
import { handheld } from './bridge.ts';

const DAY = 1440;

/** Who will call, the device she sits at, its nic, and her account. */
interface Caller {
	who: Id;
	device: Id;
	nic: string;
	account: Id;
}

/** What is put wrong in a house, for the one who will call. */
type Fault = (world: World, caller: Caller) => Change[];

const put = (value: unknown, ...at: (string | number)[]): Change => ({ at, value: copy(value) as Data });

function callerIn(world: World, who: Id): Caller {
	const device = seat(world, who);
	const [nic = ''] = Object.keys(world.devices[device]?.nics ?? {}).sort();
	return { who, device, nic, account: own(world.people, who)?.account ?? '' };
}

const onNic =
	(field: string, value: unknown): Fault =>
	(_world, { device, nic }) => [put(value, 'devices', device, 'nics', nic, field)];
const onPart =
	(part: string, state: string): Fault =>
	(_world, { device }) => [put(state, 'devices', device, 'parts', part, 'state')];
const onSetting =
	(name: string, value: unknown): Fault =>
	(_world, { device }) => [put(value, 'devices', device, 'settings', name)];

/** Addresses of a week, kept for phones that left; one comes back tomorrow, and a new visitor with it. */
function poolFull(world: World, { device, nic }: Caller): Change[] {
	const { leases, from } = world.networks['lan']!.dhcp;
	const taken = sorted(leases).flatMap(([id, { address }]) =>
		id === device || id.startsWith('gone-') ? [] : [address]
	);
	const free = Array.from({ length: taken.length + 3 }, (_, i) => `10.20.0.${from + i}`)
		.filter((address) => !taken.includes(address))
		.slice(0, 3);
	const until = world.now + 5 * DAY;
	const gone = free.map((address, i) => {
		const phone = handheld('phone', 'pont-house', 3, { here: false });
		const lease = {
			network: 'lan',
			address,
			gateway: '10.20.0.1',
			dns: ['10.20.0.10'],
			renew: until - DAY,
			until
		};
		Object.assign(phone.nics['wifi']!, { lease });
		return [`gone-${i + 1}`, phone, { address, until }] as const;
	});
	const visitor = { ...world.people['lambert']!, account: null, goals: [] };
	const wants = (on: Id) => ({ what: 'open', to: 'commune.example', on, by: null });
	return [
		put(null, 'devices', device, 'nics', nic, 'lease'),
		{ at: ['networks', 'lan', 'dhcp', 'leases', device] },
		...gone.flatMap(([id, phone, lease]) => [
			put(phone, 'devices', id),
			put(lease, 'networks', 'lan', 'dhcp', 'leases', id)
		]),
		put(handheld('phone', 'pont-house', 3, { here: false }), 'devices', 'new-1'),
		put({ ...visitor, uses: ['gone-3'], goals: [wants('gone-3')] }, 'people', 'visitor-1'),
		put({ ...visitor, uses: ['new-1'], goals: [wants('new-1')] }, 'people', 'visitor-2'),
		put(from + taken.length + 2, 'networks', 'lan', 'dhcp', 'to'),
		put(10_080, 'networks', 'lan', 'dhcp', 'minutes'),
		put(
			[
				...world.schedule,
				{
					at: world.now + DAY - 60,
					changes: ['gone-3', 'new-1'].map((id) => put(true, 'devices', id, 'here'))
				}
			],
			'schedule'
		)
	];
}

/** The name server of last year; tomorrow a site moves, so that a number that is written down is wrong then. */
const oldNameServer: Fault = (world, { device, nic }) => [
	put(['10.20.0.9'], 'devices', device, 'nics', nic, 'dns'),
	put(
		[
			...world.schedule,
			{
				at: world.now + DAY - 60,
				changes: [
					put(world.outside['203.0.113.10'], 'outside', '203.0.113.11'),
					{ at: ['outside', '203.0.113.10'] },
					put('203.0.113.11', 'zones', 0, 'records', 'emploi.example')
				]
			}
		],
		'schedule'
	)
];

/** Everybody else has accepted the portal's page. */
const portalAsks: Fault = (world, { device }) => [
	put({ minutes: 30 * DAY }, 'networks', 'lan', 'portal'),
	...sorted(world.devices)
		.filter(([id]) => id !== device)
		.flatMap(([id, { nics }]) =>
			Object.keys(nics).map((name) =>
				put({ lan: world.now + 30 * DAY }, 'devices', id, 'nics', name, 'portal')
			)
		)
];

const job = (by: Id, bad: boolean, source: Id | null) => ({
	by,
	bad,
	held: false,
	source,
	since: null,
	done: null
});

const queueStuck: Fault = () => [
	put(
		{
			'job-1': job('ines', true, null),
			'job-2': job('fatou', false, null),
			'job-3': job('karim', false, 'minutes')
		},
		'queues',
		'q1',
		'jobs'
	),
	put(true, 'queues', 'q1', 'paused')
];

const diskFull: Fault = () => [
	put('debug', 'devices', 'srv', 'runs', 'checkin', 'writes', 'level'),
	put(11_000_000, 'devices', 'srv', 'volumes', 'var', 'files', 'checkin.log', 'kb')
];

/** A tablet remembers the password from before, and tries it again and again. */
const oldPassword: Fault = (world, { account }) => {
	const { version } = world.accounts[account]!;
	return [
		put([{ account, version: version - 1, every: 5, next: world.now }], 'devices', 'tablet-2', 'saved'),
		put(world.now + 40, 'accounts', account, 'lockedUntil')
	];
};

/** Tablets that do not charge have little left. */
const notCharging =
	(part: string, state: string): Fault =>
	(world, caller) => [
		...onPart(part, state)(world, caller),
		put(part === 'battery' ? 3_000 : 9_000, 'devices', caller.device, 'charge', 'level'),
		put(true, 'devices', caller.device, 'entrusted')
	];

/** Causes that a case begins with. Each is a cause in some cases, and a rival in others. */
const FAULTS: Readonly<Record<string, Fault>> = {
	// The way to a site.
	'pool-full': poolFull,
	'old-name-server': oldNameServer,
	'portal-asks': portalAsks,
	'cable-out': onNic('cable', 'out'),
	'cable-broken': onNic('cable', 'broken'),
	'nic-disabled': onNic('enabled', false),
	'wrong-gateway': (_world, { device, nic }) => [
		put({ address: '10.20.0.60', gateway: '10.20.0.254' }, 'devices', device, 'nics', nic, 'ip'),
		put(['10.20.0.10'], 'devices', device, 'nics', nic, 'dns')
	],
	'provider-down': () => [put(false, 'line')],
	'names-stopped': () => [
		put('off', 'devices', 'srv', 'runs', 'names', 'state'),
		put(false, 'devices', 'srv', 'runs', 'names', 'auto')
	],
	'old-line': (_world, { device }) => [put('203.0.113.9', 'devices', device, 'hosts', 'emploi.example')],
	'clock-battery': (_world, { device }) => [
		put({ skew: -2_000_000, auto: false }, 'devices', device, 'clock'),
		put('worn', 'devices', device, 'parts', 'clock-battery', 'state')
	],
	airplane: onSetting('airplane', true),
	'old-wifi-key': () => [put(4, 'wifis', 'pont-house', 'key')],
	'wrong-wifi': onNic('wifi', 'pont-public'),
	'access-point-out': () => [put('loose', 'devices', 'ap', 'parts', 'outlet', 'state')],
	// Accounts.
	'old-password': oldPassword,
	'forgot-password': (_world, { who }) => [put(null, 'people', who, 'knows')],
	'account-off': (_world, { account }) => [put(false, 'accounts', account, 'enabled')],
	'no-group': (_world, { account }) => [put([], 'accounts', account, 'groups')],
	'factor-lost': (_world, { account }) => [put('old-phone', 'accounts', account, 'factor')],
	// Files, services, pages.
	'disk-full': diskFull,
	'queue-stuck': queueStuck,
	'no-paper': () => [put('empty', 'devices', 'printer-1', 'parts', 'paper', 'state')],
	'printer-moved': () => [put('10.20.0.35', 'devices', 'printer-1', 'nics', 'cable', 'ip', 'address')],
	'spooler-stopped': () => [
		put('off', 'devices', 'srv', 'runs', 'spooler', 'state'),
		put(false, 'devices', 'srv', 'runs', 'spooler', 'auto')
	],
	'greedy-process': (_world, { device }) => [put(95, 'devices', device, 'runs', 'updates', 'load')],
	// Parts and settings.
	'port-worn': notCharging('port', 'worn'),
	'port-dirty': notCharging('port', 'dirty'),
	'power-cable-broken': notCharging('cable', 'broken'),
	'adapter-weak': (world, caller) => [
		...notCharging('adapter', 'good')(world, caller),
		put(5, 'devices', caller.device, 'parts', 'adapter', 'watts')
	],
	'battery-worn': notCharging('battery', 'worn'),
	'battery-dangerous': notCharging('battery', 'dangerous'),
	muted: onSetting('sound-muted', true),
	'other-output': onSetting('sound-output', 'screen'),
	'other-layout': onSetting('layout', 'qwerty')
};

export const FAULT_NAMES = Object.keys(FAULTS);

/**
 * What a fault changes in a house, for the one who will call.
 * @throws WorldError `no-such-fault`
 */
export function faultChanges(world: World, id: Id, who: Id): Change[] {
	const fault = own(FAULTS, id);
	if (!fault) throw new WorldError('no-such-fault', id);
	return fault(world, callerIn(world, who));
}

/** The house with these faults, at this minute; she calls because of them. */
export function withFaults(world: World, faults: readonly Id[], who: Id): World {
	const broken = copy(world);
	for (const id of faults) change(broken, faultChanges(broken, id, who));
	broken.ticket.from = who;
	pass(broken, 0);
	return broken;
}
