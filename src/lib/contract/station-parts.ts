import type { EngineNeed } from './exercise.ts';

/** What a device asks of a station before it keeps it. */
export interface StationParts {
	id: string;
	hash: string;
	need: EngineNeed;
	examples: boolean;
	/** About what comes over the line: the page, its data and its suites, compressed. */
	bytes: number;
}
