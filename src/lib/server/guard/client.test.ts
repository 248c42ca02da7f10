import { expect, test } from 'vitest';
import { addressOf, clientOf, networkOf } from './client.ts';
import { createUsage } from './usage.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['::FFFF:c000:207', '192.0.2.7'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['2001:0db8:0:0:ffff::2', '2001:db8:0:0::/64'],
	['2001:db8:0:1::1', '2001:db8:0:1::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	[' ::1 ', '0:0:0:0::/64'],
	['unknown', null],
	['192.0.2.7:80', null],
	['', null]
])('"%s" counts as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('a client is an address and a browser there; a plain word is both', () => {
	expect(addressOf(clientOf('2001:db8:0:0::/64', 'ann'))).toBe('2001:db8:0:0::/64');
	expect(addressOf('coach')).toBe('coach');
});

test('what was used is forgiven by half each minute', () => {
	let time = 0;
	const usage = createUsage(() => time);
	usage.charge('a', 8);
	time = 60_000;
	expect(usage.used('a')).toBeCloseTo(4);
	usage.charge('a', 1);
	time = 120_000;
	expect(usage.used('a')).toBeCloseTo(2.5);
	expect(usage.used('b')).toBe(0);
});
