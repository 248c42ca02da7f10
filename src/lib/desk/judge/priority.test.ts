import { expect, test } from 'vitest';
import { bridge } from '../house/bridge.ts';
import { withFaults } from '../house/faults.ts';
import { later } from '../time/later.ts';
import { priority } from './priority.ts';

const house = bridge();

test.each([
	['cable-out', 'nadia', ['nadia'], 240],
	['provider-down', 'nadia', ['fatou', 'karim', 'nadia'], 240],
	['names-stopped', 'karim', ['fatou', 'karim', 'nadia'], 240],
	['old-name-server', 'karim', ['karim'], null],
	['queue-stuck', 'karim', ['karim'], null],
	['disk-full', 'ines', ['ines'], 60]
])('%s: who is hit, and how long it can wait', (fault, who, hit, minutes) => {
	expect(priority(withFaults(house, [fault], who))).toEqual({ hit, minutes });
});

test('two people with two causes are not one', () => {
	const world = withFaults(withFaults(house, ['cable-out'], 'karim'), ['cable-out'], 'nadia');
	expect(priority(world).hit).toEqual(['nadia']);
});

test('time runs out, and does not go below nothing', () => {
	const world = withFaults(house, ['cable-out'], 'nadia');
	expect([200, 300].map((minutes) => priority(later(world, minutes)).minutes)).toEqual([40, 0]);
});

test('nobody is hit in a sound house', () => {
	expect(priority(house)).toEqual({ hit: [], minutes: null });
});
