import { expect, test } from 'vitest';
import type { Action } from '../act/action.ts';
import { bridge } from '../house/bridge.ts';
import { withFaults } from '../house/faults.ts';
import { symptom } from '../look/symptom.ts';
import { canDo } from '../can/can.ts';
import type { World } from '../state/world.ts';
import { inseparable, ruledOut, shortestDiagnosis, standing } from './rivals.ts';

const me = 'me';
const look = (view: 'network' | 'clock' | 'parts', of: string): Action => ({
	do: 'look',
	by: me,
	view,
	of,
	at: ''
});
const at = (view: 'ping' | 'lookup' | 'page', target: string): Action => ({
	do: 'look',
	by: me,
	view,
	of: 'pc-3',
	at: target
});
const ask = (about: 'shows' | 'neighbours'): Action => ({ do: 'ask', by: me, person: 'nadia', about });
const cable: Action = { do: 'try-cable', by: me, device: 'pc-3', nic: 'cable' };
const power: Action = { do: 'look', by: me, view: 'power', of: 'router', at: '' };

const LOOKS = [
	ask('shows'),
	ask('neighbours'),
	look('network', 'pc-3'),
	at('ping', '10.20.0.1'),
	at('ping', '203.0.113.10'),
	at('lookup', 'emploi.example'),
	look('parts', 'pc-3'),
	look('clock', 'pc-3'),
	cable,
	power
];

/** All of them begin with "the job site does not open". */
const CAUSES = [
	'pool-full',
	'old-name-server',
	'portal-asks',
	'cable-out',
	'cable-broken',
	'nic-disabled',
	'wrong-gateway',
	'provider-down',
	'names-stopped',
	'old-line',
	'clock-battery'
];
const SOUND = bridge();
const worlds: Record<string, World> = Object.fromEntries(
	CAUSES.map((id) => [id, withFaults(SOUND, [id], 'nadia')])
);
const rivalsOf = (cause: string) => Object.fromEntries(Object.entries(worlds).filter(([id]) => id !== cause));

test.each(CAUSES)('%s: the job site does not open', (id) => {
	const goal = { who: 'nadia', what: 'open', to: 'emploi.example', on: 'pc-3' } as const;
	expect(symptom(canDo(worlds[id]!, goal))).not.toBe('works');
});

test('all causes behind one sentence can be told apart', () => {
	expect(inseparable(worlds, LOOKS)).toEqual([]);
});

test('with too few looks some of them cannot', () => {
	expect(inseparable(worlds, [at('ping', '203.0.113.10')])).toContainEqual(['old-line', 'old-name-server']);
});

test.each(CAUSES)('%s: there is a way of at most three looks that rules out all others', (id) => {
	expect(shortestDiagnosis(worlds[id]!, rivalsOf(id), LOOKS)).not.toBeNull();
});

test('a rival is ruled out at the first look that would have shown something else', () => {
	const rivals = { 'old-name-server': worlds['old-name-server']!, 'cable-broken': worlds['cable-broken']! };
	const log = [ask('neighbours'), look('network', 'pc-3'), cable];
	// The cable is seen to carry nothing; that there is no address would be so in both.
	expect(ruledOut(worlds['pool-full']!, rivals, log)).toEqual({ 'old-name-server': 1, 'cable-broken': 1 });
	expect(ruledOut(worlds['cable-out']!, { 'cable-broken': worlds['cable-broken']! }, log)).toEqual({
		'cable-broken': null
	});
});

test('what still stands counts from the first repair; a test with a spare is none', () => {
	const repair: Action = { do: 'cable', by: me, device: 'pc-3', nic: 'cable', to: 'new' };
	const start = worlds['cable-broken']!;
	const rivals = { 'provider-down': worlds['provider-down']!, 'pool-full': worlds['pool-full']! };
	expect(standing(start, rivals, [repair, ask('neighbours'), cable])).toEqual(['pool-full', 'provider-down']);
	expect(standing(start, rivals, [cable, ask('neighbours'), look('network', 'pc-3'), repair])).toEqual([]);
	expect(standing(start, rivals, [ask('neighbours')])).toEqual([]);
});
