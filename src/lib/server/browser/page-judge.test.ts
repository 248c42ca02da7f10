import { expect, test, vi } from 'vitest';
import { WALLS, type Wall } from '../sandbox/walls.ts';
import type { WallsPolicy } from '../sandbox/walls-policy.ts';
import { browserWays } from './browser-ways.ts';
import { describeJudgement } from './describe-judgement.ts';
import type { ChromiumBinary } from './find-chromium.ts';
import { createPageJudge, type PageJudgement } from './page-judge.ts';
import type { BrowserWalls, probeBrowser } from './probe-browser.ts';

const [enclosure] = browserWays({ PATH: '' }).slice(-1);
const found = (standing: readonly Wall[]): BrowserWalls => ({
	way: {
		ownSandbox: true,
		inside: null,
		enclosure: enclosure?.enclosure ?? {
			name: 'limits',
			claims: [],
			user: null,
			filter: null,
			enclose: () => []
		}
	},
	standing,
	missing: WALLS.filter((wall) => !standing.includes(wall))
});

/** A judge of a machine on which a browser starts with these walls; null: none starts. */
function judgeWith(
	standing: readonly Wall[] | null,
	{
		chromium = { path: '/browser' },
		policy = 'use'
	}: { chromium?: ChromiumBinary; policy?: WallsPolicy } = {}
) {
	const probe = vi.fn<typeof probeBrowser>(async (_options, enough = () => true) => {
		const way = standing && found(standing);
		return way && enough(way.missing) ? way : null;
	});
	const said: PageJudgement[] = [];
	const judge = createPageJudge({
		chromium,
		policy,
		probe,
		pages: { around: '', frame: '' },
		deno: '/deno',
		canary: '',
		folder: '/folder',
		onJudgement: (judgement) => said.push(judgement)
	});
	return { judge, probe, said };
}

test('nobody knows who judges pages before somebody has tried; then it is tried once and said once', async () => {
	const { judge, probe, said } = judgeWith(['network', 'files', 'processes']);
	expect([judge.judgement(), judge.start]).toEqual([null, null]);
	await Promise.all([judge.raise(), judge.raise()]);
	await judge.raise();
	expect(probe).toHaveBeenCalledTimes(1);
	expect(said).toHaveLength(1);
	expect(judge.judgement()).toMatchObject({ verified: true, ownSandbox: true, browsers: 0 });
	expect(judge.start).toBeTypeOf('function');
});

test.each([
	[['network', 'files', 'processes'], 'require', true],
	[['user', 'network'], 'require', false],
	[['user', 'network'], 'use', true],
	[[], 'use', true],
	[null, 'use', false]
] as const)(
	'with the walls %j and the policy %s pages are verified: %s',
	async (standing, policy, verified) => {
		const { judge } = judgeWith(standing, { policy });
		await judge.raise();
		expect(judge.judgement()).toMatchObject(
			verified ? { verified } : { verified, reason: 'browser-not-walled' }
		);
		expect(judge.start === null).toBe(!verified);
	}
);

test.each(['browser-not-installed', 'browser-wrong', 'browser-off'] as const)(
	'without a browser nothing is tried, and the reason is told: %s',
	async (reason) => {
		const { judge, probe, said } = judgeWith([], { chromium: { path: null, reason } });
		await judge.raise();
		expect(probe).not.toHaveBeenCalled();
		expect(said).toEqual([{ verified: false, reason }]);
		expect(describeJudgement(said[0]!, null)).toMatch(
			/^Pages are not verified \(.{10,}\): their grades stay "practised"/
		);
	}
);

test('what could not be tried is tried again for the next one who asks', async () => {
	const { judge, probe } = judgeWith(['network']);
	probe.mockRejectedValueOnce(new Error('The disk is full'));
	await expect(judge.raise()).rejects.toThrow('The disk is full');
	await judge.raise();
	expect(judge.judgement()).toMatchObject({ verified: true });
});
