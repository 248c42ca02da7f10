import { expect, test } from 'vitest';
import type { Action } from './act/action.ts';
import { replay } from './act/apply.ts';
import { bridge } from './house/bridge.ts';
import { withFaults } from './house/faults.ts';
import { findingKey, judge } from './judge/judge.ts';
import type { Goal } from './state/people.ts';
import type { World } from './state/world.ts';

const me = 'me';
const look = (view: 'leases' | 'account' | 'parts' | 'queue' | 'storage', of: string): Action => ({
	do: 'look',
	by: me,
	view,
	of,
	at: ''
});
const wait = (minutes: number): Action => ({ do: 'wait', by: me, minutes });
const renew: Action = { do: 'renew', by: me, device: 'pc-3' };
const drop = (device: string): Action => ({ do: 'drop-lease', by: me, network: 'lan', device });
const dhcp = (name: 'from' | 'to' | 'minutes', value: number): Action => ({
	do: 'set-dhcp',
	by: me,
	network: 'lan',
	name,
	value
});
const fixed = (address: string): Action[] => [
	{ do: 'set-ip', by: me, device: 'pc-3', nic: 'cable', address, gateway: '10.20.0.1' },
	{ do: 'set-dns', by: me, device: 'pc-3', nic: 'cable', servers: '10.20.0.10' }
];
const dns = (servers: string): Action => ({ do: 'set-dns', by: me, device: 'pc-4', nic: 'cable', servers });
const host = (name: string, address: string): Action => ({
	do: 'set-host',
	by: me,
	device: 'pc-4',
	name,
	address
});
const job = (id: string, to: 'cancel' | 'hold' | 'release'): Action => ({
	do: 'job',
	by: me,
	queue: 'q1',
	job: id,
	to
});
const move = (id: string): Action => ({ do: 'move-job', by: me, queue: 'q1', job: id, to: 'q2' });
const resume: Action = { do: 'queue', by: me, queue: 'q1', to: 'resume' };
const level: Action = { do: 'run-level', by: me, device: 'srv', run: 'checkin', level: 'info' };
const run = (to: 'restart' | 'stop'): Action => ({ do: 'run', by: me, device: 'srv', run: 'checkin', to });
const file = (name: string, to: 'remove' | 'empty'): Action => ({
	do: 'file',
	by: me,
	device: 'srv',
	volume: 'var',
	file: name,
	to
});
const identify: Action = { do: 'identify', by: me, person: 'yusuf', how: 'callback' };
const unlock: Action = { do: 'unlock', by: me, account: 'yusuf' };
const reset = (once: boolean): Action => ({ do: 'reset', by: me, account: 'yusuf', once });
const saved = (to: 'update' | 'remove'): Action => ({
	do: 'saved',
	by: 'yusuf',
	device: 'tablet-2',
	account: 'yusuf',
	to
});
const copyPhotos: Action = {
	do: 'copy',
	by: me,
	device: 'tablet-7',
	volume: 'memory',
	file: 'photos',
	toDevice: 'loan-1',
	toVolume: 'memory'
};
const agree = (what: string): Action => ({ do: 'agree', by: me, person: 'lambert', what });
const swap = (stock: string): Action => ({ do: 'swap', by: me, device: 'tablet-7', stock });
const tryPart = (part: 'cable' | 'adapter'): Action => ({ do: 'try-part', by: me, device: 'tablet-7', part });

interface Case {
	faults: string[];
	who: string;
	/** What somebody wants besides what she always wants. */
	goals?: Record<string, Goal>;
	/** Each way, and all findings of it, in their order; none: a right way. */
	ways: Record<string, { log: Action[]; findings: string[] }>;
}

const page = (to: string): Goal => ({ what: 'page', to, on: '', by: null });
const each = (horizons: string, rest: string): string[] =>
	horizons.split(' ').map((at) => `goal ${at} ${rest}`);
const atEach = (...rests: string[]): string[] =>
	ALWAYS.split(' ').flatMap((at) => rests.flatMap((rest) => each(at, rest)));
const ALWAYS = 'close hour day restart';
const NADIA = 'nadia open emploi.example on pc-3';
const VISITOR = 'visitor-2 open commune.example on new-1';
const JOBS = 'karim open emploi.example on pc-4';
const PLANNING = 'karim open planning.pont.example on pc-4';
const CHECKIN = 'ines run srv/checkin on pc-2';
const YUSUF = 'yusuf sign-in on pc-2';
const PHOTOS = 'lambert keep lambert-photos';

const CASES: Record<string, Case> = {
	'no address is left': {
		faults: ['pool-full'],
		who: 'nadia',
		ways: {
			'right: short leases, those of phones that left dropped': {
				log: [
					look('leases', 'lan'),
					dhcp('minutes', 60),
					drop('gone-1'),
					drop('gone-2'),
					drop('gone-3'),
					renew
				],
				findings: []
			},
			'right: more addresses': { log: [dhcp('to', 199), renew], findings: [] },
			'right: a fixed address outside the range, and more addresses for the others': {
				log: [...fixed('10.20.0.60'), dhcp('to', 199)],
				findings: []
			},
			'wrong: nothing': {
				log: [],
				findings: [...each('close hour day', NADIA), ...each('day', VISITOR), ...each('restart', NADIA)]
			},
			'wrong: the computer restarted': {
				log: [{ do: 'power', by: me, device: 'pc-3', to: 'restart' }],
				findings: [...each('close hour day', NADIA), ...each('day', VISITOR), ...each('restart', NADIA)]
			},
			'wrong: a fixed address that is kept for a phone': {
				log: fixed('10.20.0.106'),
				findings: [
					...each('day', NADIA),
					...each('day', 'visitor-1 open commune.example on gone-3'),
					...each('day', VISITOR),
					...['emploi.example', 'commune.example', 'planning.pont.example'].map(
						(site) => `lost day visitor-1 open ${site} on gone-3`
					)
				]
			},
			'wrong: one lease dropped': { log: [drop('gone-1'), renew], findings: each('day', VISITOR) }
		}
	},
	'names are not found': {
		faults: ['old-name-server'],
		who: 'karim',
		ways: {
			'right: the name servers of the network': { log: [dns('')], findings: [] },
			'right: the right one by hand': { log: [dns('10.20.0.10')], findings: [] },
			'wrong: a public one': { log: [dns('203.0.113.53')], findings: each(ALWAYS, PLANNING) },
			'wrong: lines of its own': {
				log: [host('emploi.example', '203.0.113.10'), host('planning.pont.example', '10.20.0.10')],
				findings: each('day', JOBS)
			}
		}
	},
	'a queue stands still': {
		faults: ['queue-stuck'],
		who: 'karim',
		goals: { fatou: page('job-2'), karim: page('job-3') },
		ways: {
			'right: the bad page cancelled': {
				log: [look('queue', 'q1'), job('job-1', 'cancel'), resume, wait(5)],
				findings: []
			},
			'right: the bad page held': { log: [job('job-1', 'hold'), resume, wait(5)], findings: [] },
			'right: the others moved': {
				log: [move('job-2'), move('job-3'), job('job-1', 'hold'), resume, wait(5)],
				findings: []
			},
			'wrong: only resumed': {
				log: [resume, wait(5)],
				findings: atEach('fatou page job-2', 'karim print q1 on pc-4', 'karim page job-3')
			},
			'wrong: emptied': {
				log: [job('job-1', 'cancel'), job('job-2', 'cancel'), job('job-3', 'cancel'), resume, wait(5)],
				findings: [...atEach('fatou page job-2', 'karim page job-3'), 'unfair close job-2']
			}
		}
	},
	'a disk is full': {
		faults: ['disk-full'],
		who: 'ines',
		ways: {
			'right: less detail, log removed, service restarted': {
				log: [look('storage', 'srv'), level, file('checkin.log', 'remove'), run('restart')],
				findings: []
			},
			'right: less detail, log emptied': { log: [level, file('checkin.log', 'empty')], findings: [] },
			'right: a limit for the log': {
				log: [{ do: 'run-keep', by: me, device: 'srv', run: 'checkin', kb: 300_000 }],
				findings: []
			},
			'wrong: log removed while the service holds it': {
				log: [file('checkin.log', 'remove')],
				findings: each('close hour day', CHECKIN)
			},
			'wrong: log removed, service restarted': {
				log: [file('checkin.log', 'remove'), run('restart')],
				findings: each('day', CHECKIN)
			},
			'wrong: photos removed': {
				log: [level, file('club-photos', 'remove')],
				findings: [
					...ALWAYS.split(' ').map((at) => `lost ${at} ines keep club-photos`),
					'gone close club-photos',
					'unfair close club-photos'
				]
			},
			'wrong: service stopped': {
				log: [file('checkin.log', 'empty'), run('stop')],
				findings: each('close hour day', CHECKIN)
			}
		}
	},
	'an account is locked again and again': {
		faults: ['old-password'],
		who: 'yusuf',
		ways: {
			'right: identified, new password in the tablet, unlocked': {
				log: [identify, look('account', 'yusuf'), saved('update'), unlock],
				findings: []
			},
			'right: taken out of the tablet, and waited': { log: [saved('remove'), wait(60)], findings: [] },
			'wrong: only unlocked': { log: [identify, unlock], findings: each('hour day', YUSUF) },
			'wrong: a new password that two people know': {
				log: [identify, reset(false), unlock],
				findings: [...each('hour day', YUSUF), 'unfair close yusuf']
			},
			'wrong: the right repair for a voice': {
				log: [saved('update'), unlock],
				findings: ['unfair close yusuf']
			}
		}
	},
	'a tablet does not charge': {
		faults: ['port-worn'],
		who: 'lambert',
		ways: {
			'right: tested, saved, agreed, a new port': {
				log: [
					tryPart('cable'),
					tryPart('adapter'),
					look('parts', 'tablet-7'),
					copyPhotos,
					agree('tablet-7/port'),
					swap('new-port')
				],
				findings: []
			},
			'right: saved, and another tablet lent': {
				log: [copyPhotos, { do: 'lend', by: me, device: 'loan-1', person: 'lambert' }],
				findings: []
			},
			'wrong: a new battery': {
				log: [copyPhotos, agree('tablet-7/battery'), swap('new-battery')],
				findings: each('hour day', PHOTOS)
			},
			'wrong: a new port at once': {
				log: [swap('new-port')],
				findings: ['unfair close tablet-7', 'unfair close tablet-7/port']
			},
			'wrong: erased': {
				log: [{ do: 'erase', by: me, device: 'tablet-7' }],
				findings: [
					...each('close', PHOTOS),
					`lost close ${PHOTOS}`,
					...each('hour day restart', PHOTOS),
					`lost restart ${PHOTOS}`,
					'gone close lambert-photos',
					'unfair close lambert-photos'
				]
			}
		}
	}
};

function prepared({ faults, who, goals = {} }: Case): { sound: World; start: World } {
	const sound = bridge();
	for (const [other, goal] of Object.entries(goals)) sound.people[other]!.goals.push(goal);
	return { sound, start: withFaults(sound, faults, who) };
}

const ways = Object.entries(CASES).flatMap(([name, one]) =>
	Object.entries(one.ways).map(([way, { log, findings }]) => ({ name, way, one, log, findings }))
);

test.each(ways)('$name: $way', ({ one, log, findings }) => {
	const { sound, start } = prepared(one);
	const { world, seen } = replay(start, log);
	expect(seen.map(({ refused }) => refused)).toEqual(log.map(() => null));
	expect(judge(start, sound, world).map(findingKey)).toEqual(findings);
});

test.each(Object.entries(CASES))('%s: nothing done is wrong', (_name, one) => {
	const { sound, start } = prepared(one);
	expect(judge(start, sound, start)).not.toEqual([]);
});
