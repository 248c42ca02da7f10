import type { WebContainer } from '@webcontainer/api';
import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import type { EngineSession, RunOptions, Wait } from '../engine.ts';
import { failedReport } from '../host/reports.ts';
import { runPlan, SandboxFailed, type SandboxRequest } from '../host/run-plan.ts';
import { createMachine } from './machine.ts';
import { createInstaller, InstallFailed } from './packages.ts';
import type { ContainerScripts } from './runner.ts';
import { startRunner, type Runner, type RunnerKind } from './runner-process.ts';
import { until } from './until.ts';

/** Reading the harness inside a container takes an old laptop some seconds; longer is a container that hangs. */
const READY_LIMIT_MS = 30_000;
/** A killed process is gone in a moment; one that is not must not keep the next run. */
const END_LIMIT_MS = 2000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const ENGINE: Report['engine'] = { id: 'webcontainer', reason: 'default' };

const NO_PROCESS = 'No process could be started in the container';

/** Runs in a booted container, one at a time. The next runner is started ahead, so that a click finds it ready. */
export function createSession(
	container: WebContainer,
	scripts: ContainerScripts,
	release: () => void
): EngineSession {
	const installer = createInstaller(container);
	const machine = createMachine(container);
	let last: Promise<unknown> = Promise.resolve();
	let spare: { kind: string; runner: Promise<Runner> } | null = null;
	let disposed = false;

	const start = (kind: RunnerKind): Promise<Runner> => startRunner(container, scripts, kind);

	const afterEnd = (ended: Promise<unknown>) => Promise.race([ended, sleep(END_LIMIT_MS)]);

	/** `after`: no program of a run is left then that could touch what the next one gets. */
	function prepare(kind: RunnerKind, after: Promise<unknown>): void {
		if (disposed || spare?.kind === JSON.stringify(kind)) return;
		const old = spare;
		void old?.runner.then((runner) => runner.sandbox.kill()).catch(() => {});
		spare = { kind: JSON.stringify(kind), runner: after.then(() => start(kind)) };
		// A spare that failed is tried again by the run.
		spare.runner.catch(() => {});
	}

	async function takeSpare(kind: RunnerKind): Promise<Runner | null> {
		const taken = spare;
		spare = null;
		const runner = await taken?.runner.catch(() => null);
		if (!runner || (taken?.kind === JSON.stringify(kind) && (await runner.ready))) return runner ?? null;
		runner.sandbox.kill();
		return null;
	}

	/** A runner that is ready; whatever is started while nobody waits any more is killed. */
	async function take(kind: RunnerKind, signal: AbortSignal): Promise<Runner> {
		const getting = (async () => {
			const runner = (await takeSpare(kind)) ?? (await start(kind));
			if (await runner.ready) return runner;
			throw new SandboxFailed(NO_PROCESS, runner.tail());
		})();
		try {
			const late = () => new SandboxFailed(NO_PROCESS, '');
			return await until(getting, { signal, limitMs: READY_LIMIT_MS, late });
		} catch (error) {
			void getting.then((runner) => runner.sandbox.kill()).catch(() => {});
			throw error;
		}
	}

	async function runOne(plan: Plan, options: RunOptions): Promise<Report> {
		const { signal, onEvent } = options;
		const wait = (wait: Wait) => onEvent?.({ type: 'waiting', runId: plan.runId, wait });
		const { versions } = plan.packages;
		const kind: RunnerKind = { harden: !plan.allowPrototype, packages: Object.keys(versions) };
		signal.throwIfAborted();
		const close = machine.beginRun();
		let ended: Promise<unknown> = Promise.resolve();
		try {
			await installer.ensure(versions, signal, (log) => wait({ step: 'installing', log }));
			const taking = async ({ another }: SandboxRequest) => {
				const runner = await take(kind, signal);
				ended = runner.sandbox.ended;
				if (another) prepare(kind, afterEnd(ended));
				return runner.sandbox;
			};
			// What is installed needs no script with packages.
			return await runPlan(taking, { ...plan, packages: { versions, code: null } }, ENGINE, options);
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			return failedReport(plan, ENGINE, error instanceof InstallFailed ? error.log : String(error));
		} finally {
			close();
			prepare(kind, afterEnd(ended));
		}
	}

	prepare({ harden: true, packages: [] }, Promise.resolve());
	return {
		run(plan, options) {
			const result = last.then(() => runOne(plan, options));
			last = result.catch(() => {});
			return result;
		},
		machine,
		dispose() {
			if (disposed) return;
			disposed = true;
			release();
		}
	};
}
