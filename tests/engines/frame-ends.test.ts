import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { openEnginePage } from '../support/engine-page.ts';
import { makePlan } from '../support/make-plan.ts';

/** A flag that only the processes of this file's browsers have; its value changes nothing here. */
const MARK = `--js-flags=--max-old-space-size=${1000 + (process.pid % 900)}`;
const openMarkedPage = () => openEnginePage(undefined, undefined, [MARK]);

/** Ticks of processor time (a hundredth of a second each) of every renderer of this file's browsers. */
function rendererTicks(): Map<string, number> {
	const ticks = new Map<string, number>();
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		try {
			const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
			if (!command.includes('--type=renderer') || !command.includes(MARK)) continue;
			const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
			const [user, system] = stat
				.slice(stat.lastIndexOf(')') + 2)
				.split(' ')
				.slice(11, 13);
			ticks.set(pid, Number(user) + Number(system));
		} catch {
			// It has ended meanwhile.
		}
	}
	return ticks;
}

/** The renderer that used most processor time during so long, and how much: ticks. */
async function busiest(ms: number): Promise<{ pid: string; ticks: number }> {
	const before = rendererTicks();
	await new Promise((resolve) => setTimeout(resolve, ms));
	const used = [...rendererTicks()].map(([pid, ticks]) => ({ pid, ticks: ticks - (before.get(pid) ?? 0) }));
	return used.sort((a, b) => b.ticks - a.ticks)[0]!;
}

/** The renderer that a loop is in: on a busy machine it takes a while until that is sure. */
async function looping(): Promise<string> {
	const before = rendererTicks();
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, 500));
		const used = [...rendererTicks()].map(([pid, ticks]) => ({ pid, ticks: ticks - (before.get(pid) ?? 0) }));
		const [first, second] = used.sort((a, b) => b.ticks - a.ticks);
		if (first && first.ticks > 80 && first.ticks > 4 * (second?.ticks ?? 0)) return first.pid;
	}
}

/** The page tells the server: Playwright does not talk to a page any more, one of whose frames has lost its process. */
const tell = (plans: readonly Plan[]) => `void (async (plans) => {
	for (const plan of plans) {
		const report = await (await window.engineSession).run(plan, {
			signal: new AbortController().signal,
			onEvent: ({ type }) => void (type === 'started' && fetch('/told?begun'))
		});
		await fetch('/told?' + report.status);
	}
})(${JSON.stringify(plans)})`;

const planOf = (main: string, timeMs: number) =>
	makePlan({
		files: { 'main.js': `${main}\nexport const one = 1;` },
		suite: {
			'tests/x.test.js': `import { expect, test } from 'vitest';
import { one } from '../start/main.js';
test('one', () => expect(one).toBe(1));`
		},
		expected: ['one'],
		timeMs
	});

test.runIf(process.platform === 'linux')(
	'a frame whose process is gone is known long before the limit, and the next check works at once',
	async () => {
		const engine = await openMarkedPage();
		try {
			const plans = [await planOf('for (;;) {}', 60_000), await planOf('', 20_000)];
			void engine.page.evaluate(tell(plans)).catch(() => {});
			// The run has begun when the server hears of it; from then on its loop is what uses the processor.
			await expect.poll(() => engine.strangeRequests.length, { timeout: 20_000 }).toBe(1);
			const pid = await looping();
			process.kill(Number(pid), 'SIGKILL');
			const killed = performance.now();
			await expect.poll(() => engine.strangeRequests.length, { timeout: 30_000, interval: 10 }).toBe(2);
			console.log(`The page knew after ${Math.round(performance.now() - killed)} ms`);
			await expect.poll(() => engine.strangeRequests.length, { timeout: 30_000 }).toBe(4);
			expect(engine.strangeRequests.map((request) => request.replace('GET /told?', ''))).toEqual([
				'begun',
				'out-of-memory',
				'begun',
				'ran'
			]);
		} finally {
			await engine.close();
		}
	},
	90_000
);

const FINALIZER = `const registry = new FinalizationRegistry(again);
function again() {
	for (let i = 0; i < 2000; i++) registry.register({ i }, i);
	globalThis.kept = new Array(50_000).fill(0);
}
again();
for (;;) again();`;

test.runIf(process.platform === 'linux')(
	'nothing of a run that was ended for its time uses the processor afterwards',
	async () => {
		const engine = await openMarkedPage();
		try {
			expect((await engine.run(await planOf(FINALIZER, 1500))).report.status).toBe('timeout');
			await new Promise((resolve) => setTimeout(resolve, 3000));
			// A core that is kept busy has a hundred; a page that does nothing has hardly one.
			expect((await busiest(2000)).ticks).toBeLessThan(40);
			expect((await engine.run(await planOf('', 5000))).report.status).toBe('ran');
		} finally {
			await engine.close();
		}
	},
	90_000
);
