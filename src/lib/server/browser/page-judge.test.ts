import { expect, onTestFinished, test, vi } from 'vitest';
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

/** Seconds of the judge's own clock, which a test moves. */
function stopClock(): (seconds: number) => Promise<unknown> {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
	onTestFinished(() => void vi.useRealTimers());
	return (seconds) => vi.advanceTimersByTimeAsync(seconds * 1000);
}

test('where no browser starts at first it is tried again, after pauses that grow, until one does', async () => {
	const pass = stopClock();
	const { judge, probe, said } = judgeWith(['network']);
	probe.mockResolvedValueOnce(null).mockResolvedValueOnce(null);
	await judge.raise();
	expect(judge.start).toBe(null);
	expect(judge.judgement()).toMatchObject({ reason: 'browser-not-walled', failures: 1, nextInSeconds: 30 });
	await pass(31);
	expect(judge.judgement()).toMatchObject({ verified: false, failures: 2, nextInSeconds: 59 });
	await pass(58);
	expect(probe).toHaveBeenCalledTimes(2);
	await pass(2);
	expect(judge.judgement()).toMatchObject({ verified: true });
	expect(judge.start).toBeTypeOf('function');
	expect(said.map(({ verified }) => verified)).toEqual([false, false, true]);
	await pass(100_000);
	expect(probe).toHaveBeenCalledTimes(3);
});

test('who needs it makes the next try come sooner, waits for none, and costs one in two minutes', async () => {
	const pass = stopClock();
	const { judge, probe } = judgeWith(['network']);
	probe.mockResolvedValue(null);
	await judge.raise();
	await pass(30 * (1 + 2 + 4 + 8 + 16));
	expect([probe.mock.calls.length, judge.judgement()]).toMatchObject([6, { nextInSeconds: 960 }]);
	const ask = () => Promise.all(Array.from({ length: 50 }, () => judge.raise()));
	await ask();
	expect(probe).toHaveBeenCalledTimes(6);
	await pass(121);
	probe.mockReturnValue(new Promise(() => {}));
	await ask();
	expect(probe).toHaveBeenCalledTimes(7);
	expect(judge.judgement()).toMatchObject({ verified: false, nextInSeconds: 0 });
});

test('what could not be tried is said, tried again, and no error of who asks', async () => {
	const pass = stopClock();
	const error = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => error.mockRestore());
	const { judge, probe, said } = judgeWith(['network']);
	probe.mockRejectedValueOnce(new Error('The disk is full'));
	await judge.raise();
	expect(String(error.mock.calls[0]?.[1])).toContain('The disk is full');
	expect(judge.judgement()).toMatchObject({ verified: false, reason: 'browser-not-tried' });
	expect(describeJudgement(said[0]!, null)).toMatch(/could not be tried.*It is tried again in 30 s\./);
	await pass(31);
	expect(judge.judgement()).toMatchObject({ verified: true });
});

test('browsers that open no page are given up for a while, and not for good', async () => {
	const pass = stopClock();
	const error = vi.spyOn(console, 'error').mockImplementation(() => {});
	onTestFinished(() => error.mockRestore());
	const { judge, probe } = judgeWith(['network']);
	await judge.raise();
	const open = async () => expect(await judge.start!(true).ready).toBe(false);
	const fails = async () => {
		for (let count = 0; count < 3; count++) {
			expect(judge.judgement()).toMatchObject({ verified: true });
			await open();
		}
	};
	await fails();
	expect([judge.start, judge.judgement()]).toMatchObject([null, { reason: 'browser-fails', failures: 1 }]);
	await pass(31);
	expect(probe).toHaveBeenCalledTimes(2);
	// It has not opened one since: the next pause is longer.
	await fails();
	expect(judge.judgement()).toMatchObject({ reason: 'browser-fails', nextInSeconds: 60 });
});

test('what did not work at each way to start a browser is told to the operator', async () => {
	const { judge, probe, said } = judgeWith(['network']);
	probe.mockImplementationOnce(async ({ onFailed }) => {
		onFailed?.('bwrap, with its own sandbox: no namespaces');
		return null;
	});
	await judge.raise();
	expect(judge.judgement()).toMatchObject({ tried: ['bwrap, with its own sandbox: no namespaces'] });
	expect(describeJudgement(said[0]!, null)).toContain('\n  bwrap, with its own sandbox: no namespaces');
	await judge.dispose();
});

test('an end gives up what is being tried, waits for its end, and nothing is tried afterwards', async () => {
	const pass = stopClock();
	const { judge, probe, said } = judgeWith(['network']);
	let ended = false;
	probe.mockImplementation(
		({ signal }) =>
			new Promise((_, reject) => {
				signal!.addEventListener(
					'abort',
					() =>
						void Promise.resolve().then(() => {
							ended = true;
							reject(signal!.reason as Error);
						})
				);
			})
	);
	const raising = judge.raise();
	await judge.dispose();
	await raising;
	expect([ended, said]).toEqual([true, []]);
	await pass(100_000);
	expect(probe).toHaveBeenCalledTimes(1);
});
