import { expect, test } from 'vitest';
import { poolSettings } from './deno-pool.ts';

test.each([
	[{}, { worker: 2, dom: 1, node: 1 }],
	[{ VERIFY_WARM: '5' }, { worker: 5, dom: 1, node: 1 }],
	[{ VERIFY_WARM: 'worker=4, dom=0,node=3' }, { worker: 4, dom: 0, node: 3 }],
	[{ VERIFY_WARM: 'many' }, { worker: 2, dom: 1, node: 1 }]
])('%j keeps %j processes warm', (env, warm) => {
	expect(poolSettings(env).warm).toEqual(warm);
});

test('at least one run at a time, and as many waiting as the operator says', () => {
	expect(poolSettings({ VERIFY_PARALLEL: '0', VERIFY_QUEUE: '3' })).toMatchObject({ parallel: 1, queue: 3 });
	expect(poolSettings({ VERIFY_PARALLEL: 'x' }).parallel).toBeGreaterThan(0);
});
