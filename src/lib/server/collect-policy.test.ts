import { expect, test } from 'vitest';
import { CollectRefused, createCollect } from './collect-policy.ts';
import type { Collectable } from '../kinds/kind.ts';
import { CollectError } from './sandbox/collect.ts';

const from: Collectable = {
	need: 'worker',
	learner: { code: '', map: '', pages: {} },
	files: {},
	packages: { versions: {}, code: null },
	suite: { code: '', statics: [] }
};
const owner = { id: 'a/b', root: '/x', imported: false };

/** Says where a suite was looked at. */
const policy = (pool: (() => Promise<string[]>) | null, trusted: boolean) =>
	createCollect({
		pool: pool && { collect: pool },
		why: 'Deno is not installed',
		inThreads: async () => ['in threads'],
		trusts: () => trusted
	})(from, owner);

test('suites are looked at in the sandbox where there is one, whoever wrote them', async () => {
	const sandbox = async () => ['in the sandbox'];
	expect(await policy(sandbox, true)).toEqual(['in the sandbox']);
	expect(await policy(sandbox, false)).toEqual(['in the sandbox']);
});

test('a sandbox that does not start is not replaced by the web server, not even for trusted suites', async () => {
	const broken = () => Promise.reject(new Error('EMFILE'));
	await expect(policy(broken, true)).rejects.toThrow(/a\/b is not served.*EMFILE/);
	await expect(policy(broken, false)).rejects.toThrow(CollectRefused);
});

test('a suite that fails in the sandbox is the coach’s mistake', async () => {
	await expect(policy(() => Promise.reject(new CollectError('why')), false)).rejects.toThrow(CollectError);
});

test('without a sandbox only trusted suites are looked at', async () => {
	expect(await policy(null, true)).toEqual(['in threads']);
	await expect(policy(null, false)).rejects.toThrow('because Deno is not installed');
});
