import { expect, test } from 'vitest';
import { createBrowsers } from './browsers.ts';
import { createGuard } from './guard.ts';

const word = (index: number) => `visit-${String(index).padStart(12, '0')}`;

test('browsers of one network are told apart; who says nothing, or nonsense, shares', () => {
	const of = createBrowsers();
	expect(of('192.0.2.1', word(1))).toBe(`192.0.2.1 ${word(1)}`);
	expect(of('2001:db8::1', word(1))).toBe(of('2001:db8::2', word(1)));
	expect(of('192.0.2.1', undefined)).toBe('192.0.2.1 any');
	expect(of('192.0.2.1', 'short')).toBe('192.0.2.1 any');
	expect(of('192.0.2.1', `${word(1)} x`)).toBe('192.0.2.1 any');
	expect(of('nowhere', undefined)).toBe('unknown any');
});

test('who invents words has no more than a class; those who were there keep theirs', () => {
	let time = 0;
	const of = createBrowsers(() => time);
	const clients = new Set(Array.from({ length: 5000 }, (_, index) => of('192.0.2.1', word(index))));
	expect(clients.size).toBe(65);
	expect(of('192.0.2.1', word(0))).toBe(`192.0.2.1 ${word(0)}`);
	expect(of('192.0.2.9', word(4999))).toBe(`192.0.2.9 ${word(4999)}`);
	time = 11 * 60_000;
	expect(of('192.0.2.1', word(4999))).toBe(`192.0.2.1 ${word(4999)}`);
});

test('one browser that floods is refused, and its class is not', () => {
	const guard = createGuard();
	const flood = guard.clientOf('192.0.2.1', word(0));
	const refused = Array.from({ length: 2000 }, () => guard.wait('compile', flood)).filter((wait) => wait > 0);
	expect(refused.length).toBeGreaterThan(1800);
	for (let learner = 1; learner <= 20; learner++) {
		const client = guard.clientOf('192.0.2.1', word(learner));
		for (let press = 0; press < 5; press++) {
			expect(guard.wait('compile', client)).toBe(0);
			expect(guard.wait('verify', client)).toBe(0);
		}
	}
});

test('words that are invented give an address no more than it has', () => {
	const guard = createGuard();
	const served = Array.from({ length: 5000 }, (_, index) =>
		guard.wait('verify', guard.clientOf('192.0.2.1', word(index)))
	).filter((wait) => wait === 0);
	expect(served.length).toBeLessThan(200);
	expect(guard.wait('verify', guard.clientOf('192.0.2.2', word(1)))).toBe(0);
});
