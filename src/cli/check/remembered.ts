import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../lib/contract/exercise.ts';
import { writeWhole } from '../../lib/server/catalog/write-whole.ts';
import type { Problem, ProblemCode } from '../../lib/contract/problem.ts';
import type { Setup } from '../setup.ts';
import type { MutationScore } from './prove.ts';

/** Part of the key of what is remembered: raised when a check finds something else in the same exercise. */
const CHECK_VERSION = 5;

/** What trying one exercise found. */
export interface Tried {
	problems: readonly Problem[];
	runs: number;
	/** Hidden and visible tests; 0 where the suites do not compile. */
	tests: number;
	/** How long the solution ran, ms; null where it did not pass. */
	solutionMs: number | null;
	/** See `Proof`. */
	mutants: MutationScore | null;
	/** Whether pages were judged without a browser: one may find something else. */
	provisional: boolean;
}

/** Said of the machine as much as of the exercise: tried again the next time. */
const OF_THE_MACHINE: ReadonlySet<ProblemCode> = new Set([
	'engine-failed',
	'near-time-limit',
	'second-try',
	'missing-package',
	'collect-failed'
]);

/** Results of earlier checks, by the content of the exercise and everything that tries it. The folder can be deleted. */
export interface Memory {
	/** Null where this version of the exercise was not tried yet. */
	get(exercise: Exercise): Promise<Tried | null>;
	put(exercise: Exercise, tried: Tried): Promise<void>;
}

export function openMemory({
	results,
	harnesses,
	engine,
	judge
}: Pick<Setup, 'results' | 'harnesses' | 'engine' | 'judge'>): Memory {
	const version = createHash('sha256')
		.update(`${CHECK_VERSION} ${judge} ${JSON.stringify(harnesses)}`)
		.digest('hex');
	const fileOf = ({ id, hash }: Exercise): string => {
		// The id too: problems name it.
		const key = createHash('sha256')
			.update(JSON.stringify([version, engine, id, hash]))
			.digest('hex');
		return join(results, `${key.slice(0, 32)}.json`);
	};
	return {
		async get(exercise) {
			try {
				return JSON.parse(await readFile(fileOf(exercise), 'utf8')) as Tried;
			} catch {
				// Not there, or cut off while it was written.
				return null;
			}
		},
		async put(exercise, tried) {
			if (tried.problems.some(({ code }) => OF_THE_MACHINE.has(code))) return;
			await writeWhole(fileOf(exercise), JSON.stringify(tried));
		}
	};
}
