import type { StationIndex, StationWords } from './journey.ts';
import { hasFields, isListOf, isNumber, isText, type Shape } from './shape.ts';

/** What a page is sent that counts a learner's progress over the whole map. */
export const isStationIndex: Shape<StationIndex> = hasFields<StationIndex>({
	version: isText,
	stations: isListOf(
		hasFields<StationIndex['stations'][number]>({
			id: isText,
			title: isText,
			minutes: isNumber,
			points: isNumber,
			prerequisites: isListOf(isText),
			part: isText
		})
	)
});

/** What a page is sent that searches stations by the words that they explain. */
export const isStationWords = (value: unknown): value is StationWords =>
	typeof value === 'object' && value !== null && Object.values(value).every(isListOf(isText));
