import { describe, expect, test } from 'vitest';
import { ACTION_FIELDS, readAction, type Action, type Do } from './act/action.ts';
import { apply, kindOf, perform, replay } from './act/apply.ts';
import { abilities, allAbilities, without } from './can/abilities.ts';
import { atRest } from './can/at-rest.ts';
import { can, canDo, seat } from './can/can.ts';
import { room } from './can/runs.ts';
import { broken, reason } from './can/why.ts';
import { bridge } from './house/bridge.ts';
import { chance } from '../engines/harness/setting/chance.ts';
import { FAULT_NAMES, faultChanges, withFaults } from './house/faults.ts';
import { look } from './look/look.ts';
import { neighbours, shows } from './look/people.ts';
import { symptom } from './look/symptom.ts';
import { change, copy, ordered, undo } from './state/data.ts';
import type { World } from './state/world.ts';
import { later, pass } from './time/later.ts';

const pick = <T>(next: () => number, from: readonly T[]): T => from[Math.floor(next() * from.length)]!;

const HOUSE = bridge();
const ALL = abilities(HOUSE);
const CALLERS = ['nadia', 'karim', 'yusuf', 'fatou', 'lambert', 'ines'];

/** Words that mean something in the house, and some that do not. */
const WORDS: Record<string, string[]> = {
	device: Object.keys(HOUSE.devices),
	toDevice: ['loan-1', 'pc-2', 'srv'],
	of: [...Object.keys(HOUSE.devices), 'lan', 'guest', 'yusuf', 'karim', 'q1', 'q2', 'team', 'club'],
	at: ['10.20.0.1', '203.0.113.10', 'emploi.example', 'planning.pont.example', 'nowhere.example'],
	name: ['emploi.example', 'layout', 'sound-muted', 'airplane', 'text-size'],
	nic: ['cable', 'wifi', 'lan'],
	person: CALLERS,
	account: Object.keys(HOUSE.accounts),
	stock: Object.keys(HOUSE.stock),
	wifi: Object.keys(HOUSE.wifis),
	address: ['', '10.20.0.60', '10.20.0.102', '10.20.0.30', '203.0.113.10'],
	gateway: ['', '10.20.0.1', '10.20.0.254'],
	servers: ['', '10.20.0.10', '10.20.0.9', '203.0.113.53 10.20.0.10'],
	network: ['lan', 'guest'],
	run: ['checkin', 'spooler', 'names', 'directory', 'browser', 'updates'],
	level: ['info', 'debug'],
	volume: ['var', 'data', 'memory', 'disk'],
	toVolume: ['memory', 'disk', 'data'],
	file: ['checkin.log', 'club-photos', 'photos', 'minutes.doc'],
	share: ['team', 'club'],
	group: ['staff', 'members', 'volunteers'],
	queue: ['q1', 'q2'],
	job: ['job-1', 'job-2', 'job-3'],
	to: ['q1', 'q2', 'provider'],
	what: ['tablet-7/port', 'tablet-7/battery']
};

function anyAction(next: () => number): Action {
	const name = pick(next, Object.keys(ACTION_FIELDS) as Do[]);
	const fields = Object.entries<string | readonly string[]>(ACTION_FIELDS[name]).map(([key, field]) => {
		if (field === 'flag') return [key, next() < 0.5];
		if (field === 'number') return [key, pick(next, [1, 5, 60, 101, 199, 300_000, -2_000_000])];
		if (field === 'setting') return [key, pick(next, [true, false, 'qwerty', 0, 150])];
		return [key, pick(next, field === 'word' ? (WORDS[key] ?? ['x']) : (field as readonly string[]))];
	});
	const action = { do: name, by: next() < 0.7 ? 'me' : pick(next, CALLERS), ...Object.fromEntries(fields) };
	const read = readAction(action);
	if (!read) throw new Error(`not an action: ${JSON.stringify(action)}`);
	return read;
}

function anyFaults(next: () => number): World {
	const who = pick(next, ['nadia', 'karim', 'yusuf']);
	// Some faults are about something that a device does not have, or that another fault has taken away.
	return Array.from({ length: Math.floor(next() * 5) }, () => pick(next, FAULT_NAMES)).reduce(
		(world, id) => (fits(world, id, who) ? withFaults(world, [id], who) : world),
		copy(HOUSE)
	);
}

function fits(world: World, id: string, who: string): boolean {
	try {
		withFaults(world, [id], who);
		return true;
	} catch {
		return false;
	}
}

const log = (next: () => number, length: number): Action[] => Array.from({ length }, () => anyAction(next));
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

function isPlain(data: unknown): boolean {
	if (typeof data === 'number') return Number.isInteger(data);
	if (typeof data !== 'object') return typeof data === 'string' || typeof data === 'boolean';
	return data === null || Object.values(data).every(isPlain);
}

/** What can be wrong with a world whatever happened in it. */
function corruptions(world: World): string[] {
	const wrong: string[] = [];
	const expectThat = (holds: boolean, what: string) => void (holds || wrong.push(what));
	expectThat(isPlain(world), 'it is not plain data of whole numbers');
	for (const [id, device] of Object.entries(world.devices)) {
		const level = device.charge?.level ?? 0;
		expectThat(level >= 0 && level <= 100_000, `${id} is charged to ${level}`);
		expectThat(!device.up || device.switched, `${id} runs and is off`);
		for (const [name, volume] of Object.entries(device.volumes)) {
			const used = Object.values(volume.files).reduce((sum, { kb }) => sum + kb, 0);
			expectThat(used <= volume.kb, `${id}/${name} holds more than it can`);
			expectThat(
				Object.values(volume.files).every(({ kb }) => kb >= 0),
				`${id}/${name} has a file below zero`
			);
		}
	}
	for (const [id, { dhcp }] of Object.entries(world.networks)) {
		const given = Object.values(dhcp.leases).map(({ address }) => address);
		expectThat(new Set(given).size === given.length, `${id} gave an address twice`);
		expectThat(
			Object.values(dhcp.leases).every(({ until }) => until > world.now),
			`${id} keeps an old lease`
		);
	}
	expectThat(
		world.schedule.every(({ at }) => at > world.now),
		'something is overdue'
	);
	return wrong;
}

const value = (rows: readonly { key: string; value: unknown }[], key: string) =>
	rows.find((one) => one.key === key)?.value;

/** Where a view and what people can do say different things. */
const contradictions = (world: World): string[] => atRest(world, () => findContradictions(world));

function findContradictions(world: World): string[] {
	const wrong: string[] = [];
	const agree = (holds: boolean, what: string) => void (holds || wrong.push(what));
	for (const ability of allAbilities(world)) {
		const why = canDo(world, ability);
		agree((symptom(why) === 'works') === why.ok, JSON.stringify(ability));
	}
	for (const who of CALLERS) {
		const on = seat(world, who);
		const device = world.devices[on]!;
		const opens = can(world, who, 'open', 'commune.example');
		const page = value(look(world, 'page', on, 'commune.example'), 'commune.example');
		agree(device.up ? (page === 'works') === opens.ok : page === undefined, `page at ${on}`);
		const isOn = value(look(world, 'power', on), 'lamp') === 'on';
		agree(isOn || !can(world, who, 'use', '').ok, `lamp of ${on}`);
		const address = value(look(world, 'lookup', on, 'commune.example'), 'commune.example');
		const isNumber = typeof address === 'string' && /^\d/.test(address);
		agree(!opens.ok || isNumber, `lookup at ${on}`);
		agree(!isNumber || broken(opens)?.rung !== 'name', `lookup at ${on} against its page`);
		const pings = value(look(world, 'ping', on, '203.0.113.20'), '203.0.113.20') === 'answers';
		const hasAddress = look(world, 'network', on).some(
			({ key, value: is }) => key.endsWith('/address') && is !== null
		);
		agree(!pings || hasAddress, `ping at ${on} without an address`);
		const account = world.people[who]!.account;
		const isLocked = account !== null && value(look(world, 'account', account), 'locked') === true;
		agree(isLocked || broken(can(world, who, 'sign-in', ''))?.rung !== 'lock', `lock of ${who}`);
		agree(!isLocked || !can(world, who, 'sign-in', '').ok, `sign-in of ${who} with a lock`);
		for (const { key, value: shown } of shows(world, who)) {
			const goal = world.people[who]!.goals.find(({ what, to }) =>
				key.startsWith(`${who} ${what} ${to}`.trim())
			)!;
			agree((shown === 'works') === canDo(world, { who, ...goal }).ok, `${who} sees`);
		}
		for (const { key, value: works } of neighbours(world, who)) {
			const [other = '', what = '', to = ''] = key.split(' ');
			agree(works === can(world, other, what as 'open', to).ok, `${key} for a neighbour`);
		}
	}
	for (const queue of ['q1', 'q2']) {
		const isPaused = value(look(world, 'queue', queue), 'paused') === true;
		agree(
			!isPaused || CALLERS.every((who) => !can(world, who, 'print', queue).ok),
			`${queue} prints and is paused`
		);
	}
	const isFull = room(world.devices['srv']!, 'var') === 0;
	const free = value(look(world, 'storage', 'srv'), 'var/free');
	agree(free === undefined || (free === 0) === isFull, 'free space');
	agree(
		!isFull || CALLERS.every((who) => !can(world, who, 'write', 'club').ok),
		'somebody writes in a full volume'
	);
	return wrong;
}

describe('whatever is broken, and whatever anybody does', () => {
	test.each(SEEDS)('no action corrupts the house, and all views tell the same truth (%i)', (seed) => {
		const next = chance(seed);
		const world = anyFaults(next);
		expect([...corruptions(world), ...contradictions(world)]).toEqual([]);
		for (const action of log(next, 25)) {
			perform(world, action);
			expect(corruptions(world), JSON.stringify(action)).toEqual([]);
		}
		expect(contradictions(world)).toEqual([]);
	});

	test.each(SEEDS)('a log is replayed to the same bytes, and leaves its start alone (%i)', (seed) => {
		const next = chance(1000 + seed);
		const start = anyFaults(next);
		const before = ordered(start);
		const actions = log(next, 25);
		const once = replay(start, actions);
		const shuffledKeys = JSON.parse(ordered(start)) as World;
		const again = replay(shuffledKeys, actions);
		expect(ordered(again)).toBe(ordered(once));
		let step = start;
		for (const action of actions) step = apply(step, action).world;
		expect(ordered(step)).toBe(ordered(once.world));
		expect(ordered(start)).toBe(before);
	});

	test.each(SEEDS)('time does not depend on how often somebody looks at the clock (%i)', (seed) => {
		const next = chance(2000 + seed);
		const world = replay(anyFaults(next), log(next, 12)).world;
		const parts = [Math.floor(next() * 90), 1, Math.floor(next() * 300)];
		const total = parts.reduce((sum, minutes) => sum + minutes, 0);
		const inParts = parts.reduce((then, minutes) => later(then, minutes), world);
		expect(ordered(inParts)).toBe(ordered(later(world, total)));
	});
});

test('looking, asking and testing change nothing but the time', () => {
	const next = chance(3000);
	const world = withFaults(HOUSE, ['cable-out'], 'nadia');
	const actions = log(next, 600).filter(
		(action) => ['look', 'test'].includes(kindOf(action)) || action.do === 'ask'
	);
	expect(new Set(actions.map((action) => action.do)).size).toBeGreaterThanOrEqual(5);
	for (const action of actions) {
		const after = apply(world, action).world;
		const untouched = later(world, after.now - world.now);
		// Whose letters were read is kept.
		expect(ordered({ ...after, deeds: [] }) === ordered(untouched), JSON.stringify(action)).toBe(true);
	}
});

const takes = (id: string, who: string): boolean =>
	fits(HOUSE, id, who) && without(ALL, abilities(withFaults(HOUSE, [id], who))).length > 0;

test.each(FAULT_NAMES)('%s takes something away, and undone it gives it back', (id) => {
	const who = CALLERS.find((one) => takes(id, one));
	expect(who).toBeDefined();
	const changes = faultChanges(HOUSE, id, who!);
	const world = copy(HOUSE);
	change(world, changes);
	pass(world, 0);
	expect(without(ALL, abilities(world))).not.toEqual([]);
	undo(world, changes, HOUSE);
	pass(world, 0);
	expect([...abilities(world)]).toEqual([...ALL]);
});

test('in the sound house everybody can do what she wants, today and tomorrow', () => {
	for (const world of [HOUSE, later(HOUSE, 1440)])
		for (const who of CALLERS)
			for (const goal of world.people[who]!.goals) expect(reason(canDo(world, { who, ...goal }))).toBeNull();
});
