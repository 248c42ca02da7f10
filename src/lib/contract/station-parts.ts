import type { EngineNeed } from './exercise.ts';
import { hasFields, isExactly, isListOf, isNumber, isText, type Shape } from './shape.ts';

/** Of how many stations a device may ask at once. */
export const MOST_STATIONS = 60;

/** What a device asks of a station before it keeps it. */
export interface StationParts {
	id: string;
	hash: string;
	need: EngineNeed;
	examples: boolean;
	/** About what comes over the line: the page, its data and its suites, compressed. */
	bytes: number;
}

export const areStationParts: Shape<StationParts[]> = isListOf(
	hasFields<StationParts>({
		id: isText,
		hash: isText,
		need: isExactly('worker', 'dom', 'node'),
		examples: isExactly(true, false),
		bytes: isNumber
	})
);
