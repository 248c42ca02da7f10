import type { BugResult, KillMap } from '../../contract/kill-map.ts';
import type { Plan, PlannedRun } from '../../contract/plan.ts';
import type { Baseline, BugsToTry, TestedProgram } from '../../contract/tested-program.ts';
import type { RunOptions } from '../engine.ts';
import { hearRun } from './hear-message.ts';
import { requestOf } from './run-in-sandbox.ts';
import type { TakeSandbox } from './take-sandbox.ts';
import { newNonce, START_LIMIT_MS, talkWith, type Sandbox } from './talk-with.ts';

/** A sandbox that has begun and says nothing for so long is stuck in a test. */
const STEP_MS = 1000;
const STEP_FACTOR = 10;

/** Sandboxes that may fail one after another without anything having been tried in them. */
const MOST_FAILURES = 3;

interface Stuck {
	/** Null: on the correct program. */
	bug: string | null;
	test: number;
}

/** Which tests are tried on the bugs of which program. */
interface Tried {
	/** Whose tests; they all pass there. */
	run: PlannedRun;
	program: TestedProgram;
	baseline: Baseline;
}

/** What came of one sandbox: the unstable tests it found, what it is stuck in, or nothing where it broke. */
type End = { unstable: readonly number[] } | { stuck: Stuck } | { failed: true };

/** Tries bugs in one sandbox until it has ended, or is stuck. Rejects only when aborted; the sandbox is killed in every case. */
function tryIn(
	sandbox: Sandbox,
	plan: Plan,
	{ run, program }: Tried,
	wanted: BugsToTry,
	signal: AbortSignal,
	onBug: (result: BugResult) => void
): Promise<End> {
	const nonce = newNonce();
	const usual = wanted.baseline.durations.reduce((sum, ms) => sum + ms, 0);
	const stepMs = Math.min(plan.limits.timeMs, STEP_MS + usual * STEP_FACTOR);
	let last: Stuck | null = null;
	return talkWith<End>(sandbox, signal, (resolve, after) => {
		const stop = () => resolve(last ? { stuck: last } : { failed: true });
		let forget = after(START_LIMIT_MS, stop);
		const hear: Parameters<typeof hearRun>[1] = (message) => {
			forget();
			forget = after(stepMs, stop);
			if (message.type === 'trying') last = { bug: message.bug, test: message.test };
			if (message.type === 'bug') {
				last = null;
				onBug(message.bug);
			}
			if (message.type === 'held') stop();
			if (message.type === 'done')
				resolve(
					message.status === 'ran' && message.unstable ? { unstable: message.unstable } : { failed: true }
				);
		};
		sandbox.listen(hearRun(nonce, hear, () => resolve({ failed: true })));
		void sandbox.ended.then(stop);
		sandbox.post({
			...requestOf(plan, run, nonce),
			program: { scripts: program.scripts, try: wanted, ...(run.own?.suite && { ours: true }) }
		});
	});
}

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

/**
 * A bug as it is, once more is known about which tests count. Where none does, the tests may as well not have been read
 * without a bug: that they could not be read with it says nothing.
 */
function settled(
	{ id, state, how, by }: BugResult,
	{ tests }: Baseline,
	unstable: ReadonlySet<number>
): BugResult {
	const left = by.filter((test) => !unstable.has(test));
	const noticed = how === 'load' ? unstable.size < tests.length : left.length > 0;
	if (state !== 'caught' || noticed) return { id, state, how, by: left };
	return { id, state: 'escaped', how: null, by: [] };
}

/**
 * Tries tests, which all pass on the program without a bug, on every bug. In a sandbox of its own: what a test could
 * remember of the correct program is not there. A test that does not end costs a sandbox, and has noticed the bug. Null where
 * sandboxes fail by our own fault; rejects only when aborted.
 */
export async function tryAllBugs(
	takeSandbox: TakeSandbox,
	plan: Plan,
	tried: Tried,
	{ signal, onEvent }: RunOptions
): Promise<KillMap | null> {
	const { run, program, baseline } = tried;
	const results = new Map<string, BugResult>();
	/** Tests that did not end, by bug. */
	const stuck = new Map<string, number[]>();
	const unstable = new Set(baseline.unstable);
	const left = () => program.bugs.filter(({ id }) => !results.has(id));
	let failures = 0;

	function take(result: BugResult): void {
		const endless = stuck.get(result.id) ?? [];
		const by = ascending(new Set([...result.by, ...endless]));
		const bug: BugResult =
			endless.length > 0 ? { id: result.id, state: 'caught', how: 'endless', by } : result;
		results.set(bug.id, bug);
		onEvent?.({ type: 'bug', runId: plan.runId, run: run.id, bug, left: left().length });
	}

	while (left().length > 0) {
		const wanted: BugsToTry = {
			baseline: { ...baseline, unstable: [...unstable] },
			bugs: left().map((bug) => ({ bug, done: stuck.get(bug.id) ?? [] }))
		};
		const before = results.size;
		const sandbox = await takeSandbox({ signal, another: true }).catch(() => null);
		signal.throwIfAborted();
		const end: End = sandbox ? await tryIn(sandbox, plan, tried, wanted, signal, take) : { failed: true };
		if ('unstable' in end) for (const test of end.unstable) unstable.add(test);
		if ('stuck' in end) {
			const { bug, test } = end.stuck;
			if (bug === null) unstable.add(test);
			else stuck.set(bug, [...(stuck.get(bug) ?? []), test]);
		}
		if ('failed' in end) failures = results.size > before ? 0 : failures + 1;
		if (failures >= MOST_FAILURES) return null;
	}
	return {
		version: 1,
		tests: [...baseline.tests],
		unstable: ascending(unstable),
		bugs: program.bugs.map(({ id }) => settled(results.get(id)!, baseline, unstable))
	};
}
