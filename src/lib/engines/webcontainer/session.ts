import type { WebContainer } from '@webcontainer/api';
import { sleep, within } from '../../abort.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import type { PageSession, RunOptions, Wait } from '../engine.ts';
import { failedReport } from '../host/reports.ts';
import type { Sandbox } from '../host/talk-with.ts';
import { oneAtATime } from '../host/one-at-a-time.ts';
import { createSpares } from '../host/spares.ts';
import { runPlan, SandboxFailed } from '../host/run-plan.ts';
import type { SandboxRequest } from '../host/take-sandbox.ts';
import { createMachine } from './machine.ts';
import { createInstaller, InstallFailed } from './packages.ts';
import type { ContainerScripts } from './runner.ts';
import { READY_LIMIT_MS, startRunner, type RunnerKind } from './runner-process.ts';

/** A killed process is gone in a moment; one that is not must not keep the next run. */
const END_LIMIT_MS = 2000;
const ENGINE: Report['engine'] = { id: 'webcontainer', reason: 'default' };

const NO_PROCESS = 'No process could be started in the container';

/** Runs in a booted container, one at a time. The next runner is started ahead, so that a click finds it ready. */
export function createSession(
	container: WebContainer,
	scripts: ContainerScripts,
	release: () => void
): PageSession {
	const installer = createInstaller(container);
	const machine = createMachine(container);
	const queue = oneAtATime();
	/** Settles when no program of a run is left that could touch what the next one gets. */
	let quiet: Promise<unknown> = Promise.resolve();
	const disposed = new AbortController();

	async function start(kind: RunnerKind): Promise<Sandbox> {
		await quiet;
		const { sandbox, ready, tail } = await startRunner(container, scripts, kind, disposed.signal);
		if (!(await ready)) throw new SandboxFailed(NO_PROCESS, tail());
		return sandbox;
	}
	const spares = createSpares({ make: start, nameOf: (kind: RunnerKind) => JSON.stringify(kind) });

	/** A runner that is ready; whatever is started while nobody waits any more is killed. */
	async function take(kind: RunnerKind, signal: AbortSignal): Promise<Sandbox> {
		const taking = spares.take(kind);
		const late = () => new SandboxFailed(NO_PROCESS, '');
		try {
			const { sandbox } = await within(taking, { signal, limitMs: READY_LIMIT_MS, late });
			let killed = () => {};
			const gone = new Promise<void>((resolve) => (killed = resolve)).then(() => sleep(END_LIMIT_MS));
			quiet = Promise.race([sandbox.ended, gone]);
			return {
				...sandbox,
				kill() {
					sandbox.kill();
					killed();
				}
			};
		} catch (error) {
			void taking.then(({ sandbox }) => sandbox.kill()).catch(() => {});
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
		try {
			await installer.ensure(versions, signal, (log) => wait({ step: 'installing', log }));
			const taking = async ({ another }: SandboxRequest) => {
				const sandbox = await take(kind, signal);
				if (another) spares.prepare(kind);
				return sandbox;
			};
			// What is installed needs no script with packages.
			return await runPlan(taking, { ...plan, packages: { versions, code: null } }, ENGINE, options);
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			return failedReport(plan, ENGINE, error instanceof InstallFailed ? error.log : String(error));
		} finally {
			close();
			spares.prepare(kind);
		}
	}

	spares.prepare({ harden: true, packages: [] });
	return {
		run: (plan, options) => queue(() => runOne(plan, options)),
		prepare() {},
		machine,
		dispose() {
			if (disposed.signal.aborted) return;
			disposed.abort();
			spares.dispose();
			release();
		}
	};
}
