import { EngineError, type Engine, type EngineSession, type LikelyRun } from '../engine.ts';
import { runPlan, type SandboxRequest } from '../host/run-plan.ts';
import { onStuck } from '../host/stuck-frames.ts';
import { announcePageRun } from '../host/page-runs.ts';
import { untilStarted } from '../host/until-started.ts';
import { openRunFrame, type SpareFrame } from './run-frame.ts';

export interface DomEngineOptions {
	/** Where the page of `frame-page.ts` is, with the harness of pages in it. */
	url: string;
	/** The frame that the page was served with, where it was; asked for once, at boot. */
	frame?: () => HTMLIFrameElement | null;
}

/**
 * The dom engine: for each run a fresh opaque-origin frame without network, its document the learner's page. A spare is
 * always booted before it is needed, so that a click finds it ready.
 */
export function createDomEngine(options: DomEngineOptions): Engine {
	return {
		id: 'dom',
		supports: (need) => (need === 'node' ? { ok: false, reason: 'needs-node' } : { ok: true }),
		async boot(signal): Promise<EngineSession> {
			const life = new AbortController();
			let brought = options.frame?.() ?? null;
			let spare: Promise<SpareFrame> | null = null;
			let likely: LikelyRun | null = null;
			let last: Promise<unknown> = Promise.resolve();

			const open = (harden: boolean): Promise<SpareFrame> => {
				const frame = harden ? brought : null;
				brought = null;
				return openRunFrame({ url: options.url, harden, brought: frame, signal: life.signal });
			};
			const tellSpare = () => {
				const hint = likely;
				void spare?.then(
					(frame) => {
						if (hint && hint === likely)
							frame.prepare({ type: 'prepare', learner: hint.learner, suite: hint.suite });
					},
					() => {}
				);
			};
			const prepare = (harden: boolean) => {
				if (life.signal.aborted) return;
				const opening = open(harden);
				// A spare that failed is tried again by the run.
				opening.catch(() => {});
				spare = opening;
				tellSpare();
			};
			const take = async (harden: boolean): Promise<SpareFrame> => {
				const ready = spare;
				spare = null;
				const frame = await ready?.catch(() => null);
				if (frame && frame.harden === harden && !frame.lost.aborted) return frame;
				frame?.kill();
				// One that was lost to a loop in a frame beside it is opened again a turn later, when that one is gone.
				return open(harden).catch(async () => {
					await new Promise((resolve) => setTimeout(resolve));
					return open(harden);
				});
			};

			signal.addEventListener('abort', () => life.abort(signal.reason), { signal: life.signal });
			try {
				const first = await open(true).catch(() => open(true));
				spare = Promise.resolve(first);
			} catch (cause) {
				life.abort();
				throw new EngineError('boot-failed', 'The frame of the page could not be opened', { cause });
			}
			onStuck(() => {
				// The spare went with the frame that hangs. A turn later: the process is gone by then.
				if (spare) setTimeout(() => spare && prepare(true));
			}, life.signal);
			return {
				run(plan, runOptions) {
					const harden = !plan.allowPrototype;
					const taking = async ({ another }: SandboxRequest) => {
						const sandbox = untilStarted(await take(harden), () => open(harden));
						if (another) prepare(harden);
						return sandbox;
					};
					const result = last.then(() => {
						const over = announcePageRun();
						return runPlan(taking, plan, { id: 'dom', reason: 'default' }, runOptions).finally(() => {
							over();
							if (!spare) prepare(harden);
						});
					});
					last = result.catch(() => {});
					return result;
				},
				prepare(next) {
					if (next.learner === likely?.learner && next.suite === likely.suite) return;
					likely = next;
					tellSpare();
				},
				dispose() {
					life.abort(new DOMException('The engine was disposed', 'AbortError'));
					void spare?.then((frame) => frame.kill()).catch(() => {});
				}
			};
		}
	};
}
