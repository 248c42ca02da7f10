import * as z from 'zod/mini';
import type { StationIndex } from './journey.ts';
import './without-eval.ts';

/** What a page is sent that counts a learner's progress over the whole map. */
export const stationIndex: z.ZodMiniType<StationIndex> = z.object({
	version: z.string(),
	stations: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			minutes: z.number(),
			points: z.number(),
			prerequisites: z.array(z.string()),
			part: z.string()
		})
	)
});
