import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EngineNeed } from '../../contract/exercise.ts';
import { startDeno } from './deno-sandbox.ts';
import type { Harnesses } from './native-engine.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';
import { sandboxScript } from './sandbox-script.ts';
import type { SpareCounts } from './spares.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const WARM: SpareCounts = { worker: 2, dom: 1, node: 1 };
const QUEUE = 64;
const PER_CLIENT = 8;

function wholeNumber(text: string | undefined, otherwise: number): number {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}

/**
 * What an operator may set. `VERIFY_WARM`: spare processes, "4" for programs and 1 for the other needs, or
 * "worker=4,dom=2,node=0". `VERIFY_PARALLEL`: runs at a time. `VERIFY_QUEUE`: runs that may wait.
 */
export function poolSettings(env: Variables): Omit<PoolOptions, 'start'> {
	const named = new Map(
		(env.VERIFY_WARM ?? '').split(',').map((part) => {
			const [name = '', count] = part.split('=');
			return count === undefined ? (['worker', name] as const) : ([name.trim(), count] as const);
		})
	);
	return {
		warm: {
			worker: wholeNumber(named.get('worker'), WARM.worker),
			dom: wholeNumber(named.get('dom'), WARM.dom),
			node: wholeNumber(named.get('node'), WARM.node)
		},
		parallel: Math.max(1, wholeNumber(env.VERIFY_PARALLEL, availableParallelism())),
		queue: wholeNumber(env.VERIFY_QUEUE, QUEUE),
		perClient: PER_CLIENT
	};
}

/** Writes a need's program, once for each version of its harness. Returns its path. */
function writeScript(folder: string, need: EngineNeed, harness: string): string {
	const script = sandboxScript(harness);
	const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
	const file = join(folder, `${need}-${hash}.js`);
	if (existsSync(file)) return file;
	// Renamed into place, so that another process never reads half a program.
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, script);
	renameSync(temporary, file);
	return file;
}

/** A pool of processes of Deno. `folder` is its own: the programs of the processes, and Deno's caches. */
export function createDenoPool(options: {
	deno: string;
	harnesses: Harnesses;
	folder: string;
	settings: Omit<PoolOptions, 'start'>;
}): Pool {
	const { deno, folder, harnesses } = options;
	const denoDir = join(folder, 'deno');
	mkdirSync(denoDir, { recursive: true });
	const scripts = new Map<EngineNeed, string>();
	return createPool({
		...options.settings,
		start(need, harden) {
			const script = scripts.get(need) ?? writeScript(folder, need, harnesses[need]);
			scripts.set(need, script);
			return startDeno({ deno, script, denoDir, harden });
		}
	});
}
