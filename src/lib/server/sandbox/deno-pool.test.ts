import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nodeHarnesses } from '../../../../tests/support/make-plan.ts';
import { createDenoPool, poolSettings } from './deno-pool.ts';
import { noWalls, type Walls } from './probe-walls.ts';

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

test('walls that could not be tried are tried again for the next one who asks, and then no more', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-pool-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const raise = vi
		.fn<() => Promise<Walls>>()
		.mockRejectedValueOnce(new Error('The disk is full'))
		.mockImplementation(() => Promise.resolve(noWalls()));
	const settings = { ...poolSettings({}), warm: { worker: 0, dom: 0, node: 0 } };
	const pool = createDenoPool({
		deno: '/bin/false',
		harnesses: await nodeHarnesses(),
		folder,
		settings,
		raise
	});
	onTestFinished(() => pool.dispose());
	await expect(pool.warm()).rejects.toThrow('The disk is full');
	await pool.warm();
	await pool.warm();
	expect(raise).toHaveBeenCalledTimes(2);
});
