import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';
import { isSameOrigin } from './same-origin.ts';

const request = (headers: Record<string, string>, method = 'GET') =>
	new Request('https://school.example/api/compile', { method, headers });

test.each([
	['same-origin', true],
	['same-site', false],
	['cross-site', false],
	['none', false]
])('a request marked %s is %s', (site, allowed) => {
	expect(isSameOrigin(request({ 'sec-fetch-site': site }), 'https://school.example')).toBe(allowed);
});

test('without the mark, a POST must name this origin', () => {
	expect(isSameOrigin(request({ origin: 'https://school.example' }, 'POST'), 'https://school.example')).toBe(
		true
	);
	expect(isSameOrigin(request({ origin: 'https://evil.example' }, 'POST'), 'https://school.example')).toBe(
		false
	);
	expect(isSameOrigin(request({}, 'POST'), 'https://school.example')).toBe(false);
});

test('a client that asks too often waits, another does not', () => {
	const limit = createRateLimit({ burst: 2, perSecond: 1 });
	expect([limit('a', 0), limit('a', 0), limit('a', 0)]).toEqual([0, 0, 1]);
	expect(limit('b', 0)).toBe(0);
	expect(limit('a', 1000)).toBe(0);
});
