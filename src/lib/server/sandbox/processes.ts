import { ENGINE_NEEDS, type EngineNeed } from '../../contract/exercise.ts';
import type { RunSetting } from '../../contract/run-setting.ts';
import type { Sandbox } from '../../engines/host/talk-with.ts';
import { SandboxFailed } from '../../engines/host/run-plan.ts';
import { createSpares, type Taken } from '../../engines/host/spares.ts';
import type { SandboxProcess } from './deno-sandbox.ts';

/** Starts one process for a need. */
export type StartSandbox = (need: EngineNeed, harden: boolean, setting?: RunSetting) => SandboxProcess;

/** How many processes wait, booted, for somebody's code: booting takes longer than most runs. */
export type SpareCounts = Readonly<Record<EngineNeed, number>>;

/**
 * Booted processes of each need, made when the need is first asked for, and made again for each one that is taken. Every
 * living process is known here, so that all can be ended.
 */
export function createProcesses(start: StartSandbox, counts: SpareCounts) {
	const alive = new Set<SandboxProcess>();
	let disposed = false;

	async function boot(need: EngineNeed, harden: boolean, setting?: RunSetting): Promise<Sandbox> {
		// Why it did not boot is said in the server's log, and not to a stranger.
		const failed = new SandboxFailed('The sandbox did not start', '');
		if (disposed) throw failed;
		let process: SandboxProcess;
		try {
			process = start(need, harden, setting);
		} catch (error) {
			console.error('A sandbox could not be started:', error);
			throw failed;
		}
		alive.add(process);
		void process.closed.then(() => alive.delete(process));
		if (await process.ready) return process.sandbox;
		throw failed;
	}

	const sparesOf = (need: EngineNeed) =>
		createSpares({
			make: (harden: boolean) => boot(need, harden),
			nameOf: String,
			count: counts[need]
		});
	const spares = { worker: sparesOf('worker'), dom: sparesOf('dom'), node: sparesOf('node') };

	return {
		get idle() {
			return ENGINE_NEEDS.reduce((sum, need) => sum + spares[need].ready.length, 0);
		},
		warm: (needs: readonly EngineNeed[] = ENGINE_NEEDS) =>
			needs.forEach((need) => spares[need].prepare(true)),
		/** A process that is ready; rejects with `SandboxFailed` where none boots. Whoever takes it ends it. */
		take(need: EngineNeed, harden: boolean): Promise<Taken<Sandbox>> {
			const taking = spares[need].take(harden);
			// For open realms, which few exercises need, none is kept.
			if (harden) spares[need].prepare(true);
			return taking;
		},
		/** The same in another setting than the stated one; none waits for it. */
		takeIn: (setting: RunSetting, need: EngineNeed, harden: boolean) => boot(need, harden, setting),
		/** Ends every process; settles when they are gone. */
		async dispose(): Promise<void> {
			disposed = true;
			for (const need of ENGINE_NEEDS) spares[need].dispose();
			for (const { sandbox } of alive) sandbox.kill();
			await Promise.all([...alive].map(({ closed }) => closed));
		}
	};
}
