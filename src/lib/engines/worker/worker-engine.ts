import type { Engine, EngineSession, LikelyRun } from '../engine.ts';
import { runPlan, type SandboxRequest } from '../host/run-plan.ts';
import { untilStarted } from '../host/until-started.ts';
import { openSandboxFrame, type SandboxFrame, type SpareSandbox } from './sandbox-frame.ts';

export interface WorkerEngineOptions {
	/** Where the page of `sandbox-page.ts` is. */
	sandboxUrl: string;
	/** The frame that the page was served with, where it was; asked for once, at boot. */
	frame?: () => HTMLIFrameElement | null;
}

/**
 * The worker engine: an opaque-origin frame without network, and in it one fresh hardened worker for each run.
 * A spare is always booted before it is needed, so that a click finds it ready.
 */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
	return {
		id: 'worker',
		supports: (need) => {
			if (need !== 'worker') return { ok: false, reason: 'needs-page' };
			return typeof Worker === 'function' ? { ok: true } : { ok: false, reason: 'no-worker' };
		},
		async boot(): Promise<EngineSession> {
			const brought = options.frame?.() ?? null;
			let frame: Promise<SandboxFrame> = openSandboxFrame(options.sandboxUrl, brought);
			let spare: Promise<SpareSandbox> | null = null;
			let disposed = false;
			let last: Promise<unknown> = Promise.resolve();

			const spawn = async (harden: boolean): Promise<SpareSandbox> => {
				const old = frame;
				if (
					await old.then(
						(open) => open.dead,
						() => true
					)
				) {
					// A turn later: the process of the old one is gone then. Once, also where two ask for it.
					await new Promise((resolve) => setTimeout(resolve));
					if (frame === old) frame = openSandboxFrame(options.sandboxUrl, null);
				}
				return (await frame).spawn(harden);
			};
			let likely: LikelyRun | null = null;
			const tellSpare = () => {
				const hint = likely;
				void spare?.then(
					(sandbox) => {
						if (hint && hint === likely)
							sandbox.prepare({ type: 'prepare', learner: hint.learner, suite: hint.suite });
					},
					() => {}
				);
			};
			const prepare = (harden: boolean) => {
				if (disposed) return;
				spare = spawn(harden);
				tellSpare();
			};
			const take = async (harden: boolean): Promise<SpareSandbox> => {
				const ready = spare;
				spare = null;
				try {
					const sandbox = await ready;
					if (sandbox?.harden === harden && !(await frame).dead) return sandbox;
					sandbox?.kill();
				} catch {
					// A spare that failed to boot is tried again once, below, before it counts as our failure.
				}
				return spawn(harden);
			};

			await frame;
			prepare(true);
			// Booted means ready to run; a spare that failed is tried again by the run.
			await (spare as Promise<unknown> | null)?.catch(() => {});
			return {
				run(plan, runOptions) {
					const harden = !plan.allowPrototype;
					const taking = async ({ another }: SandboxRequest) => {
						const sandbox = untilStarted(await take(harden), () => spawn(harden));
						if (another) prepare(harden);
						return sandbox;
					};
					const result = last.then(() =>
						runPlan(taking, plan, { id: 'worker', reason: 'default' }, runOptions).finally(() => {
							if (!spare) prepare(harden);
						})
					);
					last = result.catch(() => {});
					return result;
				},
				prepare(next) {
					if (next.learner === likely?.learner && next.suite === likely.suite) return;
					likely = next;
					tellSpare();
				},
				dispose() {
					disposed = true;
					void frame.then((open) => open.remove()).catch(() => {});
				}
			};
		}
	};
}
