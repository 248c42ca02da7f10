import { ENGINE_NEEDS, type EngineNeed } from '../../contract/exercise.ts';
import type { SandboxProcess } from './deno-sandbox.ts';

/** Starts one process for a need. */
export type StartSandbox = (need: EngineNeed, harden: boolean) => SandboxProcess;

/** How many processes wait, booted, for somebody's code: booting takes longer than most runs. */
export type SpareCounts = Readonly<Record<EngineNeed, number>>;

/** A process that is ready for a run; `cold` where somebody had to wait for it. */
export interface Taken {
	process: SandboxProcess;
	cold: boolean;
}

interface Spare {
	process: SandboxProcess;
	isReady: boolean;
}

/**
 * Booted processes of each need, made when the need is first asked for, and made again for each one that is taken. Every
 * living process is known here, so that all can be ended.
 */
export function createSpares(start: StartSandbox, counts: SpareCounts) {
	const spares: Record<EngineNeed, Spare[]> = { worker: [], dom: [], node: [] };
	const alive = new Set<SandboxProcess>();
	let disposed = false;

	function begin(need: EngineNeed, harden: boolean): SandboxProcess {
		const process = start(need, harden);
		alive.add(process);
		void process.closed.then(() => alive.delete(process));
		return process;
	}

	function fill(need: EngineNeed): void {
		while (!disposed && spares[need].length < counts[need]) {
			const spare: Spare = { process: begin(need, true), isReady: false };
			spares[need].push(spare);
			void spare.process.ready.then((there) => (spare.isReady = there));
			// One that ends by itself is not replaced at once: what cannot boot would be started for ever.
			void spare.process.closed.then(() => {
				const at = spares[need].indexOf(spare);
				if (at >= 0) spares[need].splice(at, 1);
			});
		}
	}

	/** A ready spare if there is one, else the one that has been booting longest. */
	function pick(need: EngineNeed): Spare | undefined {
		const all = spares[need];
		const spare = all.find(({ isReady }) => isReady) ?? all[0];
		if (spare) all.splice(all.indexOf(spare), 1);
		return spare;
	}

	return {
		get idle() {
			return ENGINE_NEEDS.reduce(
				(sum, need) => sum + spares[need].filter(({ isReady }) => isReady).length,
				0
			);
		},
		warm: () => ENGINE_NEEDS.forEach(fill),
		/** A process that is ready, tried twice; null where none boots. Whoever takes it ends it. */
		async take(need: EngineNeed, harden: boolean): Promise<Taken | null> {
			const spare = harden ? pick(need) : undefined;
			const warm = spare?.isReady === true;
			const first = spare?.process ?? begin(need, harden);
			if (harden) fill(need);
			if (await first.ready) return { process: first, cold: !warm };
			const second = disposed ? null : begin(need, harden);
			return second && (await second.ready) ? { process: second, cold: true } : null;
		},
		/** Ends every process; settles when they are gone. */
		async dispose(): Promise<void> {
			disposed = true;
			for (const { sandbox } of alive) sandbox.kill();
			await Promise.all([...alive].map(({ closed }) => closed));
		}
	};
}
