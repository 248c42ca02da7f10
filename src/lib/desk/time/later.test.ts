import { expect, test } from 'vitest';
import { can } from '../can/can.ts';
import { reason } from '../can/why.ts';
import { replay } from '../act/apply.ts';
import { bridge } from '../house/bridge.ts';
import { withFaults } from '../house/faults.ts';
import { look } from '../look/look.ts';
import { restarted, later } from './later.ts';

const house = bridge();
const opens = (world: typeof house, who: string) => reason(can(world, who, 'open', 'commune.example'));

test('a lease that is dropped while its device is there gives two devices one address', () => {
	const drop = { do: 'drop-lease', by: 'me', network: 'lan', device: 'pc-2' } as const;
	const leave = { do: 'cable', by: 'me', device: 'pc-3', nic: 'cable', to: 'out' } as const;
	const start = withFaults(house, ['pool-full'], 'nadia');
	const { world } = replay(start, [drop]);
	expect(opens(world, 'nadia')).toBe('address:conflict');
	expect(opens(world, 'yusuf')).toBe('address:conflict');
	expect(opens(replay(world, [leave]).world, 'yusuf')).toBeNull();
});

test('what a router gives with an address reaches a device when it asks again', () => {
	const { world } = replay(house, [{ do: 'set-dhcp-dns', by: 'me', network: 'lan', servers: '10.20.0.9' }]);
	expect(opens(world, 'nadia')).toBeNull();
	expect(opens(replay(world, [{ do: 'renew', by: 'me', device: 'pc-3' }]).world, 'nadia')).toBe(
		'name:silent'
	);
	expect(opens(later(world, 241), 'nadia')).toBe('name:silent');
});

test('without a router that gives addresses, devices keep theirs until they end', () => {
	const { world } = replay(house, [{ do: 'switch-dhcp', by: 'me', network: 'lan', on: false }]);
	expect(opens(later(world, 400), 'nadia')).toBeNull();
	expect(opens(later(world, 480), 'nadia')).toBe('address:none');
});

test('a tablet that does not charge lives as long as its battery', () => {
	const world = withFaults(house, ['port-worn'], 'lambert');
	expect(look(later(world, 44), 'power', 'tablet-7')).toContainEqual({ key: 'lamp', value: 'on' });
	expect(look(later(world, 45), 'power', 'tablet-7')).toContainEqual({ key: 'lamp', value: 'off' });
});

test('a removed log keeps its room until the service that writes it stops', () => {
	const start = withFaults(house, ['disk-full'], 'ines');
	const remove = {
		do: 'file',
		by: 'me',
		device: 'srv',
		volume: 'var',
		file: 'checkin.log',
		to: 'remove'
	} as const;
	const { world } = replay(start, [remove]);
	expect(look(world, 'storage', 'srv').filter(({ key }) => key.startsWith('var/'))).toEqual([
		{ key: 'var/size', value: 20_000_000 },
		{ key: 'var/free', value: 0 },
		{ key: 'var/files', value: 9_000_000 }
	]);
	const stop = { do: 'run', by: 'me', device: 'srv', run: 'checkin', to: 'stop' } as const;
	expect(look(replay(world, [stop]).world, 'storage', 'srv')).toContainEqual({
		key: 'var/free',
		value: 11_000_000
	});
});

test('a clock that is set by hand is wrong again after a restart; one that asks for the time is right', () => {
	const start = withFaults(house, ['clock-battery'], 'nadia');
	const set = (auto: boolean) => ({ do: 'set-clock', by: 'me', device: 'pc-3', skew: 0, auto }) as const;
	expect(opens(restarted(replay(start, [set(false)]).world), 'nadia')).toBe('tls:too-early');
	expect(opens(restarted(replay(start, [set(true)]).world), 'nadia')).toBeNull();
});

test('a service that does not begin by itself is gone after a restart', () => {
	const start = withFaults(house, ['spooler-stopped'], 'karim');
	const prints = (world: typeof house) => can(world, 'karim', 'print', 'q1').ok;
	const begin = { do: 'run', by: 'me', device: 'srv', run: 'spooler', to: 'start' } as const;
	const { world } = replay(start, [begin]);
	expect([prints(start), prints(world), prints(restarted(world))]).toEqual([false, true, false]);
	const auto = { do: 'run-auto', by: 'me', device: 'srv', run: 'spooler', on: true } as const;
	expect(prints(restarted(replay(world, [auto]).world))).toBe(true);
});

test('the provider comes two hours after the call', () => {
	const start = withFaults(house, ['provider-down'], 'nadia');
	const { world } = replay(start, [{ do: 'escalate', by: 'me', to: 'provider' }]);
	expect(opens(later(world, 100), 'nadia')).not.toBeNull();
	expect(opens(later(world, 120), 'nadia')).toBeNull();
	expect(opens(later(start, 1440), 'nadia')).not.toBeNull();
});

test('an access point whose plug is put in begins to work, and phones find their way back', () => {
	const start = withFaults(house, ['access-point-out'], 'fatou');
	const { world } = replay(start, [{ do: 'plug-in', by: 'me', device: 'ap', part: 'outlet' }]);
	expect([opens(start, 'fatou'), opens(world, 'fatou')]).toEqual(['link:no-signal', null]);
});
