import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Problem } from '../../lib/contract/problem.ts';
import { artifactStore, type Setup } from '../setup.ts';
import { checkExercise, type CheckedExercise, type Checking } from './check-exercise.ts';
import { checkMap } from './check-map.ts';
import { openMemory } from './remembered.ts';
import { shareSession } from './share-session.ts';
import { exercisesOfRoot, type Targets } from './targets.ts';

export interface CheckOptions {
	targets: Targets;
	setup: Setup;
	/** Other roots whose exercises may be linked to or be prerequisites. Default: none. */
	neighbours?: readonly string[];
	/** Tries unchanged exercises again too. Default: false. */
	all?: boolean;
	/** Tries changes of right work that no test may notice, and remembers nothing. Default: false. */
	mutants?: boolean;
	/** Runs at a time. Default: as many as there are processors. */
	jobs?: number;
	signal: AbortSignal;
	/** Called after each exercise, in the order in which they end. */
	onChecked?: (checked: CheckedExercise) => void;
}

export interface Checked {
	/** In the order of the targets. */
	exercises: readonly CheckedExercise[];
	/** Of each root that a checked exercise lies in: what is wrong with its map and between its exercises. */
	maps: readonly { root: string; problems: readonly Problem[] }[];
	/** Milliseconds. */
	durationMs: number;
}

/** Checks exercises, several at a time, and the maps of their roots. Rejects when aborted. */
export async function checkAll(options: CheckOptions): Promise<Checked> {
	const {
		targets,
		setup,
		neighbours = [],
		mutants = false,
		signal,
		jobs = availableParallelism(),
		onChecked
	} = options;
	const started = performance.now();
	// One listener for each run that waits.
	setMaxListeners(0, signal);
	const roots = [...new Set([...targets.roots, ...targets.exercises.map(({ root }) => root)])];
	const idsOf = new Map(
		await Promise.all(
			[...new Set([...roots, ...neighbours])].map(
				async (root) => [root, (await exercisesOfRoot(root)).map(({ id }) => id)] as const
			)
		)
	);
	const ids = new Set([...idsOf.values()].flat());
	const stores = new Map(roots.map((root) => [root, artifactStore(setup, root)]));
	const memory = openMemory(setup);
	const checking: Checking = {
		...shareSession(setup.session, jobs),
		kinds: setup.kinds,
		artifacts: (root, exercise) => stores.get(root)!.get(exercise),
		memory: options.all || mutants ? null : memory,
		mutants,
		provisional: setup.provisional,
		exists: (id) => ids.has(id),
		signal
	};

	const exercises: CheckedExercise[] = [];
	const next = targets.exercises.entries();
	const work = async (): Promise<void> => {
		for (const [index, place] of next) {
			signal.throwIfAborted();
			const { checked, tried } = await checkExercise(place, checking);
			if (tried && checked.exercise && !mutants) await memory.put(checked.exercise, tried);
			exercises[index] = checked;
			onChecked?.(checked);
		}
	};
	// One more than there are runs at a time: the next is read and compiled meanwhile.
	await Promise.all(Array.from({ length: jobs + 1 }, work));
	const maps = await Promise.all(
		roots.map(async (root) => ({
			root,
			problems: await checkMap({
				root,
				ids: idsOf.get(root) ?? [],
				checked: exercises.filter((one) => one.root === root),
				whole: targets.roots.includes(root),
				kinds: setup.kinds,
				elsewhere: ids
			})
		}))
	);
	return { exercises, maps, durationMs: performance.now() - started };
}
