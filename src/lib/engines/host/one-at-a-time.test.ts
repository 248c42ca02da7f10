import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('each begins when the one before it has ended, also where that failed', async () => {
	const order: string[] = [];
	const queue = oneAtATime();
	const work = (name: string, fails: boolean) =>
		queue(async () => {
			order.push(`${name} begins`);
			await new Promise((resolve) => setImmediate(resolve));
			order.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		});
	const all = await Promise.allSettled([work('a', true), work('b', false)]);
	expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
	expect(all).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b' }]);
});
