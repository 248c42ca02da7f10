import { expect, test } from 'vitest';
import { bridge } from '../house/bridge.ts';
import { FAULT_NAMES, withFaults } from '../house/faults.ts';
import type { What } from '../state/people.ts';
import { can } from './can.ts';
import { reason } from './why.ts';

const JOBS = 'emploi.example';

/** Each fault of the library: who notices, at what, and the last step of the reason. */
const REASONS: [fault: string, who: string, what: What, to: string, reason: string][] = [
	['pool-full', 'nadia', 'open', JOBS, 'address:none'],
	['old-name-server', 'nadia', 'open', JOBS, 'name:silent'],
	['portal-asks', 'nadia', 'open', JOBS, 'portal:asks'],
	['cable-out', 'nadia', 'open', JOBS, 'link:cable-out'],
	['cable-broken', 'nadia', 'open', JOBS, 'link:cable-broken'],
	['nic-disabled', 'nadia', 'open', JOBS, 'link:disabled'],
	['wrong-gateway', 'nadia', 'open', JOBS, 'route:silent'],
	['provider-down', 'nadia', 'open', JOBS, 'name:no-answer'],
	['names-stopped', 'nadia', 'open', JOBS, 'name:silent'],
	['old-line', 'nadia', 'open', JOBS, 'far:silent'],
	['clock-battery', 'nadia', 'open', JOBS, 'tls:too-early'],
	['airplane', 'fatou', 'open', JOBS, 'link:airplane'],
	['old-wifi-key', 'fatou', 'open', JOBS, 'link:wrong-key'],
	['wrong-wifi', 'fatou', 'open', 'mail.example', 'rule:blocked'],
	['access-point-out', 'fatou', 'open', JOBS, 'link:no-signal'],
	['old-password', 'yusuf', 'sign-in', '', 'lock:locked'],
	['forgot-password', 'yusuf', 'sign-in', '', 'secret:forgotten'],
	['account-off', 'yusuf', 'sign-in', '', 'account:disabled'],
	['no-group', 'karim', 'write', 'team', 'right:none'],
	['factor-lost', 'yusuf', 'sign-in', '', 'factor:lost'],
	['disk-full', 'ines', 'run', 'srv/checkin', 'space:full'],
	['queue-stuck', 'karim', 'print', 'q1', 'queue:paused'],
	['no-paper', 'karim', 'print', 'q1', 'part:empty'],
	['printer-moved', 'karim', 'print', 'q1', 'far:silent'],
	['spooler-stopped', 'karim', 'print', 'q1', 'far:refused'],
	['greedy-process', 'nadia', 'use', '', 'load:busy'],
	['port-worn', 'lambert', 'charge', '', 'part:worn'],
	['port-dirty', 'lambert', 'charge', '', 'part:dirty'],
	['power-cable-broken', 'lambert', 'charge', '', 'part:broken'],
	['adapter-weak', 'lambert', 'charge', '', 'part:weak'],
	['battery-worn', 'lambert', 'charge', '', 'part:worn'],
	['battery-dangerous', 'lambert', 'charge', '', 'part:dangerous'],
	['muted', 'nadia', 'hear', '', 'setting:muted'],
	['other-output', 'nadia', 'hear', '', 'setting:other-output'],
	['other-layout', 'nadia', 'type', '', 'setting:other-layout']
];

const house = bridge();

test.each(REASONS)('%s: %s cannot %s %s: %s', (fault, who, what, to, because) => {
	expect(reason(can(house, who, what, to))).toBeNull();
	expect(reason(can(withFaults(house, [fault], who), who, what, to))).toBe(because);
});

test('every fault of the library has its reason here', () => {
	expect(REASONS.map(([fault]) => fault)).toEqual(FAULT_NAMES);
});

test('the path says everything that was looked at, from the power to the right', () => {
	const { ok, path } = can(house, 'karim', 'write', 'team');
	expect(ok).toBe(true);
	const rungs = path.map(({ rung }) => rung);
	expect([...new Set(rungs)]).toEqual([
		'power',
		'link',
		'address',
		'far',
		'run',
		'clock',
		'account',
		'lock',
		'secret',
		'right',
		'space'
	]);
});

test('what is under a reason stands in its path: the name server is silent because the line is down', () => {
	const { path } = can(withFaults(house, ['provider-down'], 'nadia'), 'nadia', 'open', JOBS);
	expect(path.filter(({ ok }) => !ok).map(({ rung, is }) => `${rung}:${is}`)).toEqual([
		'line:down',
		'name:no-answer'
	]);
});

test('visitors do not reach the house’s own network', () => {
	expect(reason(can(house, 'lambert', 'open', 'planning.pont.example'))).toBe('name:unknown');
	expect(reason(can(house, 'lambert', 'read', 'team'))).toBe('rule:blocked');
});

test.each(['constructor', '__proto__', 'toString', ''])('%j is nobody and nothing', (name) => {
	expect(can(house, name, 'use', '').ok).toBe(false);
	for (const what of ['open', 'print', 'read', 'run', 'keep', 'page'] as const)
		expect(can(house, 'karim', what, name).ok).toBe(false);
	expect(can(house, 'karim', 'use', '', name).ok).toBe(false);
	expect(can(house, 'karim', 'hear', '', name).ok).toBe(false);
});
