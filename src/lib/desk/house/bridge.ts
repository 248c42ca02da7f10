import type { Device, Run } from '../state/device.ts';
import type { Account, Goal, Person } from '../state/people.ts';
import type { CableNic, Network, WifiNic } from '../state/network.ts';
import type { World } from '../state/world.ts';
import { pass } from '../time/later.ts';

const AGES = 500_000;
const cert = (...names: string[]) => ({ names, from: -AGES, until: AGES });

const run = (port: number | null, more: Partial<Run> = {}): Run => ({
	state: 'off',
	auto: true,
	port,
	asks: null,
	cert: null,
	needs: [],
	load: 1,
	writes: null,
	...more
});

const cable = (number?: number, network = 'lan', prefix = '10.20.0'): CableNic => ({
	kind: 'cable',
	network,
	cable: 'good',
	enabled: true,
	ip: number === undefined ? 'auto' : { address: `${prefix}.${number}`, gateway: `${prefix}.1` },
	dns: number === undefined ? 'auto' : ['10.20.0.10'],
	lease: null,
	portal: {}
});

const wifi = (name: string, key: number): WifiNic => ({
	kind: 'wifi',
	radio: true,
	wifi: name,
	keys: { [name]: key },
	enabled: true,
	ip: 'auto',
	dns: 'auto',
	lease: null,
	portal: {}
});

const part = (watts = 0) => ({ state: 'good' as const, watts });

/** A device of the house: it starts as soon as time begins. */
function device(kind: Device['kind'], more: Partial<Device>): Device {
	const mains = { outlet: part(), cable: part() };
	const handheld = {
		outlet: part(),
		adapter: part(18),
		cable: part(60),
		port: part(),
		battery: part(),
		screen: part()
	};
	const isHandheld = kind === 'phone' || kind === 'tablet';
	return {
		kind,
		owner: null,
		entrusted: false,
		here: true,
		switched: true,
		up: false,
		parts: isHandheld ? handheld : mains,
		charge: isHandheld ? { level: 80_000, drain: 200, gain: 500, watts: 10 } : null,
		clock: { skew: 0, auto: true },
		nics: {},
		hosts: {},
		cache: {},
		volumes: {},
		runs: {},
		saved: [],
		settings: {},
		...more
	};
}

/** A phone or a tablet; its apps need little. */
export const handheld = (
	kind: 'phone' | 'tablet',
	name: string,
	key: number,
	more: Partial<Device> = {}
): Device =>
	device(kind, {
		nics: { wifi: wifi(name, key) },
		volumes: { memory: { kb: 32_000_000, files: {} } },
		settings: {
			airplane: false,
			'sound-muted': false,
			'sound-level': 60,
			'microphone-allowed': true,
			brightness: 70,
			'text-size': 100
		},
		...more
	});

const computer = (): Device =>
	device('computer', {
		parts: { outlet: part(), cable: part(), screen: part(), 'clock-battery': part() },
		nics: { cable: cable() },
		volumes: { disk: { kb: 200_000_000, files: {} } },
		runs: { browser: run(null, { load: 20 }), updates: run(null, { load: 5 }) },
		settings: {
			'sound-muted': false,
			'sound-level': 50,
			'sound-output': 'speakers',
			'microphone-muted': false,
			layout: 'azerty',
			'number-lock': true,
			brightness: 80,
			'text-size': 100
		}
	});

const printer = (number: number): Device =>
	device('printer', {
		parts: { outlet: part(), cable: part(), paper: part(), toner: part() },
		nics: { cable: cable(number) },
		runs: { printing: run(9100) }
	});

const file = (kb: number, holds: string | null, of: string | null, isPrivate = false) => ({
	kb,
	holds,
	of,
	private: isPrivate,
	unlinked: false
});

const server = (): Device =>
	device('server', {
		nics: { cable: cable(10) },
		volumes: {
			var: {
				kb: 20_000_000,
				files: {
					'club-photos': file(9_000_000, 'club-photos', 'ines'),
					'checkin.log': file(50_000, null, null)
				}
			},
			data: { kb: 100_000_000, files: { 'minutes.doc': file(200, 'minutes', 'karim') } }
		},
		runs: {
			directory: run(389),
			names: run(53),
			files: run(445),
			spooler: run(631),
			planning: run(443, { cert: cert('planning.pont.example') }),
			checkin: run(8080, {
				needs: [{ need: 'space', volume: 'var' }],
				writes: {
					volume: 'var',
					file: 'checkin.log',
					rates: { debug: 40_000, info: 10 },
					level: 'info',
					keep: null
				}
			})
		}
	});

const router = (): Device =>
	device('router', {
		nics: { guest: { ...cable(1, 'guest', '10.30.0') }, lan: { ...cable(1) } },
		runs: { names: run(53) }
	});

const network = (prefix: string, to: number, minutes: number, dns: string, blocks: string[]): Network => ({
	prefix,
	gateway: 'router',
	portal: null,
	blocks,
	dhcp: { by: 'router', on: true, from: 100, to, minutes, gateway: `${prefix}.1`, dns: [dns], leases: {} }
});

const account = (version: number, groups: string[], factor: string | null = null): Account => ({
	enabled: true,
	lockedUntil: null,
	version,
	mustChange: false,
	fails: [],
	groups,
	factor
});

const goal = (what: Goal['what'], to: string, on: string, by: number | null = null): Goal => ({
	what,
	to,
	on,
	by
});

const person = (name: string | null, knows: number | null, uses: string[], goals: Goal[]): Person => ({
	account: name,
	knows,
	uses,
	skill: 1,
	layout: 'azerty',
	genuine: true,
	identified: false,
	purse: 40,
	agreed: [],
	goals
});

const site = (...names: string[]) => ({ '443': { on: true, cert: cert(...names), asks: null } });

/** A neighbourhood house with a public digital space, on a morning on which everything works. */
export function bridge(): World {
	const world: World = {
		now: 0,
		devices: {
			router: router(),
			ap: device('access-point', { nics: { cable: cable(2) } }),
			srv: server(),
			'printer-1': printer(30),
			'printer-2': printer(31),
			'pc-2': computer(),
			'pc-3': computer(),
			'pc-4': computer(),
			'phone-1': handheld('phone', 'pont-house', 3, { owner: 'fatou' }),
			'tablet-2': handheld('tablet', 'pont-house', 3),
			'tablet-7': handheld('tablet', 'pont-public', 0, {
				owner: 'lambert',
				volumes: {
					memory: { kb: 32_000_000, files: { photos: file(2_000_000, 'lambert-photos', 'lambert', true) } }
				}
			}),
			'loan-1': handheld('tablet', 'pont-public', 0)
		},
		networks: {
			lan: network('10.20.0', 150, 480, '10.20.0.10', []),
			guest: network('10.30.0', 200, 120, '10.30.0.1', ['10.20.0.'])
		},
		wifis: {
			'pont-house': { network: 'lan', key: 3, by: 'ap' },
			'pont-public': { network: 'guest', key: 0, by: 'ap' }
		},
		line: true,
		outside: {
			'203.0.113.10': site('emploi.example'),
			'203.0.113.20': site('commune.example'),
			'203.0.113.40': { '443': { on: true, cert: cert('mail.example'), asks: ['staff', 'volunteers'] } },
			'203.0.113.53': { '53': { on: true, cert: null, asks: null } },
			'203.0.113.123': { '123': { on: true, cert: null, asks: null } }
		},
		zones: [
			{
				servedBy: ['203.0.113.53'],
				records: {
					'emploi.example': '203.0.113.10',
					'commune.example': '203.0.113.20',
					'mail.example': '203.0.113.40'
				}
			},
			{ servedBy: ['10.20.0.10'], records: { 'planning.pont.example': '10.20.0.10' } }
		],
		forwards: { '10.20.0.10': '203.0.113.53', '10.30.0.1': '203.0.113.53' },
		directory: { device: 'srv', run: 'directory' },
		timeServer: '203.0.113.123',
		policy: { lockAfter: 5, within: 120, lockFor: 60, maxSkew: 5 },
		accounts: {
			nadia: account(2, ['members']),
			karim: account(3, ['staff']),
			yusuf: account(8, ['staff']),
			fatou: account(5, ['volunteers'], 'phone-1'),
			ines: account(4, ['staff'])
		},
		people: {
			nadia: person('nadia', 2, ['pc-3'], [goal('open', 'emploi.example', 'pc-3', 240)]),
			karim: person(
				'karim',
				3,
				['pc-4'],
				[
					goal('open', 'emploi.example', 'pc-4'),
					goal('open', 'planning.pont.example', 'pc-4'),
					goal('print', 'q1', 'pc-4')
				]
			),
			yusuf: person('yusuf', 8, ['pc-2', 'tablet-2'], [goal('sign-in', '', 'pc-2', 60)]),
			fatou: person('fatou', 5, ['phone-1'], [goal('open', 'mail.example', 'phone-1')]),
			lambert: person(null, null, ['tablet-7'], [goal('keep', 'lambert-photos', '')]),
			ines: person('ines', 4, ['pc-2'], [goal('run', 'srv/checkin', 'pc-2', 60)])
		},
		shares: {
			team: { device: 'srv', volume: 'data', rights: { staff: 'write', volunteers: 'read' } },
			club: { device: 'srv', volume: 'var', rights: { staff: 'write', members: 'read' } }
		},
		queues: {
			q1: { device: 'srv', to: '10.20.0.30', paused: false, onError: 'stop', jobs: {} },
			q2: { device: 'srv', to: '10.20.0.31', paused: false, onError: 'stop', jobs: {} }
		},
		offers: [
			...['emploi.example', 'commune.example', 'planning.pont.example', 'mail.example'].map(
				(to) => ({ what: 'open', to }) as const
			),
			...['q1', 'q2'].map((to) => ({ what: 'print', to }) as const),
			...['team', 'club'].flatMap((to) => [{ what: 'read', to } as const, { what: 'write', to } as const]),
			...['srv/checkin', 'srv/spooler'].map((to) => ({ what: 'run', to }) as const),
			...(['sign-in', 'use', 'hear', 'speak', 'type', 'see', 'charge'] as const).map((what) => ({
				what,
				to: ''
			}))
		],
		stock: {
			'good-cable': { part: 'cable', price: 0, left: 2, watts: 60 },
			'good-adapter': { part: 'adapter', price: 15, left: 1, watts: 20 },
			'clock-cell': { part: 'clock-battery', price: 3, left: 2, watts: 0 },
			'new-port': { part: 'port', price: 25, left: 1, watts: 0 },
			'new-battery': { part: 'battery', price: 35, left: 1, watts: 0 },
			'new-screen': { part: 'screen', price: 90, left: 1, watts: 0 },
			paper: { part: 'paper', price: 0, left: 5, watts: 0 },
			toner: { part: 'toner', price: 0, left: 1, watts: 0 }
		},
		partners: { provider: { minutes: 120, repairs: [{ at: ['line'], value: true }] } },
		schedule: [],
		log: [],
		deeds: [],
		ticket: { from: 'nadia', state: 'open', reopened: 0, asked: [] }
	};
	pass(world, 0);
	world.log = [];
	return world;
}
