import type { Around } from '$lib/contract/around.ts';
import type { PublicExercise } from '$lib/contract/exercise.ts';
import type { PagePorts } from '$lib/workspace/page-ports.ts';

interface Neighbour {
	id: string;
	title: string;
}

/** What the page knows of an exercise and its place on the map. */
export interface ExerciseView {
	exercise: PublicExercise;
	/** Its former id, where it was asked for by that; else null. */
	formerly: string | null;
	/** Whether a pass can become `verified` on this server: only then it shows its solution. */
	verifies: boolean;
	/** Of the line it is on. */
	letter: string;
	around: Around;
	neighbours: { previous: Neighbour | null; next: Neighbour | null };
	/** Null on the server. */
	ports: PagePorts | null;
}
