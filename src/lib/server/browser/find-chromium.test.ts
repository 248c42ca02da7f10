import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

/** A program that is on every machine that runs this. */
const HERE = process.execPath;

test.each([
	[{ CHROMIUM: HERE }, [], { path: HERE }],
	[{ CHROMIUM: '/none' }, [HERE], { path: null, reason: 'browser-wrong' }],
	[{ CHROMIUM: ' off ' }, [HERE], { path: null, reason: 'browser-off' }],
	[{ CHROMIUM: '' }, ['/none', HERE], { path: HERE }],
	[{}, ['/none'], { path: null, reason: 'browser-not-installed' }]
])('%j among %j is %j', (env, candidates, found) => {
	expect(findChromium(env, candidates)).toEqual(found);
});
