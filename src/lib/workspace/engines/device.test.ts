import { expect, test } from 'vitest';
import { readDevice } from './device.ts';

const isolated = { crossOriginIsolated: true, SharedArrayBuffer, Worker: class {} };
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1';

test.each([
	[{ userAgent: mac, maxTouchPoints: 0 }, false],
	[{ userAgent: mac, maxTouchPoints: 5 }, true],
	[{ userAgent: iphone, maxTouchPoints: 5 }, true],
	[{ userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/150', maxTouchPoints: 5 }, false]
])('%o is an iPhone or iPad: %s', (clues, ios) => {
	expect(readDevice(clues, isolated).ios).toBe(ios);
});

test.each([
	[{ saveData: true, effectiveType: '4g' }, true],
	[{ effectiveType: 'slow-2g' }, true],
	[{ effectiveType: '2g' }, true],
	[{ effectiveType: '3g' }, false],
	[undefined, false]
])('the line %o is slow: %s', (connection, slow) => {
	expect(readDevice({ userAgent: mac, connection }, isolated).slowLine).toBe(slow);
});

test('isolation needs both the headers and shared memory', () => {
	expect(readDevice({ userAgent: mac }, isolated).isolated).toBe(true);
	expect(readDevice({ userAgent: mac }, { ...isolated, crossOriginIsolated: false }).isolated).toBe(false);
	expect(readDevice({ userAgent: mac }, { ...isolated, SharedArrayBuffer: undefined }).isolated).toBe(false);
});

test('a browser that does not tell its memory is not taken for a weak one', () => {
	expect(readDevice({ userAgent: mac }, isolated).memoryGb).toBeNull();
	expect(readDevice({ userAgent: mac, deviceMemory: 0.5 }, isolated).memoryGb).toBe(0.5);
});
