import { expect, test } from 'vitest';
import { supportOf } from './support.ts';

const desktop = {
	crossOriginIsolated: true,
	sharedMemory: true,
	userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
	touchPoints: 0
};
const mac =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';

test.each([
	['a desktop browser on an isolated page', {}, 'ok'],
	['a page that is not isolated', { crossOriginIsolated: false }, 'not-isolated'],
	['a browser without shared memory', { sharedMemory: false }, 'not-isolated'],
	['a Mac', { userAgent: mac }, 'ok'],
	['an iPad, which says that it is a Mac', { userAgent: mac, touchPoints: 5 }, 'ios'],
	[
		'an iPhone',
		{ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', touchPoints: 5 },
		'ios'
	],
	[
		'an Android phone',
		{ userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/156.0.0.0 Mobile', touchPoints: 5 },
		'ok'
	]
])('%s: %s', (_, facts, expected) => {
	const support = supportOf({ ...desktop, ...facts });
	expect(support.ok ? 'ok' : support.reason).toBe(expected);
});
