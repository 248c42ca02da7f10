import type { Report } from '../../contract/report.ts';
import type { LikelyRun, PageSession } from '../engine.ts';
import type { PrepareRequest } from '../harness/protocol.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { runPlan } from './run-plan.ts';
import type { SandboxRequest } from './take-sandbox.ts';
import { createSpares } from './spares.ts';
import { untilStarted, type LosableSandbox } from './until-started.ts';

/** A booted sandbox of the page: hardened, warm, not yet used. */
export interface PageSandbox extends LosableSandbox {
	/** Hands over scripts that its run will probably have. */
	prepare(request: PrepareRequest): void;
}

/**
 * Runs in sandboxes of the page, one at a time, with a spare that is ready before the click. The next spare is made when
 * a run has ended, so that it does not take the processor from it; within a plan of several runs, while one runs.
 * @param open makes a sandbox; `harden`: see `allowPrototype` of the contract
 * @param begin called before each plan; what it returns, after it
 */
export function createPageSession(options: {
	engine: Report['engine'];
	open(harden: boolean): Promise<PageSandbox>;
	begin?(): () => void;
	dispose(): void;
}) {
	const { engine, open, begin = () => () => {}, dispose } = options;
	const queue = oneAtATime();
	let likely: LikelyRun | null = null;
	let hardened = true;
	let running = false;
	const tell = (sandbox: PageSandbox) => {
		if (likely) sandbox.prepare({ type: 'prepare', ...likely });
	};
	const spares = createSpares<boolean, PageSandbox>({ make: open, nameOf: String, onReady: tell });

	const session: PageSession = {
		run: (plan, run) =>
			queue(async () => {
				const harden = (hardened = !plan.allowPrototype);
				running = true;
				const taking = async ({ another }: SandboxRequest) => {
					const { sandbox } = await spares.take(harden);
					if (another) spares.prepare(harden);
					return untilStarted(sandbox, () => open(harden));
				};
				const over = begin();
				try {
					return await runPlan(taking, plan, engine, run);
				} finally {
					over();
					running = false;
					spares.prepare(harden);
				}
			}),
		prepare(next) {
			if (next.learner === likely?.learner && next.suite === likely.suite) return;
			likely = next;
			spares.ready.forEach(tell);
		},
		machine: null,
		dispose() {
			spares.dispose();
			dispose();
		}
	};
	return {
		session,
		/** Settles when the first spare is ready; rejects where it cannot be made. */
		warm: (): Promise<void> => spares.warm(true),
		/** Makes the spare anew where it was lost; a run that is under way does that at its end. */
		refill(): void {
			if (!running) spares.prepare(hardened);
		}
	};
}
